import { describe, expect, it } from 'vitest';
import { checkedInteger, checkedText, rangesFor } from './numbers.ts';

const ranges = rangesFor(8);
const check = (type: string, value: unknown, name = 'n') =>
  checkedInteger(value, ranges[type]!, `f: ${name}`, name);

describe('numbers for C', () => {
  it('pass at the ends of their range', () => {
    for (const { least, most } of Object.values(ranges)) {
      expect(checkedInteger(least, { least, most }, 'f')).toBe(least);
      expect(checkedInteger(most, { least, most }, 'f')).toBe(most);
    }
  });

  it('are refused one beyond', () => {
    for (const { least, most } of Object.values(ranges)) {
      expect(() => checkedInteger(least - 1n, { least, most }, 'f')).toThrow(RangeError);
      expect(() => checkedInteger(most + 1n, { least, most }, 'f')).toThrow(RangeError);
    }
  });

  it('are refused when they are no exact integers', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => check('unsigned long long', value), String(value)).toThrow(RangeError);
    }
    for (const value of ['1', null, undefined, {}, true])
      expect(() => check('int', value)).toThrow(TypeError);
  });

  it('name the argument and the range', () => {
    expect(() => check('unsigned int', -1)).toThrow('f: n must be an integer from 0 to 4294967295; it is -1');
  });

  it('may be negative as a mask whose bit 31 is set', () => {
    expect(check('unsigned int', 1 | (1 << 31), 'flags')).toBe(0x8000_0001);
    expect(() => check('unsigned int', -1, 'memory')).toThrow(RangeError);
  });
});

describe('text for C', () => {
  it('may not contain NUL, where C would end it', () => {
    expect(() => checkedText('a\0b', false, 'f: name')).toThrow('f: name contains a NUL character');
  });

  it('may be null only where that has a meaning', () => {
    expect(checkedText(null, true, 'f: name')).toBeNull();
    expect(() => checkedText(null, false, 'f: name')).toThrow('f: name must be text; it is null');
    expect(() => checkedText(7, true, 'f: name')).toThrow('f: name must be text; it is number');
  });
});
