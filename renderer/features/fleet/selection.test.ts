import { describe, expect, it } from 'vitest';
import { testConnection, testRow } from '../../state/testRows.ts';
import type { FleetEntry } from './entries.ts';
import { fleetStore } from './fleetStore.ts';
import { selectAll, selectedShare, selectRow } from './selection.ts';

const entry = (n: number): FleetEntry => ({
  key: `lab/${n}`,
  connection: testConnection('lab'),
  row: testRow(n),
});
const all = [1, 2, 3, 4, 5].map(entry);
let stores = 0;

function newStore() {
  stores += 1;
  return fleetStore(`test ${stores}`);
}

describe('selectRow', () => {
  it('extends from the row that was chosen first, either way', () => {
    const store = newStore();
    selectRow(store, all, 'lab/3', 'only');
    selectRow(store, all, 'lab/5', 'range');
    expect([...store.getState().selection]).toEqual(['lab/3', 'lab/4', 'lab/5']);
    selectRow(store, all, 'lab/1', 'range');
    expect([...store.getState().selection]).toEqual(['lab/1', 'lab/2', 'lab/3']);
  });

  it('begins anew where the first row is not shown any more', () => {
    const store = newStore();
    selectRow(store, all, 'lab/2', 'only');
    const filtered = all.slice(2);
    selectRow(store, filtered, 'lab/5', 'range');
    expect([...store.getState().selection]).toEqual(['lab/5']);
    selectRow(store, filtered, 'lab/4', 'range');
    expect([...store.getState().selection]).toEqual(['lab/4', 'lab/5']);
  });
});

describe('selectedShare', () => {
  it('counts what is shown: what a filter hides is not acted upon', () => {
    const store = newStore();
    selectAll(store, all.slice(0, 3));
    const { selection } = store.getState();
    expect(selectedShare(all, selection)).toBe('some');
    expect(selectedShare(all.slice(0, 2), selection)).toBe('all');
    expect(selectedShare(all.slice(3), selection)).toBe('none');
    expect(selectedShare(all, new Set())).toBe('none');
  });
});
