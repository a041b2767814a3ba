import { expect, it } from 'vitest';
import { ranges } from './ranges.ts';

it.each([
  [[], ''],
  [[5], '5'],
  [[0, 1, 2, 3, 8], '0-3, 8'],
  [[9, 1, 0, 3], '0-1, 3, 9'],
])('writes %j as "%s"', (numbers, text) => expect(ranges(numbers)).toBe(text));
