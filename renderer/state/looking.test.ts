import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Looking } from './looking.ts';
import { testRow } from './testRows.ts';

const seen = (connection: string, n: number, title: string | null = null) => ({
  connection,
  row: { ...testRow(n), title },
});
const uuid = (n: number) => testRow(n).uuid;

describe('Looking', () => {
  let told: [string, string[]][];
  let looking: Looking;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    looking = new Looking(async (connection, uuids) => told.push([connection, uuids]), 100);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells once of what all lists show, of each connection apart, without what is known', () => {
    looking.show('fleet', [seen('a', 1)]);
    looking.show('fleet', [seen('a', 2), seen('b', 3), seen('a', 4, 'Known')]);
    looking.show('sidebar', [seen('a', 2), seen('a', 5)]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual([
      ['a', [uuid(2), uuid(5)]],
      ['b', [uuid(3)]],
    ]);
  });

  it('tells again only of what has changed', () => {
    looking.show('fleet', [seen('a', 1), seen('b', 2)]);
    vi.advanceTimersByTime(100);
    looking.show('fleet', [seen('a', 1), seen('b', 2, 'Known now'), seen('b', 3)]);
    vi.advanceTimersByTime(100);
    expect(told.slice(2)).toEqual([['b', [uuid(3)]]]);
    looking.show('fleet', []);
    vi.advanceTimersByTime(100);
    looking.show('fleet', [seen('a', 1)]);
    vi.advanceTimersByTime(100);
    expect(told.slice(3)).toEqual([['a', [uuid(1)]]]);
  });
});
