import { describe, expect, it } from 'vitest';
import { uncheckedWords } from './storageWords.ts';

const words = (pools: string[], machines: string[]) =>
  uncheckedWords({ volume: null, usedBy: [], under: [], unchecked: { pools, machines } });

describe('what was not looked at before storage is deleted', () => {
  it('is not mentioned where everything was', () => {
    expect(words([], [])).toBeNull();
  });

  it('is named', () => {
    expect(words(['nfs'], ['web', 'db'])).toBe(
      'Images that are built upon it would be lost with it: none were found, but it was not looked in inactive pools (nfs) and outside of active pools (disks of web, db).',
    );
  });

  it('is counted where it is much', () => {
    expect(words([], ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toContain('(disks of a, b, c, d, e and 2 more)');
  });
});
