import type { GuestLayout } from './guestLayout.ts';
import { codesOf } from './keyPace.ts';
import type { GuestKey } from './keys.ts';

/** The text as it is typed: one kind of line end. */
export function typedText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
}

/** The characters of a text that a keyboard of this layout cannot type, each once. */
export function untypable(text: string, layout: GuestLayout): string[] {
  return [...new Set(typedText(text))].filter((character) => layout.strokes(character) === null);
}

/** A key that goes down or up. */
interface KeyChange extends GuestKey {
  readonly down: boolean;
}

/** What is sent at once: a key that types goes down and up together, so that no guest takes it for one that is held. */
interface TypingStep {
  readonly changes: readonly KeyChange[];
  /** Characters of the text that are typed when it is sent. */
  readonly typed: number;
}

/**
 * How a text is typed. What the layout cannot type is left out. Modifiers stay down from one character to the next that
 * wants the same: each change of a key costs time.
 */
function* typingSteps(text: string, layout: GuestLayout): Generator<TypingStep> {
  let held: readonly GuestKey[] = [];
  let typed = 0;
  for (const character of typedText(text)) {
    typed += 1;
    for (const stroke of layout.strokes(character) ?? []) {
      const modifiers = stroke.slice(0, -1);
      const types = stroke.slice(-1);
      const changes = [...turn(held, modifiers), ...press(types, true), ...press(types, false)];
      yield { changes, typed };
      held = modifiers;
    }
  }
  if (held.length > 0) yield { changes: turn(held, []), typed };
}

/** The changes that lead from some held keys to others. */
function turn(from: readonly GuestKey[], to: readonly GuestKey[]): KeyChange[] {
  const among = (keys: readonly GuestKey[], key: GuestKey) => keys.some(({ code }) => code === key.code);
  return [
    ...press(
      from.filter((key) => !among(to, key)),
      false,
    ),
    ...press(
      to.filter((key) => !among(from, key)),
      true,
    ),
  ];
}

function press(keys: readonly GuestKey[], down: boolean): KeyChange[] {
  return keys.map(({ keysym, code }) => ({ keysym, code, down }));
}

/** How many codes a keyboard sends for a text. */
export function codesIn(text: string, layout: GuestLayout): number {
  let codes = 0;
  for (const { changes } of typingSteps(text, layout)) codes += codesOf(changes);
  return codes;
}

export interface TypeTextOptions {
  readonly layout: GuestLayout;
  readonly send: (keysym: number, code: string, down: boolean) => void;
  /** Waits until the guest's keyboard has handed on that many codes: it loses those that come too fast. */
  readonly pause: (codes: number) => Promise<void>;
  /** Asked before each key. Modifiers are let go all the same. */
  readonly stopped: () => boolean;
  /** Told how many characters are typed. */
  readonly progress?: (typed: number) => unknown;
}

/** Types a text key by key. */
export async function typeText(text: string, options: TypeTextOptions): Promise<void> {
  const { layout, send, pause, stopped, progress } = options;
  const held = new Map<string, KeyChange>();
  for (const { changes, typed } of typingSteps(text, layout)) {
    if (stopped()) break;
    for (const change of changes) {
      send(change.keysym, change.code, change.down);
      if (change.down) held.set(change.code, change);
      else held.delete(change.code);
    }
    await pause(codesOf(changes));
    progress?.(typed);
  }
  for (const { keysym, code } of held.values()) send(keysym, code, false);
}
