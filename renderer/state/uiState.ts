import { create } from 'zustand';
import type { UiState } from '../../contract/index.ts';
import { client } from './host.ts';

/** Milliseconds of quiet after which the state is sent, so that dragging a column sends once. */
const QUIET = 400;

type Json = UiState[string];

/** Columns, widths, open groups: what main keeps for the interface without looking into it. */
export const useUiState = create<{ readonly values: UiState }>()(() => ({ values: {} }));

let timer: ReturnType<typeof setTimeout> | undefined;
/** What main has not been told yet. Another window may have changed the rest. */
const unsaved = new Map<string, Json>();

/** Takes what main kept. What it has not been told yet stays. */
export function loadUiState(values: UiState): void {
  useUiState.setState({ values: { ...values, ...Object.fromEntries(unsaved) } });
}

/** Changes one value and saves it a little later. */
export function saveUiValue(key: string, value: Json): void {
  useUiState.setState(({ values }) => ({ values: { ...values, [key]: value } }));
  unsaved.set(key, value);
  clearTimeout(timer);
  timer = setTimeout(flushUiState, QUIET);
}

/** Sends what is waiting, also when the window goes away. */
export function flushUiState(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  const values = [...unsaved];
  unsaved.clear();
  client()
    .settings.saveUiState(Object.fromEntries(values))
    .catch((error: unknown) => {
      // A lost layout is not worth an error on screen: the next change sends it again.
      console.warn('The layout could not be saved.', error);
      for (const [key, value] of values) if (!unsaved.has(key)) unsaved.set(key, value);
    });
}

/** A kept number within bounds; what is none is the fallback. */
export function readNumber(value: Json | undefined, fallback: number, min: number, max: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : fallback;
}

/** What was kept, where it is a boolean; else the fallback. */
export function readBoolean(value: Json | undefined, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

/** A kept list of texts; null: it is none. */
export function readStrings(value: Json | undefined): string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

/** An object of booleans; what is none in it is left out. */
export function readBooleans(value: Json | undefined): Record<string, boolean> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return Object.fromEntries(entries);
}

/** An object of numbers; what is not a number in it is left out. */
export function readNumbers(value: Json | undefined): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}
