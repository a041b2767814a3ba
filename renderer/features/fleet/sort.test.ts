import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../state/inventory.ts';
import { testConnection, testRow } from '../../state/testRows.ts';
import { collectEntries } from './entries.ts';
import { sortEntries } from './sort.ts';

const lab = testConnection('lab');
const collect = (...rows: ReturnType<typeof testRow>[]) =>
  collectEntries(
    new Map([['lab', lab]]),
    new Map([['lab', pictureOf({ connection: 'lab', revision: 1, complete: true, domains: rows })]]),
  );
const names = (list: ReturnType<typeof collect>) => list.map((entry) => entry.row.name);
const none = () => undefined;

describe('collectEntries', () => {
  it('keeps the entry of a row that did not change', () => {
    const [a, b] = [testRow(1), testRow(2)];
    expect(collect(a, b)[0]).toBe(collect(a, { ...b })[0]);
    expect(collect(a, b)[1]).not.toBe(collect(a, { ...b })[1]);
  });

  it('takes one connection when asked', () => {
    const pictures = new Map([
      ['lab', pictureOf({ connection: 'lab', revision: 1, complete: true, domains: [testRow(1)] })],
    ]);
    expect(collectEntries(new Map([['lab', lab]]), pictures, 'other')).toEqual([]);
  });
});

describe('sortEntries', () => {
  it('puts names in the order people count in', () => {
    const list = collect(testRow(10), testRow(2), testRow(1));
    expect(names(sortEntries(list, { column: 'name', descending: false }, none))).toEqual([
      'vm1',
      'vm2',
      'vm10',
    ]);
    expect(names(sortEntries(list, { column: 'name', descending: true }, none))).toEqual([
      'vm10',
      'vm2',
      'vm1',
    ]);
  });

  it('puts states that want attention first, and names in order within them', () => {
    const list = collect(
      testRow(3, { state: 'running' }),
      testRow(2, { state: 'running' }),
      testRow(1),
      testRow(4, { state: 'crashed' }),
    );
    expect(names(sortEntries(list, { column: 'state', descending: false }, none))).toEqual([
      'vm4',
      'vm2',
      'vm3',
      'vm1',
    ]);
  });

  it('keeps what is not known last in both directions', () => {
    const list = collect(testRow(1), testRow(2), testRow(3));
    const cpu = new Map([
      [testRow(2).uuid, 5],
      [testRow(3).uuid, 90],
    ]);
    const ratesOf = (entry: (typeof list)[number]) => {
      const value = cpu.get(entry.row.uuid);
      if (value === undefined) return undefined;
      const { uuid } = entry.row;
      return { uuid, hostCpu: 0, cpu: value, memoryKiB: 0, diskRead: 0, diskWrite: 0, netRx: 0, netTx: 0 };
    };
    expect(names(sortEntries(list, { column: 'cpu', descending: true }, ratesOf))).toEqual([
      'vm3',
      'vm2',
      'vm1',
    ]);
    expect(names(sortEntries(list, { column: 'cpu', descending: false }, ratesOf))).toEqual([
      'vm2',
      'vm3',
      'vm1',
    ]);
  });

  it('sorts 3000 machines in far less than a frame budget of ten', { retry: 3 }, () => {
    const list = collect(...Array.from({ length: 3000 }, (_, n) => testRow((n * 7919) % 3000)));
    const start = performance.now();
    sortEntries(list, { column: 'name', descending: false }, none);
    expect(performance.now() - start).toBeLessThan(330);
  });
});
