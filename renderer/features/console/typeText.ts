import type { GuestLayout } from './guestLayout.ts';
import { pressKeys } from './keys.ts';

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
  readonly progress?: (typed: number) => void;
}

/** Types a text key by key. What the layout cannot type is left out. */
export async function typeText(text: string, options: TypeTextOptions): Promise<void> {
  const { layout, send, pause, stopped, progress } = options;
  let typed = 0;
  for (const character of typedText(text)) {
    if (stopped()) return;
    for (const stroke of layout.strokes(character) ?? []) {
      pressKeys(stroke, send);
      await pause();
    }
    typed += 1;
    progress?.(typed);
  }
}
