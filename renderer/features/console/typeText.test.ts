import { expect, it } from 'vitest';
import { typeText } from './typeText.ts';

const noPause = () => Promise.resolve();

it('types with Shift where the key needs it', async () => {
  const keys: string[] = [];
  await typeText(
    'aB\r\n',
    (keysym, down) => keys.push(`${down ? '+' : '-'}${keysym.toString(16)}`),
    noPause,
    () => false,
  );
  expect(keys).toEqual(['+61', '-61', '+ffe1', '+42', '-42', '-ffe1', '+ff0d', '-ff0d']);
});

it('stops between keys, leaving none pressed', async () => {
  const down = new Set<number>();
  let typed = 0;
  await typeText(
    'ABCDEF',
    (keysym, pressed) => {
      if (pressed) down.add(keysym);
      else down.delete(keysym);
      typed += 1;
    },
    noPause,
    () => typed >= 8,
  );
  expect(down.size).toBe(0);
  expect(typed).toBe(8);
});
