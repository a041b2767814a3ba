import type { Terminal } from '@xterm/xterm';
import { useEffect, useState } from 'react';
import { count } from '../../../ui/format.ts';
import { showNotice } from '../../../ui/notify.tsx';

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const REPORT = /^\x1b(?:\[[IO]|\[[?>]?[\d;]*\$?[cnRy]|P[01]\$r|\]\d+;)/;

/** Whether a terminal says this by itself: that it has the focus or not, or what the guest has asked it for. */
export function isReport(text: string): boolean {
  return REPORT.test(text);
}

/** How many characters have been typed since the console is not connected: nobody gets them, now or later. */
export function useUnsent(terminal: Terminal | undefined, connected: boolean): number {
  const [unsent, setUnsent] = useState(0);
  useEffect(() => {
    if (connected || !terminal) return;
    const typed = terminal.onData((text) => {
      if (!isReport(text)) setUnsent((before) => before + text.length);
    });
    return () => {
      typed.dispose();
      setUnsent(0);
    };
  }, [terminal, connected]);
  return unsent;
}

/** {@link useUnsent} in words; null: nothing was typed. */
export function unsentWords(unsent: number): string | null {
  if (unsent === 0) return null;
  return `What is typed now is not sent: ${count(unsent, 'character')} went nowhere.`;
}

/** Says that the guest may not have got what was typed last, before anybody could know that the way was lost. */
export function sayUnanswered(where: string, characters: number): void {
  showNotice(
    'warning',
    `${where}: the connection was lost`,
    `${count(characters, 'character')} typed before that had no answer. Look whether they have arrived.`,
  );
}
