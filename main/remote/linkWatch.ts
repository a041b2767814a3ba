import { connect, type Socket } from 'node:net';
import type { ReachPlace } from './reach.ts';

export interface LinkWatchOptions {
  /** Between attempts at first, in ms. */
  readonly everyMs?: number;
  /** Between attempts after the first minutes, in ms. */
  readonly laterMs?: number;
}

const EVERY_MS = 1_000;
const LATER_MS = 2_000;
const AFTER_UP_MS = 5_000;
const FIRST_MINUTES_MS = 5 * 60_000;

/**
 * Knocks at a host that was lost, with one TCP handshake each time, and says when it answers after it did not. That is
 * cheaper than an attempt to connect, so that it can be done often, and it starts anew each time: the kernel's own
 * repeats of one handshake would be further and further apart.
 */
export class LinkWatch {
  readonly #place: ReachPlace;
  readonly #onUp: () => void;
  readonly #everyMs: number;
  readonly #laterMs: number;
  readonly #started = performance.now();
  #wasDown = false;
  #timer: NodeJS.Timeout | null = null;
  #socket: Socket | null = null;
  #stopped = false;

  /** @param place with an IP address: names would be looked up in threads that everything else needs too */
  constructor(place: ReachPlace, onUp: () => void, options: LinkWatchOptions = {}) {
    this.#place = place;
    this.#onUp = onUp;
    this.#everyMs = options.everyMs ?? EVERY_MS;
    this.#laterMs = options.laterMs ?? LATER_MS;
    this.#knock();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#socket?.destroy();
  }

  #knock(): void {
    const every = performance.now() - this.#started < FIRST_MINUTES_MS ? this.#everyMs : this.#laterMs;
    const socket = connect({ ...this.#place });
    this.#socket = socket;
    let answered = false;
    socket.once('connect', () => {
      answered = true;
      socket.destroy();
    });
    // A refusal is an answer of the host but not of the daemon.
    socket.on('error', () => {});
    socket.once('close', () => {
      if (answered && this.#wasDown && !this.#stopped) this.#up();
    });
    // An answer may have come while nobody had the time to look: it is looked at first.
    this.#next(every, () => setImmediate(() => this.#judge(socket, () => answered)));
  }

  #judge(socket: Socket, answered: () => boolean): void {
    socket.destroy();
    if (this.#stopped || socket !== this.#socket) return;
    this.#wasDown = !answered();
    this.#knock();
  }

  /** Whoever is told connects now, and is left in peace for a while. */
  #up(): void {
    this.#wasDown = false;
    this.#socket = null;
    this.#next(AFTER_UP_MS, () => this.#knock());
    this.#onUp();
  }

  #next(ms: number, then: () => void): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
    this.#timer.unref();
  }
}
