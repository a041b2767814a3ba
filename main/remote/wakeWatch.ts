import { networkInterfaces } from 'node:os';

/** Why lost connections should be tried at once. */
export type WakeReason = 'resumed' | 'network';

export interface WakeWatchOptions {
  readonly onWake: (reason: WakeReason) => void;
  /** Whether anybody wants to know now; nothing is looked at otherwise. */
  readonly needed: () => boolean;
  readonly everyMs?: number;
  /** Milliseconds since 1970, and of a clock that stands still while the computer sleeps; tests have their own. */
  readonly now?: () => { wall: number; monotonic: number };
  readonly interfaces?: () => string;
}

const EVERY_MS = 2_000;
/** Wall clock against the clock that stands still: less is a correction of the time. */
const JUMP_MS = 5_000;

/**
 * Notices that the computer has slept or its network has changed: after that, connections are dead or can come back,
 * and waiting for time-outs would be waste. Looking costs some microseconds.
 */
export class WakeWatch {
  readonly #options: WakeWatchOptions;
  readonly #now: () => { wall: number; monotonic: number };
  readonly #interfaces: () => string;
  readonly #timer: NodeJS.Timeout;
  #clock: { wall: number; monotonic: number };
  #addresses: string | null = null;

  constructor(options: WakeWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => ({ wall: Date.now(), monotonic: performance.now() }));
    this.#interfaces = options.interfaces ?? listAddresses;
    this.#clock = this.#now();
    this.#timer = setInterval(() => this.look(), options.everyMs ?? EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks now. */
  look(): void {
    const { wall, monotonic } = this.#now();
    const slept = wall - this.#clock.wall - (monotonic - this.#clock.monotonic);
    this.#clock = { wall, monotonic };
    if (!this.#options.needed()) {
      this.#addresses = null;
      return;
    }
    const addresses = this.#interfaces();
    const changed = this.#addresses !== null && addresses !== this.#addresses;
    this.#addresses = addresses;
    if (slept > JUMP_MS) this.#options.onWake('resumed');
    else if (changed) this.#options.onWake('network');
  }
}

/** Links of guests and containers come and go without meaning anything for the way to other hosts. */
const OF_GUESTS = /^(vnet|veth|tap|virbr|docker|br-|cni|lxc|podman)/;

function listAddresses(): string {
  return Object.entries(networkInterfaces())
    .filter(([name]) => name !== 'lo' && !OF_GUESTS.test(name))
    .flatMap(([name, addresses]) => (addresses ?? []).map((one) => `${name} ${one.cidr ?? one.address}`))
    .sort()
    .join('\n');
}
