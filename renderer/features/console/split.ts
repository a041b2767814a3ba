import type { UiState } from '../../../contract/index.ts';
import { saveUiValue, useUiState } from '../../state/uiState.ts';

/** Two consoles of a machine at once. */
export interface Split {
  /** The one beside that of the chosen tab (consoleId). */
  readonly beside: string;
  /** Side by side, or one above the other. */
  readonly way: 'row' | 'column';
  /** What the first one has of the room, in percent. */
  readonly share: number;
}

const SAVED = 'console.split';
/** Machines for which it is kept; the oldest go. */
const MAX_KEPT = 500;

export const MIN_SHARE = 15;
export const MAX_SHARE = 85;

/** Any number as a share that leaves both something. */
export function boundShare(share: number): number {
  return Math.round(Math.min(MAX_SHARE, Math.max(MIN_SHARE, share)) * 10) / 10;
}

/** Any value as a split; null: it is none. */
export function readSplit(value: unknown): Split | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('beside' in value) || typeof value.beside !== 'string') return null;
  const share = 'share' in value && typeof value.share === 'number' ? value.share : 50;
  return {
    beside: value.beside,
    way: 'way' in value && value.way === 'column' ? 'column' : 'row',
    share: Number.isFinite(share) ? boundShare(share) : 50,
  };
}

/** How the consoles of a machine (domainKey) are arranged; null: one at a time. */
export function useSplit(machine: string): [Split | null, (split: Split | null) => void] {
  const all = readAll(useUiState((state) => state.values[SAVED]));
  return [readSplit(all[machine]), (split) => save(all, machine, split)];
}

/** A machine (domainKey) is arranged as it was on another host. */
export function moveSplit(from: string, to: string): void {
  const all = readAll(useUiState.getState().values[SAVED]);
  const split = readSplit(all[from]);
  if (split) save(all, to, split);
}

function readAll(saved: UiState[string] | undefined): UiState {
  return typeof saved === 'object' && saved !== null && !Array.isArray(saved) ? saved : {};
}

function save(all: UiState, machine: string, split: Split | null): void {
  const others = Object.entries(all).filter(([key]) => key !== machine);
  const next = split ? [...others, [machine, { ...split }] as const] : others;
  saveUiValue(SAVED, Object.fromEntries(next.slice(-MAX_KEPT)));
}
