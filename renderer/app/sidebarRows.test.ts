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
  rows.map((row) => {
    if (row.kind === 'machine') return row.row.name;
    return row.kind === 'group' ? row.name : `${row.kind}:${row.connection.id}`;
  });

describe('sidebarRows', () => {
  const pictures = new Map([['lab', picture(10, 2, 1)]]);

  it('lists machines by name under their host, and the error under its own', () => {
    expect(keys(sidebarRows({ connections: [lab, far], pictures, opened: {}, filter: '' }))).toEqual([
      'host:lab',
      'vm1',
      'vm2',
      'vm10',
      'host:far',
      'problem:far',
    ]);
  });

  it('hides the machines of a collapsed host, but not its error', () => {
    expect(
      keys(
        sidebarRows({ connections: [lab, far], pictures, opened: { lab: false, far: false }, filter: '' }),
      ),
    ).toEqual(['host:lab', 'host:far', 'problem:far']);
  });

  it('opens what matches the filter and leaves out the rest', () => {
    expect(
      keys(sidebarRows({ connections: [lab, far], pictures, opened: { lab: false }, filter: 'vm1' })),
    ).toEqual(['host:lab', 'vm1', 'vm10']);
    expect(keys(sidebarRows({ connections: [lab, far], pictures, opened: {}, filter: 'FAR' }))).toEqual([
      'host:far',
      'problem:far',
    ]);
    expect(sidebarRows({ connections: [lab, far], pictures, opened: {}, filter: 'nothing' })).toEqual([]);
  });

  it('starts with a host of very many machines closed, unless it was opened', () => {
    const many = new Map([['lab', picture(...Array.from({ length: 101 }, (_, n) => n))]]);
    expect(sidebarRows({ connections: [lab], pictures: many, opened: {}, filter: '' })).toHaveLength(1);
    expect(
      sidebarRows({ connections: [lab], pictures: many, opened: { lab: true }, filter: '' }),
    ).toHaveLength(102);
  });

  it('stays in order when machines come and go', () => {
    sidebarRows({ connections: [lab], pictures: new Map([['lab', picture(5, 3)]]), opened: {}, filter: '' });
    expect(
      keys(
        sidebarRows({
          connections: [lab],
          pictures: new Map([['lab', picture(4, 5, 1)]]),
          opened: {},
          filter: '',
        }),
      ),
    ).toEqual(['host:lab', 'vm1', 'vm4', 'vm5']);
  });

  describe('groups', () => {
    const inGroup = (id: string, group: string) => {
      const connection = testConnection(id);
      return { ...connection, settings: { ...connection.settings, group } };
    };
    const connections = [inGroup('b1', 'Berlin'), lab, inGroup('a1', 'Aachen'), inGroup('b2', 'Berlin')];
    const rows = (opened: Record<string, boolean>, filter: string) =>
      sidebarRows({ connections, pictures, opened, filter });

    it('come after hosts without one, in the order of their names', () => {
      expect(keys(rows({ lab: false }, ''))).toEqual([
        'host:lab',
        'Aachen',
        'host:a1',
        'Berlin',
        'host:b1',
        'host:b2',
      ]);
      expect(rows({ lab: false }, '').map(({ level }) => level)).toEqual([1, 1, 2, 1, 2, 2]);
    });

    it('can be closed, and open for a filter that finds something in them', () => {
      expect(keys(rows({ lab: false, 'group Berlin': false }, ''))).not.toContain('host:b1');
      expect(keys(rows({ 'group Berlin': false }, 'b2'))).toEqual(['Berlin', 'host:b2']);
      expect(keys(rows({}, 'berlin'))).toEqual(['Berlin', 'host:b1', 'host:b2']);
    });
  });
});
