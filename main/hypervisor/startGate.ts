import { availableParallelism } from 'node:os';

/** Attempts that come together decide together whether they are many. */
const GATHER_MS = 15;
/** An agent that is still opening after this waits for its host, not for a processor. */
const STARTING_MS = 700;

/**
 * Lets only a few agents start at a time: starting one takes a fifth of a second of a processor, and when many start
 * together none is ready before all are. Those whose host answers go first.
 */
export class StartGate {
  readonly #width: number;
  readonly #queue: (() => void)[] = [];
  #attempts = 0;
  #starting = 0;

  /** @param width how many may start at a time */
  constructor(width: number = Math.max(2, availableParallelism())) {
    this.#width = width;
  }

  /**
   * Takes part from now until the returned function is called. Resolves with whether so few take part that an agent may
   * start at once, while the way to its host is still being prepared.
   */
  async join(): Promise<{ early: boolean; leave: () => void }> {
    this.#attempts += 1;
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    let left = false;
    const leave = (): void => {
      if (!left) this.#attempts -= 1;
      left = true;
    };
    return { early: this.#attempts <= this.#width, leave };
  }

  /** Waits for a turn to start an agent. The returned function ends the turn, which ends by itself soon enough. */
  async enter(): Promise<() => void> {
    if (this.#starting >= this.#width) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#starting += 1;
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      const next = this.#queue.shift();
      // A turn is handed on, so that nobody comes in between.
      if (next) next();
      else this.#starting -= 1;
    };
    const timer = setTimeout(end, STARTING_MS);
    return end;
  }
}
