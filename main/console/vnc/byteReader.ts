import type { Duplex } from 'node:stream';
import { VncFailure } from './failure.ts';

/**
 * Takes exact numbers of bytes from a stream, as a handshake needs them. What is not taken stays in the stream, for
 * whoever reads it afterwards.
 */
export class ByteReader {
  readonly #stream: Duplex;
  readonly #timeoutMs: number;

  /** @param timeoutMs how long each read may wait */
  constructor(stream: Duplex, timeoutMs: number) {
    this.#stream = stream;
    this.#timeoutMs = timeoutMs;
  }

  /** @throws VncFailure when the stream ends or stays silent before that */
  read(count: number): Promise<Buffer> {
    if (count === 0) return Promise.resolve(Buffer.alloc(0));
    const stream = this.#stream;
    return new Promise((resolve, reject) => {
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        stream.off('readable', look);
        stream.off('end', ended);
        stream.off('close', ended);
        stream.off('error', failed);
        outcome();
      };
      const look = () => {
        const bytes: unknown = stream.read(count);
        if (!Buffer.isBuffer(bytes)) return;
        // At the end of a stream fewer are given than were asked for.
        if (bytes.length < count) return ended();
        settle(() => resolve(bytes));
      };
      const ended = () => settle(() => reject(new VncFailure('closed', 'closed the connection')));
      const failed = (error: Error) =>
        settle(() => reject(new VncFailure('closed', `broke off the connection (${error.message})`)));
      const timer = setTimeout(
        () => settle(() => reject(new VncFailure('silent', 'does not answer'))),
        this.#timeoutMs,
      );
      stream.on('readable', look);
      stream.once('end', ended);
      stream.once('close', ended);
      stream.once('error', failed);
      if (stream.destroyed || stream.readableEnded) return ended();
      look();
    });
  }

  async u8(): Promise<number> {
    return (await this.read(1)).readUInt8();
  }

  async u32(): Promise<number> {
    return (await this.read(4)).readUInt32BE();
  }

  /** Bytes after their length. @throws VncFailure when there are more than `max` */
  async counted(max: number): Promise<Buffer> {
    const length = await this.u32();
    if (length > max) throw new VncFailure('garbage', `announces an answer of ${length} bytes`);
    return this.read(length);
  }
}

/** A number of four bytes, as RFB sends it. */
export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
