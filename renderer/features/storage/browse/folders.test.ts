import { describe, expect, it } from 'vitest';
import type { FolderEntry } from '../../../../contract/index.ts';
import { above, crumbsOf, isChoosable, join, keyTo, typedTo } from './folders.ts';

const entry = (name: string, kind: FolderEntry['kind'] = 'file'): FolderEntry => ({
  name,
  kind,
  size: null,
  modified: null,
});

describe('folders', () => {
  it('have others on the way to them', () => {
    expect(crumbsOf('/')).toEqual([{ name: '/', path: '/' }]);
    expect(crumbsOf('/srv/iso')).toEqual([
      { name: '/', path: '/' },
      { name: 'srv', path: '/srv' },
      { name: 'iso', path: '/srv/iso' },
    ]);
    expect(['/srv/iso', '/srv', '/'].map(above)).toEqual(['/srv', '/', '/']);
    expect([join('/', 'srv'), join('/srv', 'a b')]).toEqual(['/srv', '/srv/a b']);
  });

  it('are chosen for containers, files and drives for media', () => {
    const kinds = ['folder', 'file', 'device', 'other'] as const;
    const chosen = (wish: 'file' | 'folder') => kinds.filter((kind) => isChoosable(entry('x', kind), wish));
    expect(chosen('folder')).toEqual(['folder']);
    expect(chosen('file')).toEqual(['file', 'device']);
  });
});

describe('typing in a list', () => {
  const list = ['alpha', 'Debian 11', 'debian 12', 'Delta'].map((name) => entry(name));
  it('goes to the next name that begins so, and on with the same letter', () => {
    expect(typedTo(list, 'd', -1)).toBe(1);
    expect(typedTo(list, 'd', 1)).toBe(2);
    expect(typedTo(list, 'dd', 2)).toBe(3);
    expect(typedTo(list, 'ddd', 3)).toBe(1);
    expect(typedTo(list, 'del', 1)).toBe(3);
    expect(typedTo(list, 'debian 12', 1)).toBe(2);
    expect(typedTo(list, 'x', 0)).toBe(-1);
    expect(typedTo([], 'x', -1)).toBe(-1);
  });
});

it('moves with keys as far as there are rows', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'x', 'constructor'];
  expect(keys.map((key) => keyTo(key, -1, 25))).toEqual([0, 0, 0, 24, 9, 0, null, null]);
  expect(keys.map((key) => keyTo(key, 20, 25))).toEqual([21, 19, 0, 24, 24, 10, null, null]);
  expect(keyTo('ArrowDown', -1, 0)).toBeNull();
});
