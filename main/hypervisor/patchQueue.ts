/**
 * Gathers changes and lets them out at most every `intervalMs`. After a quiet time the first change
 * goes out at once, so that a single event reaches the screen without delay and a storm of them
 * does not reach it one by one.
 */
export class PatchQueue {
  readonly #flush: () => void;
  readonly #intervalMs: number;
  #last = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #scheduled = false;

  constructor(flush: () => void, intervalMs: number) {
    this.#flush = flush;
    this.#intervalMs = intervalMs;
  }

  /** Something has changed. Changes of the same turn of the event loop go out together. */
  touch(): void {
    if (this.#timer !== null || this.#scheduled) return;
    const wait = this.#last + this.#intervalMs - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => this.now(), wait);
      return;
    }
    this.#scheduled = true;
    queueMicrotask(() => {
      if (this.#scheduled) this.now();
    });
  }

  /** Lets out what there is. */
  now(): void {
    this.cancel();
    this.#last = performance.now();
    this.#flush();
  }

  /** Forgets what was going to be let out. */
  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#scheduled = false;
  }
}
