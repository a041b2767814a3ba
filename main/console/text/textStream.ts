import type { Duplex } from 'node:stream';
import { type ByteChannel, type ByteCloseReason, CREDIT_WINDOW } from '../../../contract/index.ts';
import type { ConsoleLog } from './consoleLog.ts';

/**
 * The device is held back above this many bytes that the window has not taken yet. More than what counts as drained,
 * or it would be waited for what has come already.
 */
const HIGH_WATER = (CREDIT_WINDOW * 3) / 4;

const ELSEWHERE: ByteCloseReason = { kind: 'taken-over', message: 'The console was opened somewhere else.' };

/**
 * An open character device. Its bytes go to at most one window and at most one log, as fast as the slower of the two
 * takes them; it is closed when it has neither.
 */
export class TextStream {
  readonly #stream: Duplex;
  readonly #reasonOf: (error: Error | null) => Promise<ByteCloseReason>;
  /** Resolves when it is over. */
  readonly ended: Promise<ByteCloseReason>;
  #failure: Error | null = null;
  #log: ConsoleLog | null;
  #channel: ByteChannel | null = null;
  /** The window that has it, or is about to come: a later one has a higher number. */
  #viewer = 0;
  #viewed = false;
  /** Somebody has no room at present. */
  #waiting = false;
  #over = false;
  #left = false;

  /** @param stream becomes this object's own */
  constructor(
    stream: Duplex,
    log: ConsoleLog | null,
    reasonOf: (error: Error | null) => Promise<ByteCloseReason>,
  ) {
    this.#stream = stream;
    this.#log = log;
    this.#reasonOf = reasonOf;
    stream.on('data', (chunk: Buffer) => this.#take(chunk));
    stream.pause();
    stream.on('error', (error: Error) => {
      this.#failure ??= error;
    });
    this.ended = new Promise((resolve) => {
      const end = () => {
        if (this.#over) return;
        this.#over = true;
        resolve(this.#end());
      };
      stream.once('end', end);
      stream.once('close', end);
    });
    this.#flow();
  }

  /** Nothing comes from it any more. */
  get over(): boolean {
    return this.#over || this.#stream.destroyed;
  }

  /** Whether a window has it or is about to. */
  get viewed(): boolean {
    return this.#viewed;
  }

  /** Whether it was closed from this side. */
  get left(): boolean {
    return this.#left;
  }

  set log(log: ConsoleLog | null) {
    this.#log = log;
    this.#closeUnused();
    this.#flow();
  }

  /**
   * Gives it to a window that is about to come; who has it is told.
   * @returns what to do when the window comes, or does not
   */
  reserve(): { accept: (channel: ByteChannel) => void; expire: () => void } {
    this.#viewer += 1;
    const viewer = this.#viewer;
    this.#viewed = true;
    this.#channel?.close(ELSEWHERE);
    this.#channel = null;
    this.#flow();
    return {
      accept: (channel) => {
        if (viewer === this.#viewer) this.#join(channel);
        else channel.close(ELSEWHERE);
      },
      expire: () => this.#leave(viewer),
    };
  }

  /** Closes it. */
  destroy(): void {
    this.#left = true;
    this.#stream.destroy();
  }

  #join(channel: ByteChannel): void {
    this.#channel = channel;
    const viewer = this.#viewer;
    channel.onData((bytes) => this.#send(bytes));
    channel.onClose(() => this.#leave(viewer));
    // It may have ended while the window was still coming.
    if (this.over) void this.ended.then((reason) => channel.close(reason));
    this.#flow();
  }

  #leave(viewer: number): void {
    if (viewer !== this.#viewer) return;
    this.#viewed = false;
    this.#channel = null;
    this.#closeUnused();
    this.#flow();
  }

  #closeUnused(): void {
    if (!this.#viewed && !this.#log?.running) this.destroy();
  }

  #take(chunk: Buffer): void {
    this.#log?.write(chunk);
    if (this.#channel?.open) this.#channel.send(chunk);
    this.#flow();
  }

  /** Reads on when both have room, and waits for whichever has none. */
  #flow(): void {
    if (this.over || this.#waiting) return;
    const full = this.#channel !== null && this.#channel.bufferedAmount >= HIGH_WATER;
    const waits = full ? this.#channel?.drained() : this.#log?.congested ? this.#log.drained() : null;
    if (waits) {
      this.#waiting = true;
      this.#stream.pause();
      void waits.then(() => {
        this.#waiting = false;
        this.#flow();
      });
    } else if (this.#channel || (this.#log?.running && !this.#viewed)) this.#stream.resume();
    // The window that is coming shall have what is printed from now on.
    else this.#stream.pause();
  }

  /** Resolves when the device has taken the bytes; one that is over takes nothing. */
  #send(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      if (this.#stream.writable) this.#stream.write(bytes, () => resolve());
      else resolve();
    });
  }

  async #end(): Promise<ByteCloseReason> {
    if (this.#left) return { kind: 'cancelled', message: '' };
    const reason = await this.#reasonOf(this.#failure).catch(
      (): ByteCloseReason => ({ kind: 'error', message: 'The connection ended.' }),
    );
    this.#channel?.close(reason);
    return reason;
  }
}
