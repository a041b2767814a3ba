import type { GuestLayout } from './guestLayout.ts';
import { type GuestKey, pressKeys } from './keys.ts';

/** The text as it is typed: one kind of line end. */
export function typedText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
}

/** The characters of a text that a keyboard of this layout cannot type, each once. */
export function untypable(text: string, layout: GuestLayout): string[] {
  return [...new Set(typedText(text))].filter((character) => layout.strokes(character) === null);
}

export interface TypeTextOptions {
  readonly layout: GuestLayout;
  readonly send: (keysym: number, code: string, down: boolean) => void;
  /** Waits between strokes, since guests lose those that come too fast. */
  readonly pause: () => Promise<void>;
  /** Asked before each character. */
  readonly stopped: () => boolean;
  /** Told how many characters are typed. */
  readonly progress?: (typed: number) => unknown;
}

/**
 * Types a text key by key. What the layout cannot type is left out. Modifiers stay down from one character to the next
 * that wants the same: a guest's keyboard holds a dozen bytes only, and each press and release takes some of them.
 */
export async function typeText(text: string, options: TypeTextOptions): Promise<void> {
  const { layout, send, pause, stopped, progress } = options;
  let held: readonly GuestKey[] = [];
  const hold = (wanted: readonly GuestKey[]) => {
    const is = (keys: readonly GuestKey[]) => (key: GuestKey) => keys.some(({ code }) => code === key.code);
    for (const key of held) if (!is(wanted)(key)) send(key.keysym, key.code, false);
    for (const key of wanted) if (!is(held)(key)) send(key.keysym, key.code, true);
    held = wanted;
  };
  let typed = 0;
  for (const character of typedText(text)) {
    if (stopped()) break;
    for (const stroke of layout.strokes(character) ?? []) {
      hold(stroke.slice(0, -1));
      pressKeys(stroke.slice(-1), send);
      await pause();
    }
    typed += 1;
    progress?.(typed);
  }
  hold([]);
}
