import { virStreamEventType } from '../generated/enums-stream.ts';
import type { Stream } from '../typed/stream.ts';
import { CONSOLE_WINDOW, type FromEvents, type ReleasedStream } from './eventProtocol.ts';
import { toFailure } from './thrown.ts';

const { VIR_STREAM_EVENT_READABLE: READABLE, VIR_STREAM_EVENT_WRITABLE: WRITABLE } = virStreamEventType;
const { VIR_STREAM_EVENT_ERROR: ERROR, VIR_STREAM_EVENT_HANGUP: HANGUP } = virStreamEventType;

/** What one recv may bring. */
const CHUNK = 64 * 1024;
const scratch = new Uint8Array(CHUNK);

/**
 * A console's non-blocking stream in the event worker. Bytes go to and come from the agent's main thread as
 * messages, never more than a window of them that have not been taken on: a guest that floods its serial
 * port waits for the reader.
 */
export class ConsoleStream {
  readonly id: number;
  readonly #stream: Stream;
  readonly #post: (message: FromEvents) => void;
  /** Bytes sent to main that it has not taken. */
  #ahead = 0;
  #toWrite: Uint8Array[] = [];
  #events = READABLE | ERROR | HANGUP;
  #over = false;
  #finished = false;

  /** @param stream becomes this object's own */
  constructor(id: number, stream: Stream, post: (message: FromEvents) => void) {
    this.id = id;
    this.#stream = stream;
    this.#post = post;
    stream.eventAddCallback(this.#events, (events) => this.#guard(() => this.#happened(events)));
  }

  /** Whether it has ended, and waits to be released outside of its callback. */
  get over(): boolean {
    return this.#over;
  }

  write(bytes: Uint8Array): void {
    if (this.#over) return;
    this.#toWrite.push(bytes);
    this.#guard(() => this.#flush());
  }

  /** So many bytes have gone on. */
  taken(bytes: number): void {
    this.#ahead -= bytes;
    if (!this.#over) this.#guard(() => this.#listen());
  }

  /**
   * Lets go of the stream, outside of its callback. Ending and freeing it takes a round trip, which is for
   * the lane for calls.
   */
  release(): ReleasedStream {
    const finished = this.#finished;
    this.#over = true;
    try {
      this.#stream.eventRemoveCallback();
    } catch {
      // It has ended by itself, or its connection has.
    }
    return { address: this.#stream.address, finished };
  }

  #happened(events: number): void {
    if (this.#over) return;
    if (events & (READABLE | HANGUP | ERROR)) this.#receive();
    if (!this.#over && events & WRITABLE) this.#flush();
  }

  #receive(): void {
    while (this.#ahead < CONSOLE_WINDOW) {
      const received = this.#stream.recv(scratch);
      if (received === null) break;
      if (received === 0) {
        this.#end(null);
        return;
      }
      this.#ahead += received;
      this.#post({ type: 'data', stream: this.id, bytes: scratch.slice(0, received) });
    }
    this.#listen();
  }

  #flush(): void {
    for (let first = this.#toWrite[0]; first; first = this.#toWrite[0]) {
      const sent = this.#stream.send(first);
      if (sent === null) break;
      this.#post({ type: 'written', stream: this.id, bytes: sent });
      if (sent === first.byteLength) this.#toWrite.shift();
      else this.#toWrite[0] = first.subarray(sent);
    }
    this.#listen();
  }

  /** Waits for what can be dealt with now. */
  #listen(): void {
    const events =
      ERROR |
      HANGUP |
      (this.#ahead < CONSOLE_WINDOW ? READABLE : 0) |
      (this.#toWrite.length > 0 ? WRITABLE : 0);
    if (events === this.#events) return;
    this.#events = events;
    this.#stream.eventUpdateCallback(events);
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#end(error);
    }
  }

  #end(error: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#finished = error === null;
    this.#post({ type: 'streamEnded', stream: this.id, error: error === null ? null : toFailure(error) });
  }
}
