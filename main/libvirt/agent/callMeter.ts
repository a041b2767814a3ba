import type { LaneCost } from './laneProtocol.ts';

/** Measures what one task costs in calls of libvirt. */
export class CallMeter {
  readonly #isLocal: (name: string) => boolean;
  readonly #locality = new Map<string, boolean>();
  #start = 0;
  #calls = 0;
  #slowest: { name: string; ms: number } | null = null;

  /** @param isLocal tells the functions that never leave the process; they are not counted */
  constructor(isLocal: (name: string) => boolean) {
    this.#isLocal = isLocal;
  }

  start(): void {
    this.#start = performance.now();
    this.#calls = 0;
    this.#slowest = null;
  }

  /** Told of every call. */
  readonly note = (name: string, ms: number): void => {
    let local = this.#locality.get(name);
    if (local === undefined) {
      local = this.#isLocal(name);
      this.#locality.set(name, local);
    }
    if (local) return;
    this.#calls += 1;
    if (this.#slowest === null || ms > this.#slowest.ms) this.#slowest = { name, ms };
  };

  stop(): LaneCost {
    return { ms: performance.now() - this.#start, calls: this.#calls, slowest: this.#slowest };
  }
}
