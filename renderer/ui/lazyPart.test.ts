import { expect, it } from 'vitest';
import { withRetries } from './lazyPart.tsx';

it('tries again as often as there are delays, and then gives the last error', async () => {
  let calls = 0;
  const failing = (times: number) => () => {
    calls += 1;
    return calls <= times ? Promise.reject(new Error(`no ${calls}`)) : Promise.resolve('yes');
  };
  expect(await withRetries(failing(2), [0, 0])).toBe('yes');
  calls = 0;
  await expect(withRetries(failing(5), [0, 0])).rejects.toThrow('no 3');
});
