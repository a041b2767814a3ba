import { AgentFailure } from '../libvirt/agent/failures.ts';

/** A time limit that stands still while the user is asked, and that ends with a signal. */
export class Limit {
  readonly #failure: Promise<never>;
  readonly #late: () => Error;
  readonly #signal: AbortSignal;
  readonly #cancelled = () => this.#fail(new AgentFailure('cancelled', 'Cancelled.'));
  #fail: (error: Error) => void = () => {};
  #left: number;
  #started = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param late what the work fails with when its time is over */
  constructor(
    ms: number,
    signal: AbortSignal,
    late: () => Error = () => new AgentFailure('timeout', 'The host does not answer.'),
  ) {
    this.#left = ms;
    this.#late = late;
    this.#failure = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    // Most attempts end in time: nobody may be listening any more.
    this.#failure.catch(() => {});
    this.#signal = signal;
    if (signal.aborted) this.#cancelled();
    signal.addEventListener('abort', this.#cancelled, { once: true });
    this.pause(false);
  }

  pause(paused: boolean): void {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#left -= performance.now() - this.#started;
      this.#timer = null;
    }
    if (paused) return;
    this.#started = performance.now();
    this.#timer = setTimeout(() => this.#fail(this.#late()), Math.max(0, this.#left));
  }

  race<T>(work: Promise<T>): Promise<T> {
    // The loser may fail later, when nobody listens.
    work.catch(() => {});
    return Promise.race([work, this.#failure]);
  }

  end(): void {
    this.pause(true);
    this.#signal.removeEventListener('abort', this.#cancelled);
  }
}
