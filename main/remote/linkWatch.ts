import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';

/** Where a host listens. */
export interface ReachPlace {
  readonly host: string;
  readonly port: number;
}

export interface LinkWatchOptions {
  /** Between attempts at first, in ms. */
  readonly everyMs?: number;
  /** Between attempts after the first minutes, in ms. */
  readonly laterMs?: number;
}

const EVERY_MS = 1_000;
const LATER_MS = 2_000;
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
      if (!this.#wasDown || this.#stopped) return;
      this.#wasDown = false;
      this.#onUp();
    });
    // A refusal is an answer of the host but not of the daemon.
    socket.on('error', () => {});
    this.#timer = setTimeout(() => {
      socket.destroy();
      this.#wasDown = !answered;
      if (!this.#stopped) this.#knock();
    }, every);
    this.#timer.unref();
  }
}

/** The address behind a name, while it can be found; the place itself where it cannot. */
export async function addressOf(place: ReachPlace): Promise<ReachPlace> {
  if (isIP(place.host) !== 0) return place;
  const found = await lookup(place.host).catch(() => null);
  return found ? { host: found.address, port: place.port } : place;
}
