import { AgentFailure } from './failures.ts';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly release: () => void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

export interface PendingOptions {
  /** Named in a timeout's message. */
  readonly what?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Requests that were sent and have not been answered, by id. */
export class PendingCalls {
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  /** Number of requests under way. */
  get size(): number {
    return this.#pending.size;
  }

  /**
   * Sends a request and waits for its answer. When the signal fires, `cancel` is sent and the answer still
   * awaited (the other side answers with `cancelled` at once where nothing has begun); when the time limit
   * passes, it is sent and the answer ignored.
   */
  add<T>(
    send: (id: number) => void,
    cancel: (id: number) => void,
    { what = 'The call', signal, timeoutMs, onProgress }: PendingOptions,
  ): Promise<T> {
    if (signal?.aborted) return Promise.reject(new AgentFailure('cancelled', 'Cancelled.'));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<T>((resolve, reject) => {
      const onAbort = (): void => cancel(id);
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              cancel(id);
              this.reject(id, new AgentFailure('timeout', `${what} took longer than ${timeoutMs} ms.`));
            }, timeoutMs);
      signal?.addEventListener('abort', onAbort, { once: true });
      const release = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      // The caller named T after what the operation returns: the two ends are built together.
      this.#pending.set(id, { resolve: (value) => resolve(value as T), reject, release, onProgress });
      send(id);
    });
  }

  resolve(id: number, value: unknown): void {
    this.#take(id)?.resolve(value);
  }

  reject(id: number, error: Error): void {
    this.#take(id)?.reject(error);
  }

  progress(id: number, done: number, total: number): void {
    this.#pending.get(id)?.onProgress?.(done, total);
  }

  rejectAll(error: Error): void {
    for (const id of [...this.#pending.keys()]) this.reject(id, error);
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.release();
    return pending;
  }
}
