import { keysymOf } from './keys.ts';

const SHIFT = 0xffe1;
/** Characters that need Shift on the layout that guests start with. */
const SHIFTED = /[A-Z~!@#$%^&*()_+{}|:"<>?]/;

/**
 * Types a text key by key. Waits between keys, since guests lose those that come too fast.
 * `stopped` is asked before each.
 */
export async function typeText(
  text: string,
  send: (keysym: number, down: boolean) => void,
  pause: () => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  for (const character of text.replaceAll('\r\n', '\n')) {
    if (stopped()) return;
    const keysym = keysymOf(character);
    const shift = SHIFTED.test(character);
    if (shift) send(SHIFT, true);
    send(keysym, true);
    send(keysym, false);
    if (shift) send(SHIFT, false);
    await pause();
  }
}
