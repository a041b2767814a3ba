import { virEventHandleType } from '../generated/enums-event.ts';
import { virStreamEventType } from '../generated/enums-stream.ts';
import { addHandle, type EventHandle } from '../typed/event-loop.ts';
import type { Stream } from '../typed/stream.ts';
import type { ReleasedStream } from './eventProtocol.ts';
import type { LinkFd } from './linkFd.ts';

const { VIR_STREAM_EVENT_READABLE, VIR_STREAM_EVENT_WRITABLE } = virStreamEventType;
const STREAM_ENDS = virStreamEventType.VIR_STREAM_EVENT_ERROR | virStreamEventType.VIR_STREAM_EVENT_HANGUP;
const { VIR_EVENT_HANDLE_READABLE, VIR_EVENT_HANDLE_WRITABLE } = virEventHandleType;
const LINK_ENDS = virEventHandleType.VIR_EVENT_HANDLE_ERROR | virEventHandleType.VIR_EVENT_HANDLE_HANGUP;

const CHUNK = 64 * 1024;
/** One for all: what is left of it is copied before anything else is read. */
const scratch = new Uint8Array(CHUNK);

/** What a pump tells. */
export interface PumpListener {
  /** The console is over; null: in order. What it had sent still goes to main. */
  ended(error: unknown): void;
}

/**
 * Moves bytes between a console's non-blocking stream and the link to main, in the turns of libvirt's loop.
 * Of each direction at most one chunk waits here: who is slow on one side is waited for on the other.
 */
export class ConsolePump {
  readonly #stream: Stream;
  readonly #link: LinkFd;
  readonly #handle: EventHandle;
  readonly #listener: PumpListener;
  #toMain: Uint8Array | null = null;
  #toGuest: Uint8Array | null = null;
  #streamEvents = VIR_STREAM_EVENT_READABLE | STREAM_ENDS;
  #linkEvents: number = VIR_EVENT_HANDLE_READABLE;
  #finished = false;
  #streamOver = false;
  #linkOver = false;

  /** @param stream becomes this object's own, as does the link */
  constructor(stream: Stream, link: LinkFd, listener: PumpListener) {
    this.#stream = stream;
    this.#link = link;
    this.#listener = listener;
    stream.eventAddCallback(this.#streamEvents, (events) => this.#turn(() => this.#streamReady(events)));
    this.#handle = addHandle(link.fd, this.#linkEvents, (events) =>
      this.#turn(() => this.#linkReady(events)),
    );
  }

  /** Whether both sides are done with; then it is to be released, outside of its callbacks. */
  get over(): boolean {
    return this.#streamOver && (this.#linkOver || this.#toMain === null);
  }

  /**
   * Takes what a turn of libvirt's loop has brought. libvirt would tell of it by a timer in its next turn, after one of
   * Node's: 70 µs later, where an echo takes 17 for the rest of its way back through this process.
   */
  receive(): void {
    if (!this.#streamOver && this.#toMain === null) this.#turn(() => this.#fromGuest());
  }

  /** Lets go of both sides. Ending the stream takes a round trip, which is for the lane for calls. */
  release(): ReleasedStream {
    if (!this.#streamOver) this.#end(null, false);
    try {
      this.#stream.eventRemoveCallback();
    } catch {
      // It has ended by itself, or its connection has.
    }
    this.#handle.remove();
    this.#link.close();
    return { address: this.#stream.address, finished: this.#finished };
  }

  #streamReady(events: number): void {
    if (this.#streamOver) return;
    if (events & VIR_STREAM_EVENT_WRITABLE) this.#flushToGuest();
    if (events & (VIR_STREAM_EVENT_READABLE | STREAM_ENDS)) this.#fromGuest();
  }

  #linkReady(events: number): void {
    if (this.#linkOver) return;
    if (events & VIR_EVENT_HANDLE_WRITABLE) this.#flushToMain();
    if (events & (VIR_EVENT_HANDLE_READABLE | LINK_ENDS)) this.#fromMain();
  }

  #fromGuest(): void {
    while (this.#toMain === null && !this.#linkOver) {
      const received = this.#stream.recv(scratch);
      if (received === null) return;
      if (received === 0) {
        this.#end(null, true);
        return;
      }
      this.#toMain = scratch.subarray(0, received);
      this.#flushToMain();
      // The rest waits in a place of its own.
      if (this.#toMain) this.#toMain = this.#toMain.slice();
    }
  }

  #flushToMain(): void {
    const bytes = this.#toMain;
    if (!bytes) return;
    const written = this.#link.write(bytes);
    if (written === null) this.#left();
    else this.#toMain = written === bytes.byteLength ? null : bytes.subarray(written);
  }

  #fromMain(): void {
    if (this.#toGuest !== null) return;
    const received = this.#link.read(scratch);
    // What is typed after the end goes nowhere.
    if (received === null || (received > 0 && this.#streamOver)) return;
    if (received === 0) {
      this.#left();
      return;
    }
    this.#toGuest = scratch.subarray(0, received);
    this.#flushToGuest();
    if (this.#toGuest) this.#toGuest = this.#toGuest.slice();
  }

  #flushToGuest(): void {
    for (let bytes = this.#toGuest; bytes && !this.#streamOver; bytes = this.#toGuest) {
      const sent = this.#stream.send(bytes);
      if (sent === null) return;
      this.#toGuest = sent === bytes.byteLength ? null : bytes.subarray(sent);
    }
  }

  /** Does something and then waits for what can be dealt with. */
  #turn(work: () => void): void {
    try {
      work();
      if (!this.#streamOver) this.#listenToStream();
    } catch (error) {
      this.#end(error, false);
    }
    this.#listenToLink();
  }

  #listenToStream(): void {
    const events =
      STREAM_ENDS |
      (this.#toMain === null ? VIR_STREAM_EVENT_READABLE : 0) |
      (this.#toGuest === null ? 0 : VIR_STREAM_EVENT_WRITABLE);
    if (events === this.#streamEvents) return;
    this.#streamEvents = events;
    this.#stream.eventUpdateCallback(events);
  }

  #listenToLink(): void {
    const events =
      (this.#toGuest === null && !this.#linkOver ? VIR_EVENT_HANDLE_READABLE : 0) |
      (this.#toMain === null || this.#linkOver ? 0 : VIR_EVENT_HANDLE_WRITABLE);
    if (events === this.#linkEvents) return;
    this.#linkEvents = events;
    this.#handle.update(events);
  }

  /** Main has closed its end: the viewer has left. */
  #left(): void {
    this.#linkOver = true;
    this.#toMain = null;
    this.#end(null, false);
  }

  #end(error: unknown, finished: boolean): void {
    if (this.#streamOver) return;
    this.#streamOver = true;
    this.#finished = finished;
    this.#toGuest = null;
    this.#listener.ended(error);
  }
}
