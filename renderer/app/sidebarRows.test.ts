import { describe, expect, it } from 'vitest';
import { pictureOf } from '../state/inventory.ts';
import { testConnection, testRow } from '../state/testRows.ts';
import { sidebarRows } from './sidebarRows.ts';

const lab = testConnection('lab');
const far = testConnection('far', {
  status: 'disconnected',
  error: { kind: 'unavailable', message: 'No route to host' },
});
const picture = (...numbers: number[]) =>
  pictureOf({ connection: 'lab', revision: 1, complete: true, domains: numbers.map((n) => testRow(n)) });
const keys = (rows: ReturnType<typeof sidebarRows>) =>
  rows.map((row) => (row.kind === 'machine' ? row.row.name : `${row.kind}:${row.connection.id}`));

describe('sidebarRows', () => {
  const pictures = new Map([['lab', picture(10, 2, 1)]]);

  it('lists machines by name under their host, and the error under its own', () => {
    expect(keys(sidebarRows([lab, far], pictures, {}, ''))).toEqual([
      'host:lab',
      'vm1',
      'vm2',
      'vm10',
      'host:far',
      'problem:far',
    ]);
  });

  it('hides the machines of a collapsed host, but not its error', () => {
    expect(keys(sidebarRows([lab, far], pictures, { lab: false, far: false }, ''))).toEqual([
      'host:lab',
      'host:far',
      'problem:far',
    ]);
  });

  it('opens what matches the filter and leaves out the rest', () => {
    expect(keys(sidebarRows([lab, far], pictures, { lab: false }, 'vm1'))).toEqual([
      'host:lab',
      'vm1',
      'vm10',
    ]);
    expect(keys(sidebarRows([lab, far], pictures, {}, 'FAR'))).toEqual(['host:far', 'problem:far']);
    expect(sidebarRows([lab, far], pictures, {}, 'nothing')).toEqual([]);
  });

  it('starts with a host of very many machines closed, unless it was opened', () => {
    const many = new Map([['lab', picture(...Array.from({ length: 101 }, (_, n) => n))]]);
    expect(sidebarRows([lab], many, {}, '')).toHaveLength(1);
    expect(sidebarRows([lab], many, { lab: true }, '')).toHaveLength(102);
  });

  it('stays in order when machines come and go', () => {
    sidebarRows([lab], new Map([['lab', picture(5, 3)]]), {}, '');
    expect(keys(sidebarRows([lab], new Map([['lab', picture(4, 5, 1)]]), {}, ''))).toEqual([
      'host:lab',
      'vm1',
      'vm4',
      'vm5',
    ]);
  });
});
