import { describe, expect, it } from 'vitest';
import { boundShare, readSplit } from './split.ts';

describe('readSplit', () => {
  it('reads back what was kept, and nothing else', () => {
    const split = { beside: 'text:serial0', way: 'column', share: 30 };
    expect(readSplit(split)).toEqual(split);
    expect(readSplit({ beside: 'x', way: 'diagonal', share: 'a' })).toEqual({
      beside: 'x',
      way: 'row',
      share: 50,
    });
    expect(readSplit({ beside: 'x', share: Number.NaN })?.share).toBe(50);
    expect([null, 7, [], {}, { beside: 1 }].map(readSplit)).toEqual([null, null, null, null, null]);
  });

  it('leaves both consoles room', () => {
    expect([boundShare(-4), boundShare(500), boundShare(33.333)]).toEqual([15, 85, 33.3]);
  });
});
