import { saveUiValue, useUiState } from '../../state/uiState.ts';
import type { GuestKey, KeyCombination } from './keys.ts';
import { keysymOf } from './keys.ts';

const SAVED = 'console.keys';
/** More would not fit into a menu. */
const MAX_OWN = 20;
/** A keyboard tells no more keys apart at once. */
const MAX_KEYS = 6;

/** X11's numbers of keys that type nothing, by UI Events' code. */
const NAMED: Readonly<Record<string, number>> = {
  ControlLeft: 0xffe3,
  ControlRight: 0xffe4,
  ShiftLeft: 0xffe1,
  ShiftRight: 0xffe2,
  AltLeft: 0xffe9,
  AltRight: 0xffea,
  MetaLeft: 0xffeb,
  MetaRight: 0xffec,
  Escape: 0xff1b,
  Tab: 0xff09,
  Enter: 0xff0d,
  Backspace: 0xff08,
  Delete: 0xffff,
  Insert: 0xff63,
  Home: 0xff50,
  End: 0xff57,
  PageUp: 0xff55,
  PageDown: 0xff56,
  ArrowLeft: 0xff51,
  ArrowUp: 0xff52,
  ArrowRight: 0xff53,
  ArrowDown: 0xff54,
  PrintScreen: 0xff61,
  ScrollLock: 0xff14,
  Pause: 0xff13,
  ContextMenu: 0xff67,
  CapsLock: 0xffe5,
  NumLock: 0xff7f,
};
for (let n = 1; n <= 24; n++) Object.assign(NAMED, { [`F${String(n)}`]: 0xffbd + n });

const WORDS: Readonly<Record<string, string>> = {
  ControlLeft: 'Ctrl',
  ControlRight: 'Right Ctrl',
  ShiftLeft: 'Shift',
  ShiftRight: 'Right Shift',
  AltLeft: 'Alt',
  AltRight: 'AltGr',
  MetaLeft: 'Windows',
  MetaRight: 'Right Windows',
  PrintScreen: 'Print Screen',
};

/** A key that was pressed, and what it is called; null: it has no place on a guest's keyboard. */
export function readKey({
  code,
  key,
}: Pick<KeyboardEvent, 'code' | 'key'>): (GuestKey & { word: string }) | null {
  if (code === '') return null;
  const named = NAMED[code];
  if (named !== undefined)
    return { keysym: named, code, word: WORDS[code] ?? code.replace(/([a-z])([A-Z])/, '$1 $2') };
  if ([...key].length !== 1) return null;
  return { keysym: keysymOf(key.toLowerCase()), code, word: key.toUpperCase() };
}

/** A combination of keys in the order in which they were pressed. */
export function combinationOf(pressed: readonly (GuestKey & { word: string })[]): KeyCombination {
  return {
    label: pressed.map(({ word }) => word).join('+'),
    keys: pressed.slice(0, MAX_KEYS).map(({ keysym, code }) => ({ keysym, code })),
  };
}

/** The user's own combinations. */
export function useOwnCombinations(): readonly KeyCombination[] {
  const saved = useUiState((state) => state.values[SAVED]);
  return readCombinations(saved);
}

/** What was kept; what is none in it is left out. */
export function readCombinations(saved: unknown): readonly KeyCombination[] {
  return Array.isArray(saved) ? saved.slice(0, MAX_OWN).flatMap(readCombination) : [];
}

function readCombination(saved: unknown): KeyCombination[] {
  if (typeof saved !== 'object' || saved === null || !('label' in saved) || !('keys' in saved)) return [];
  const { label, keys } = saved;
  if (typeof label !== 'string' || !Array.isArray(keys) || keys.length === 0 || keys.length > MAX_KEYS)
    return [];
  const read = keys.flatMap(readGuestKey);
  return read.length === keys.length ? [{ label: label.slice(0, 100), keys: read }] : [];
}

function readGuestKey(saved: unknown): GuestKey[] {
  if (typeof saved !== 'object' || saved === null || !('keysym' in saved) || !('code' in saved)) return [];
  const { keysym, code } = saved;
  return typeof keysym === 'number' && typeof code === 'string' ? [{ keysym, code }] : [];
}

/** Keeps a combination, once. */
export function saveCombination(combination: KeyCombination): void {
  const before = readCombinations(useUiState.getState().values[SAVED]);
  const others = before.filter(({ label }) => label !== combination.label);
  write([...others, combination].slice(-MAX_OWN));
}

/** Takes one of the user’s out of the menu. */
export function forgetCombination(label: string): void {
  write(readCombinations(useUiState.getState().values[SAVED]).filter((one) => one.label !== label));
}

function write(combinations: readonly KeyCombination[]): void {
  saveUiValue(
    SAVED,
    combinations.map(({ label, keys }) => ({
      label,
      keys: keys.map(({ keysym, code }) => ({ keysym, code })),
    })),
  );
}
