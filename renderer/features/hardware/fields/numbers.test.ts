import { describe, expect, it } from 'vitest';
import { amountText, numberProblem, parseAmount, unitFor } from './numbers.ts';
import { optionsFrom, withCurrent } from './options.ts';

const GIB = 1024 ** 3;

describe('amounts', () => {
  it.each([
    [null, 'MiB'],
    [0, 'MiB'],
    [512, 'bytes'],
    [1536 * 1024 ** 2, 'MiB'],
    [4 * GIB, 'GiB'],
  ])('%s bytes are shown in %s', (bytes, unit) => expect(unitFor(bytes)).toBe(unit));

  const limits = { min: 1024 ** 2, max: 4 * GIB, optional: false, scale: 1024 };
  it.each([
    ['2', 'GiB', 2 * GIB],
    ['1,5', 'GiB', 1.5 * GIB],
    ['', 'GiB', 'An amount is needed.'],
    ['-1', 'GiB', 'This is not an amount.'],
    ['5', 'GiB', 'The most is 4 GiB.'],
    ['1', 'KiB', 'The least is 1 MiB.'],
    ['99999999999', 'TiB', 'This is too much.'],
  ])('"%s" %s is %s', (text, unit, result) => expect(parseAmount(text, unit, limits)).toBe(result));

  it('are shown as they were typed for as long as they are that', () => {
    const own = { text: '1.0', unit: 'GiB', bytes: GIB };
    expect(amountText(GIB, 'GiB', own)).toBe('1.0');
    expect(amountText(2 * GIB, 'GiB', own)).toBe('2');
    expect(amountText(GIB, 'MiB', own)).toBe('1024');
    expect(amountText(null, 'MiB', null)).toBe('');
  });

  it('may be empty where they may', () => {
    expect(parseAmount(' ', 'MiB', { ...limits, optional: true })).toBeNull();
    expect(numberProblem('', { min: 0, optional: true })).toBeNull();
    expect(numberProblem('1.5', { min: 0, optional: true })).toContain('whole');
    expect(numberProblem('7', { min: 0, max: 4, optional: true })).toContain('4');
  });
});

describe('options', () => {
  it('come with what the host has first, and the reason for the rest', () => {
    expect(optionsFrom(['a', 'b'], ['b', 'new'], { b: 'B' })).toEqual([
      { value: 'b', label: 'B', reason: null },
      { value: 'new', label: 'new', reason: null },
      { value: 'a', label: 'a', reason: 'not offered by this host' },
    ]);
  });

  it('keep a value that nobody knows', () => {
    const known = optionsFrom(['a'], null);
    expect(withCurrent(known, 'odd', 'a', null, '')).toEqual([
      ...known,
      { value: 'odd', label: 'odd', reason: null },
    ]);
  });
});
