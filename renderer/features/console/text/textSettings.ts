import { readBoolean, readNumber, saveUiValue, useUiState } from '../../../state/uiState.ts';
import type { TerminalOptions } from '../terminal.ts';
import { readScrollback, SCROLLBACK } from './scrollback.ts';

const FONT_SIZE = 'console.text.fontSize';
const CLASSIC = 'console.text.classic';

const NORMAL_FONT = 13;
export const MIN_FONT = 8;
export const MAX_FONT = 32;

/** How text consoles look, for all machines alike. */
export function useTextSettings(): TerminalOptions {
  const lines = useUiState(({ values }) => readScrollback(values[SCROLLBACK]));
  const fontSize = useUiState(({ values }) => readNumber(values[FONT_SIZE], NORMAL_FONT, MIN_FONT, MAX_FONT));
  const classic = useUiState(({ values }) => readBoolean(values[CLASSIC], false));
  return { lines, fontSize, classic };
}

/** Keeps a size of letters, in pixels; the nearest possible one. */
export function saveFontSize(size: number): void {
  saveUiValue(FONT_SIZE, Math.round(Math.min(MAX_FONT, Math.max(MIN_FONT, size))));
}

/** Keeps whether terminals have 80 columns and 24 lines, or as many as fit. */
export function saveClassic(classic: boolean): void {
  saveUiValue(CLASSIC, classic);
}

/** Keeps how many lines are kept above the screen; the nearest possible number. */
export function saveScrollback(lines: number): void {
  saveUiValue(SCROLLBACK, readScrollback(lines));
}

/** Another size of letters, from one to the next. */
export function nextFont(now: number, change: 'larger' | 'smaller' | 'normal'): number {
  if (change === 'normal') return NORMAL_FONT;
  return change === 'larger' ? now + 1 : now - 1;
}
