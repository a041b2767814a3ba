import { describe, expect, it } from 'vitest';
import { readSet, setProblem, writeSet } from './sets.ts';

describe('lists of numbers', () => {
  it.each([
    ['0-3,^2,8', [0, 1, 3, 8]],
    ['5', [5]],
    [' 1, 3 ', [1, 3]],
  ])('reads %s', (text, numbers) => {
    expect(readSet(text)).toEqual(numbers);
  });

  it.each(['', 'a', '3-1', '1;2', '-1', '1-', '0-999999999'])('refuses %j', (text) => {
    expect(readSet(text)).toBeNull();
    expect(setProblem(text)).toBe('A list like 0-3,^2,8.');
  });

  it('writes runs', () => {
    expect(writeSet([5, 1, 2, 0, 2])).toBe('0-2,5');
  });

  it('knows how many there are', () => {
    expect(setProblem('0-3', 4, 'The host has 4 processors')).toBeNull();
    expect(setProblem('0-4', 4, 'The host has 4 processors')).toBe(
      'The host has 4 processors: the last is 3.',
    );
    expect(setProblem('1,^1')).toBe('The list is empty.');
  });
});
