import type { Duplex } from 'node:stream';

/** How a daemon wants its clients to show who they are (remote_auth_type of libvirt's protocol). */
export type AuthKind = 'none' | 'sasl' | 'polkit' | 'unknown';

/** What a libvirt daemon says before anybody has signed in. */
export interface DaemonAnswer {
  /** What it accepts; the first is asked for. */
  readonly auth: readonly AuthKind[];
  /** SASL mechanisms that it offers; empty where it does not ask for SASL. */
  readonly mechanisms: readonly string[];
}

/** libvirt's remote protocol: program, version and procedures (remote_protocol.x); they never change. */
const PROGRAM = 0x20008086;
const VERSION = 1;
const AUTH_LIST = 66;
const AUTH_SASL_INIT = 67;
const HEADER = 28;
const CALL = 0;
const REPLY = 1;
const OK = 0;
const MAX_MESSAGE = 64 * 1024;
const AUTH_KINDS: readonly AuthKind[] = ['none', 'sasl', 'polkit'];

/** Something else than a libvirt daemon is at the other end. */
export class NotADaemon extends Error {}

/**
 * Asks a daemon how it wants its clients to authenticate: the first thing that every client of libvirt does. It
 * proves that a daemon is there and alive, and needs no rights. The stream is of no use after that.
 *
 * @throws Error when the stream ends or fails before the answer, NotADaemon for an answer that is none
 */
export async function askDaemon(stream: Duplex, signal: AbortSignal): Promise<DaemonAnswer> {
  const messages = new Messages(stream, signal);
  try {
    stream.write(call(AUTH_LIST, 0));
    const auth = readAuth(payloadOf(await messages.next()));
    if (!auth.includes('sasl')) return { auth, mechanisms: [] };
    stream.write(call(AUTH_SASL_INIT, 1));
    return { auth, mechanisms: readText(payloadOf(await messages.next())).split(/[,\s]+/) };
  } finally {
    messages.end();
  }
}

/** A call without arguments: length, then the header in XDR (RFC 4506). */
export function call(procedure: number, serial: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  [HEADER, PROGRAM, VERSION, procedure, CALL, serial, OK].forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
}

/** What follows the header of an answer. */
function payloadOf(message: Buffer): Buffer {
  const [program, version, , type, , status] = Array.from({ length: 6 }, (_, i) =>
    message.readUInt32BE(4 + i * 4),
  );
  if (program !== PROGRAM || version !== VERSION || type !== REPLY) {
    throw new NotADaemon('What answers there is no libvirt daemon.');
  }
  if (status !== OK) throw new Error('The daemon refuses to say how it wants its clients to sign in.');
  return message.subarray(HEADER);
}

function readAuth(payload: Buffer): AuthKind[] {
  const count = payload.length >= 4 ? payload.readUInt32BE(0) : 0;
  if (count > 20 || payload.length < 4 + count * 4) {
    throw new NotADaemon('What answers there is no libvirt daemon.');
  }
  return Array.from({ length: count }, (_, i) => AUTH_KINDS[payload.readUInt32BE(4 + i * 4)] ?? 'unknown');
}

function readText(payload: Buffer): string {
  const length = payload.length >= 4 ? payload.readUInt32BE(0) : 0;
  return payload.subarray(4, 4 + length).toString('latin1');
}

/** Cuts a stream into messages, each with its length in front. */
class Messages {
  readonly #stream: Duplex;
  readonly #ended: Promise<never>;
  #bytes: Buffer = Buffer.alloc(0);
  #grown: () => void = () => {};
  #fail: (error: Error) => void = () => {};

  constructor(stream: Duplex, signal: AbortSignal) {
    this.#stream = stream;
    this.#ended = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    this.#ended.catch(() => {});
    stream.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      if (this.#bytes.length > MAX_MESSAGE)
        this.#fail(new NotADaemon('What answers there is no libvirt daemon.'));
      this.#grown();
    });
    stream.on('error', (error) => this.#fail(error));
    stream.on('close', () => this.#fail(new Error('It closed the connection without an answer.')));
    stream.on('end', () => this.#fail(new Error('It closed the connection without an answer.')));
    const late = () => this.#fail(new Error('It does not answer.'));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
  }

  async next(): Promise<Buffer> {
    for (;;) {
      const message = this.#take();
      if (message) return message;
      const grown = new Promise<void>((resolve) => {
        this.#grown = resolve;
      });
      await Promise.race([grown, this.#ended]);
    }
  }

  end(): void {
    this.#stream.on('error', () => {});
    this.#stream.destroy();
  }

  #take(): Buffer | null {
    if (this.#bytes.length < 4) return null;
    const length = this.#bytes.readUInt32BE(0);
    if (length < HEADER || length > MAX_MESSAGE) {
      throw new NotADaemon('What answers there is no libvirt daemon.');
    }
    if (this.#bytes.length < length) return null;
    const message = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return message;
  }
}
