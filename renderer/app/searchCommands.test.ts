import { describe, expect, it } from 'vitest';
import { pictureOf } from '../state/inventory.ts';
import { testConnection, testRow } from '../state/testRows.ts';
import { allCommands } from './commands.ts';
import { searchCommands } from './searchCommands.ts';
import { keysOf } from './shortcuts.ts';

const lab = testConnection('lab');
const machines = (count: number) =>
  pictureOf({
    connection: 'lab',
    revision: 1,
    complete: true,
    domains: Array.from({ length: count }, (_, n) =>
      testRow(n, { name: `web${n}`, state: 'running', id: n }),
    ),
  });
const search = (query: string, count = 20) =>
  searchCommands(allCommands(new Map([['lab', lab]]), new Map([['lab', machines(count)]])), query, 10);

describe('searchCommands', () => {
  it('finds a machine by its name, and opening it comes first', () => {
    expect(search('web7')[0]).toMatchObject({ label: 'web7', detail: 'Open machine on lab' });
  });

  it('finds an action on a machine, in any order of words', () => {
    expect(search('shut web7')[0]?.label).toBe('Shut down web7');
    expect(search('web7 force')[0]?.label).toBe('Force off web7');
    expect(search('web7 force')).toHaveLength(1);
  });

  it('keeps impossible actions and says why', () => {
    expect(search('start web7')[0]?.reason()).toBe('The machine is already running.');
  });

  it('shows commands before anything is typed, and nothing for nonsense', () => {
    expect(search('')).toHaveLength(10);
    expect(search('zzz qqq')).toEqual([]);
  });

  it('answers for 3000 machines while one types', { retry: 3 }, () => {
    const start = performance.now();
    search('shut web29', 3000);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('keysOf', () => {
  it('writes a key press as the list of shortcuts does', () => {
    const press = { key: 'k', ctrlKey: true, altKey: false, shiftKey: false, metaKey: false };
    expect(keysOf(press)).toBe('Ctrl+K');
    expect(keysOf({ ...press, key: 'f', shiftKey: true })).toBe('Ctrl+Shift+F');
    expect(keysOf({ ...press, key: 'F1', ctrlKey: false })).toBe('F1');
  });
});
