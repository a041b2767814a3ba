import { expect, it } from 'vitest';
import { timeLeft } from './timeLeft.ts';

it('tells the time left only when the pace is known', () => {
  expect(timeLeft({ fraction: 0.25, startedAt: 0 }, 10_000)).toBe(30_000);
  expect(timeLeft({ fraction: 0.01, startedAt: 0 }, 10_000)).toBeNull();
  expect(timeLeft({ fraction: 0.5, startedAt: 0 }, 1000)).toBeNull();
  expect(timeLeft({ fraction: null, startedAt: 0 }, 10_000)).toBeNull();
});
