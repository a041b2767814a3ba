import type { Terminal } from '@xterm/xterm';
import { readNumber } from '../../../state/uiState.ts';

export const SCROLLBACK = 'console.text.scrollback';
export const MIN_LINES = 1000;
export const MAX_LINES = 100_000;
const DEFAULT_LINES = 10_000;
/** Cells in the memory of one terminal, twelve bytes each: 96 MB. */
const MAX_CELLS = 8_000_000;

/** The lines that the user wants to keep above the screen. */
export function readScrollback(value: Parameters<typeof readNumber>[0]): number {
  return Math.round(readNumber(value, DEFAULT_LINES, MIN_LINES, MAX_LINES));
}

/** The lines that are kept: what is wanted, as far as wide lines leave room for it. */
export function scrollbackFor(wanted: number, columns: number): number {
  return Math.min(wanted, Math.floor(MAX_CELLS / Math.max(1, columns)));
}

/** Everything that a terminal holds, as text; lines that were wrapped are joined again. */
export function textOf({ buffer }: Terminal): string {
  const { normal } = buffer;
  const lines: string[] = [];
  for (let i = 0; i < normal.length; i++) {
    const line = normal.getLine(i);
    if (!line) continue;
    const wrapsOn = normal.getLine(i + 1)?.isWrapped ?? false;
    const text = line.translateToString(!wrapsOn);
    if (line.isWrapped) lines.push((lines.pop() ?? '') + text);
    else lines.push(text);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\n`).join('');
}

/** Saves what a terminal holds as a text file, named after the machine and the time. */
export function saveText(terminal: Terminal, machine: string, title: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([textOf(terminal)], { type: 'text/plain;charset=utf-8' }));
  link.download = `${fileName(machine, title, new Date())}.txt`;
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name for a file, without an ending: a machine's name is anything, a file's is not. */
export function fileName(machine: string, title: string, date: Date): string {
  const time = date.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const safe = `${machine}-${title}`.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '');
  return `${[...safe].slice(0, 60).join('')}-${time}`;
}
