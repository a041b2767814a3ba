import type { Terminal } from '@xterm/xterm';
import type { ByteChannel, ByteCloseReason, DomainRef } from '../../../contract/index.ts';
import { client, host } from '../../state/host.ts';
import type { Attachment } from './consoleSession.ts';

export interface TextOptions {
  readonly ref: DomainRef;
  /** The key of the device among the machine's consoles. */
  readonly key: string;
  readonly force: boolean;
  readonly terminal: Terminal;
  readonly ended: (reason: ByteCloseReason) => void;
}

/** Joins a character device with a terminal. Throws ApiError. */
export async function openText({ ref, key, force, terminal, ended }: TextOptions): Promise<Attachment> {
  const { ticket } = await client().consoles.openText({ ...ref, key, force });
  const channel = await host().openBytes(ticket);
  // Credit goes back when the terminal has taken the bytes: a guest that floods waits.
  channel.onData((bytes) => new Promise((resolve) => terminal.write(bytes, resolve)));
  const detach = sendInput(channel, terminal);
  channel.onClose((reason) => {
    detach();
    ended(reason);
  });
  return {
    close() {
      detach();
      if (channel.open) channel.close({ kind: 'cancelled', message: '' });
    },
  };
}

const encoder = new TextEncoder();

/** Sends what is typed. Returns the function that stops it. */
function sendInput(channel: ByteChannel, terminal: Terminal): () => void {
  const send = (bytes: Uint8Array) => {
    if (channel.open) channel.send(bytes);
  };
  const typed = terminal.onData((text) => send(encoder.encode(text)));
  // Mouse reports of old protocols: one byte a character.
  const binary = terminal.onBinary((text) =>
    send(Uint8Array.from(text, (character) => character.charCodeAt(0))),
  );
  return () => {
    typed.dispose();
    binary.dispose();
  };
}
