import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { apiError, type ByteChannel } from '../../../contract/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { SendOptions, UploadSource, UploadTarget } from './source.ts';

/** Kept until the host has it for certain: a line that breaks loses no more than this, and main repeats it itself. */
const PART = 32 * 1024 * 1024;

/**
 * A file that a window sends. Windows come and go: `received` says where the next one goes on. What the host does not
 * have for certain is kept here, so that a broken line to the host is none of the window's business.
 */
export class WindowSource implements UploadSource {
  readonly size: number;
  readonly #hash = createHash('sha256');
  /** Bytes that the host does not have for certain, the first of them at #kept. */
  #chunks: Uint8Array[] = [];
  #kept = 0;
  #received = 0;
  #channel: ByteChannel | null = null;
  /** Whether a window has ever been there. */
  #seen = false;
  #problem: Error | null = null;
  #wake: (() => void)[] = [];

  constructor(size: number) {
    this.size = size;
  }

  /** Whether a window is there that sends. */
  get connected(): boolean {
    return this.#channel !== null;
  }

  /** Bytes that have come from windows. */
  get received(): number {
    return this.#received;
  }

  /** Takes nothing more from the channel there is. What has been received stays so. */
  detach(): void {
    const channel = this.#channel;
    this.#channel = null;
    channel?.close({ kind: 'taken-over', message: 'The file is sent from elsewhere now.' });
  }

  /** Takes the bytes from a window's channel, in place of the one before. */
  accept(channel: ByteChannel): void {
    this.detach();
    this.#channel = channel;
    this.#seen = true;
    channel.onData((bytes) => this.#take(channel, bytes));
    channel.onClose(() => {
      if (this.#channel === channel) this.#channel = null;
      this.#told();
    });
    this.#told();
  }

  async send(
    host: Hypervisor,
    target: UploadTarget,
    offset: number,
    { signal, progress, waiting }: SendOptions,
  ): Promise<number> {
    this.#forget(offset);
    const length = Math.min(PART, this.size - offset);
    await this.#chunk(0, signal, waiting);
    const request = { kind: 'upload', pool: target.pool, volume: target.volume, offset, length } as const;
    const doing = `Uploading to ${target.pool} on ${host.connection.name}`;
    try {
      const stream = await host.connection.agent.openStream(request);
      await this.#pour(stream, length, { signal, progress, waiting });
    } catch (error) {
      if (signal.aborted) throw apiError('cancelled', 'Cancelled.');
      throw toApiError(error, { doing, uri: host.connection.uri });
    }
    this.#forget(offset + length);
    return length;
  }

  /** Writes what is kept and what comes, and resolves when the host has all of it. */
  async #pour(stream: Duplex, length: number, options: SendOptions): Promise<void> {
    const { signal, progress, waiting } = options;
    const stop = (): void => void stream.destroy();
    signal.addEventListener('abort', stop, { once: true });
    // It may have been cancelled while the stream was opened.
    if (signal.aborted) stop();
    // One promise for every end: of two, the end of the stream could overtake that everything has arrived.
    const arrived = new Promise<void>((resolve, reject) => {
      stream.once('finish', resolve);
      stream.once('error', reject);
      stream.once('close', () => reject(apiError('unavailable', 'The stream to the host was cut off.')));
    });
    arrived.catch(() => {});
    const unlessBroken = <T>(work: Promise<T>): Promise<T> => Promise.race([work, arrived.then(() => work)]);
    try {
      for (let sent = 0, at = 0; sent < length; at++) {
        const chunk = await unlessBroken(this.#chunk(at, signal, waiting));
        // The part may end within what a window sent at once.
        const piece = chunk.subarray(0, length - sent);
        if (!stream.write(piece)) await unlessBroken(once(stream, 'drain'));
        sent += piece.byteLength;
        progress(sent);
      }
      stream.end();
      await arrived;
    } finally {
      signal.removeEventListener('abort', stop);
      if (!stream.writableFinished) stream.destroy();
    }
  }

  /** The next of the bytes that the host does not have; waits for a window to send them. */
  async #chunk(at: number, signal: AbortSignal, waiting: SendOptions['waiting']): Promise<Uint8Array> {
    let told = false;
    await this.#until(() => {
      if (at < this.#chunks.length) return true;
      const alone = this.#seen && this.#channel === null;
      if (alone !== told) waiting(alone);
      told = alone;
      return false;
    }, signal);
    if (told) waiting(false);
    return this.#chunks[at] ?? new Uint8Array();
  }

  async digest(): Promise<string> {
    return this.#hash.copy().digest('hex');
  }

  close(): void {
    this.#problem ??= apiError('cancelled', 'Cancelled.');
    const channel = this.#channel;
    this.#channel = null;
    channel?.close(
      this.#received === this.size
        ? { kind: 'end', message: '' }
        : { kind: 'cancelled', message: 'The upload has ended.' },
    );
    this.#chunks = [];
    this.#told();
  }

  #take(channel: ByteChannel, bytes: Uint8Array): Promise<void> | void {
    if (this.#channel !== channel) return;
    if (this.#received + bytes.byteLength > this.size) {
      this.#problem = apiError('invalid', 'The window has sent more than the file was said to hold.');
      channel.close({ kind: 'error', message: this.#problem.message });
      return this.#told();
    }
    const copy = Uint8Array.from(bytes);
    this.#hash.update(copy);
    this.#chunks.push(copy);
    this.#received += copy.byteLength;
    this.#told();
    // Without credit the window waits, and so does whoever reads its disk.
    if (this.#received - this.#kept >= 2 * PART) return this.#until(() => this.#room, null).catch(() => {});
  }

  get #room(): boolean {
    return this.#received - this.#kept < 2 * PART;
  }

  /** The host has everything before. */
  #forget(offset: number): void {
    while (this.#kept < offset) {
      const [first] = this.#chunks;
      if (!first) break;
      const over = this.#kept + first.byteLength - offset;
      if (over > 0) this.#chunks[0] = first.subarray(first.byteLength - over);
      else this.#chunks.shift();
      this.#kept = over > 0 ? offset : this.#kept + first.byteLength;
    }
    this.#told();
  }

  async #until(holds: () => boolean, signal: AbortSignal | null): Promise<void> {
    const wake = (): void => this.#told();
    signal?.addEventListener('abort', wake);
    try {
      while (!holds()) {
        if (signal?.aborted) throw apiError('cancelled', 'Cancelled.');
        if (this.#problem) throw this.#problem;
        await new Promise<void>((resolve) => this.#wake.push(resolve));
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
  }

  #told(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
