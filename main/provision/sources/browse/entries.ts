import type { FolderEntry } from '../../../../contract/index.ts';
import { hasControls } from '../controls.ts';

/** Entries told at once; the filter finds the others. */
export const MOST_ENTRIES = 2000;

/** What was found in a folder. */
export interface Found {
  readonly entries: FolderEntry[];
  readonly more: boolean;
  readonly unusable: number;
}

/** Which of a folder's entries are wanted. */
export interface Wanted {
  readonly filter: string;
  readonly hidden: boolean;
}

/** Whether an entry of this name is wanted. */
export function isWanted(name: string, { filter, hidden }: Wanted): boolean {
  if (!hidden && name.startsWith('.')) return false;
  return name.toLowerCase().includes(filter.toLowerCase());
}

/** Whether a definition can name it: XML has no control characters, and libvirt's texts are UTF-8. */
export function isUsable(name: string): boolean {
  return !hasControls(name) && !name.includes('\ufffd');
}

const collator = new Intl.Collator('en', { numeric: true });

/** Folders first, then by name. */
export function inOrder<T extends Pick<FolderEntry, 'name' | 'kind'>>(entries: readonly T[]): T[] {
  const rank = ({ kind }: T): number => (kind === 'folder' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}
