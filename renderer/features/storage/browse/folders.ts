import type { FolderEntry } from '../../../../contract/index.ts';

/** What a path is chosen for. */
export type Wish = 'file' | 'folder';

/** A folder on the way to another one. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** The folders on the way to one, from the root on. */
export function crumbsOf(path: string): Crumb[] {
  const names = path.split('/').filter((name) => name !== '');
  const below = names.map((name, index) => ({ name, path: `/${names.slice(0, index + 1).join('/')}` }));
  return [{ name: '/', path: '/' }, ...below];
}

/** The folder above; that of the root is the root. */
export function above(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** The path of an entry of a folder. */
export function join(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** Whether an entry is what is wanted: a drive is as good as a file. */
export function isChoosable({ kind }: FolderEntry, wish: Wish): boolean {
  return wish === 'folder' ? kind === 'folder' : kind === 'file' || kind === 'device';
}

/**
 * The entry that typing leads to: the next one whose name begins so; the same letter again goes on to the one after.
 * @returns its index; -1: there is none
 */
export function typedTo(entries: readonly FolderEntry[], typed: string, from: number): number {
  const again = typed.length > 1 && new Set(typed).size === 1;
  const text = (again ? typed.slice(0, 1) : typed).toLowerCase();
  const start = typed.length === 1 || again ? from + 1 : Math.max(0, from);
  for (let step = 0; step < entries.length; step++) {
    const index = (start + step) % entries.length;
    if (entries[index]?.name.toLowerCase().startsWith(text)) return index;
  }
  return -1;
}

/** Rows that Page Up and Page Down go. */
const PAGE = 10;

/** The row that a key leads to; null: the key moves nothing. */
export function keyTo(key: string, selected: number, rows: number): number | null {
  const last = rows - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: selected + 1,
    ArrowUp: selected - 1,
    Home: 0,
    End: last,
    PageDown: selected + PAGE,
    PageUp: selected - PAGE,
  };
  const row = Object.hasOwn(to, key) ? to[key] : undefined;
  return row === undefined || rows === 0 ? null : Math.max(0, Math.min(last, row));
}
