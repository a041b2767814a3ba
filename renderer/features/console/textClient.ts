import type { Terminal } from '@xterm/xterm';
import type { ByteChannel, ByteCloseReason, DomainRef } from '../../../contract/index.ts';
import { client, host } from '../../state/host.ts';
import type { Attachment } from './consoleSession.ts';
import { beginAfresh } from './text/afresh.ts';
import { GuestBytes } from './text/guestBytes.ts';
import { intake } from './text/intake.ts';
import { isReport } from './text/unsent.ts';

/** How long a picture is waited for, in ms. */
const UNPAINTED_MS = 50;

export interface TextOptions {
  readonly ref: DomainRef;
  /** The key of the device among the machine's consoles. */
  readonly key: string;
  readonly force: boolean;
  /** It is another run of the machine than the one whose output the terminal shows. */
  readonly started: boolean;
  readonly terminal: Terminal;
  readonly ended: (reason: ByteCloseReason) => void;
  /** The way to the guest was lost, and so many characters had been typed since it said anything. */
  readonly onUnanswered: (characters: number) => void;
}

/** Joins a character device with a terminal. Throws ApiError. */
export async function openText(options: TextOptions): Promise<Attachment> {
  const { ref, key, force, started, terminal, ended, onUnanswered } = options;
  const { ticket } = await client().consoles.openText({ ...ref, key, force });
  const channel = await host().openBytes(ticket);
  const guest = new GuestBytes(() => terminal.rows);
  let unanswered = 0;
  // A machine that starts writes over the screen: what the one before it printed last goes into the scrollback first.
  let begins = started;
  const take = intake(terminal, nextPicture);
  // Credit goes back when the terminal has room: a guest that floods waits.
  channel.onData((bytes) => {
    unanswered = 0;
    if (begins) terminal.write(guest.clear());
    begins = false;
    return take(guest.transform(bytes));
  });
  const detach = sendInput(channel, terminal, (text) => {
    unanswered += text.length;
  });
  channel.onClose((reason) => {
    detach();
    terminal.write(guest.end());
    // The next one has nothing of this one's modes; where only the way to it was lost, they go on.
    if (reason.kind === 'end') beginAfresh(terminal);
    if (reason.kind === 'error' && unanswered > 0) onUnanswered(unanswered);
    ended(reason);
  });
  return {
    close() {
      detach();
      if (channel.open) channel.close({ kind: 'cancelled', message: '' });
    },
  };
}

/** Resolves when the page has painted, or soon where it does not (it is hidden). */
function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UNPAINTED_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const encoder = new TextEncoder();

/** Sends what is typed. Returns the function that stops it. */
function sendInput(channel: ByteChannel, terminal: Terminal, onTyped: (text: string) => void): () => void {
  const send = (bytes: Uint8Array) => {
    if (channel.open) channel.send(bytes);
  };
  const typed = terminal.onData((text) => {
    if (!isReport(text)) onTyped(text);
    send(encoder.encode(text));
  });
  // Mouse reports of old protocols: one byte a character.
  const binary = terminal.onBinary((text) =>
    send(Uint8Array.from(text, (character) => character.charCodeAt(0))),
  );
  return () => {
    typed.dispose();
    binary.dispose();
  };
}
