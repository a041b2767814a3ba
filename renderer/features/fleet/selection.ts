import type { FleetEntry } from './entries.ts';
import type { FleetStore } from './fleetStore.ts';

/** What a click or a key does to the selection, as in every file manager. */
export type SelectMode = 'only' | 'toggle' | 'range';

/** Makes a row the active one and selects as `mode` says. */
export function selectRow(
  store: FleetStore,
  entries: readonly FleetEntry[],
  key: string,
  mode: SelectMode,
): void {
  const { selection, anchor } = store.getState();
  if (mode === 'toggle') {
    const next = new Set(selection);
    if (!next.delete(key)) next.add(key);
    store.setState({ selection: next, active: key, anchor: key });
    return;
  }
  if (mode === 'only') {
    store.setState({ selection: new Set([key]), active: key, anchor: key });
    return;
  }
  const to = indexOf(entries, key);
  // A row that a filter hides now, or that is gone, is none to extend from.
  const kept = indexOf(entries, anchor);
  const from = kept < 0 ? to : kept;
  const range = entries.slice(Math.min(from, to), Math.max(from, to) + 1).map((entry) => entry.key);
  store.setState({ selection: new Set(range), active: key, anchor: entries[from]?.key ?? key });
}

/** Chooses all machines that are shown. */
export function selectAll(store: FleetStore, entries: readonly FleetEntry[]): void {
  store.setState({ selection: new Set(entries.map((entry) => entry.key)) });
}

/** Chooses none. The keyboard stays where it is. */
export function clearSelection(store: FleetStore): void {
  store.setState({ selection: new Set(), anchor: null });
}

/** The chosen machines among those shown: what a filter hides is not acted upon. */
export function selectedEntries(
  entries: readonly FleetEntry[],
  selection: ReadonlySet<string>,
): FleetEntry[] {
  return entries.filter((entry) => selection.has(entry.key));
}

/** Whether all, some or none of the shown machines are chosen. */
export function selectedShare(
  entries: readonly FleetEntry[],
  selection: ReadonlySet<string>,
): 'all' | 'some' | 'none' {
  const chosen = selection.size === 0 ? 0 : selectedEntries(entries, selection).length;
  if (chosen === 0) return 'none';
  return chosen === entries.length ? 'all' : 'some';
}

/** The row that a movement key leads to; null when the key is not one. */
export function movedIndex(key: string, index: number, count: number, page: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Where a machine stands among those that are shown; -1: nowhere. */
export function indexOf(entries: readonly FleetEntry[], key: string | null): number {
  return key === null ? -1 : entries.findIndex((entry) => entry.key === key);
}
