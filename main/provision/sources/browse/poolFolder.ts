import type { FolderEntry, PoolInfo, VolumeInfo } from '../../../../contract/index.ts';
import { type Found, inOrder, isUsable, isWanted, MOST_ENTRIES, type Wanted } from './entries.ts';

/** A pool with a folder on the host. */
export interface PoolFolder {
  readonly name: string;
  readonly path: string;
}

/** The active pools that are in a folder, as paths are compared: without a slash at the end. */
export function poolFolders(pools: readonly PoolInfo[]): PoolFolder[] {
  return pools.flatMap(({ name, path, active }) =>
    active && path?.startsWith('/') ? [{ name, path: path.replace(/(.)\/+$/, '$1') }] : [],
  );
}

/**
 * What pools tell of a folder: their volumes in it, and folders on the way to further ones. Null: nothing.
 * @param volumes of the pools whose folder it is
 */
export function folderOfPools(
  path: string,
  pools: readonly PoolFolder[],
  volumes: readonly VolumeInfo[],
  wanted: Wanted,
): Found | null {
  const names = new Map<string, FolderEntry>();
  for (const pool of pools) {
    const name = nextName(path, pool.path);
    if (name !== null) names.set(name, { name, kind: 'folder', size: null, modified: null });
  }
  for (const volume of volumes) {
    const name = nextName(path, volume.path);
    if (name !== null && volume.path.endsWith(`/${name}`)) names.set(name, entryOf(name, volume));
  }
  if (names.size === 0 && path !== '/' && !pools.some((pool) => pool.path === path)) return null;
  const all = [...names.values()].filter(({ name }) => isWanted(name, wanted));
  const usable = all.filter(({ name }) => isUsable(name));
  return {
    entries: inOrder(usable).slice(0, MOST_ENTRIES),
    more: usable.length > MOST_ENTRIES,
    unusable: all.length - usable.length,
  };
}

/** The first name below a folder on the way to a path; null: it is not below it. */
function nextName(folder: string, path: string): string | null {
  const start = folder === '/' ? '/' : `${folder}/`;
  if (!path.startsWith(start)) return null;
  return path.slice(start.length).split('/')[0] || null;
}

function entryOf(name: string, { type, capacity }: VolumeInfo): FolderEntry {
  if (type === 'dir') return { name, kind: 'folder', size: null, modified: null };
  const kind = type === 'file' ? 'file' : type === 'block' ? 'device' : 'other';
  return { name, kind, size: capacity, modified: null };
}
