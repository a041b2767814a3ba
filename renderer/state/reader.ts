import type { ApiErrorData } from '../../contract/index.ts';
import { toErrorData } from './host.ts';

/** What is known of something that main was asked for. */
export interface Read<T> {
  /** What was asked for; null: nothing yet. */
  readonly key: string | null;
  /** The last answer. It stays while it is read again, and when that fails. */
  readonly value: T | null;
  /** Why the last reading failed. */
  readonly error: ApiErrorData | null;
  readonly reading: boolean;
}

const NOTHING = { key: null, value: null, error: null, reading: false };

/** Reads one thing after another: what is late for what is asked for now is not heard. */
export class Reader<T> {
  readonly #publish: (state: Read<T>) => void;
  #state: Read<T> = NOTHING;
  /** Grows with each reading. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(publish: (state: Read<T>) => void) {
    this.#publish = publish;
  }

  /** Whether there is an answer to this. */
  knows(key: string): boolean {
    return this.#state.key === key && this.#state.value !== null;
  }

  /** Reads, after `wait` milliseconds, instead of what is being read. */
  read(key: string, work: () => Promise<T>, wait = 0): void {
    this.stop();
    const turn = this.#turn;
    const before = this.#state.key === key ? this.#state : NOTHING;
    this.#set({ ...before, key, reading: true });
    const settle = (told: Partial<Read<T>>) => {
      if (turn === this.#turn) this.#set({ ...this.#state, ...told, reading: false });
    };
    this.#timer = setTimeout(() => {
      work().then(
        (value) => settle({ value, error: null }),
        (thrown: unknown) => settle({ error: toErrorData(thrown) }),
      );
    }, wait);
  }

  /** Forgets why it failed: it is tried again. */
  forgive(): void {
    if (this.#state.error) this.#set({ ...this.#state, error: null });
  }

  /** Hears no answer any more. What is known stays. */
  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    if (this.#state.reading) this.#set({ ...this.#state, reading: false });
  }

  #set(state: Read<T>): void {
    this.#state = state;
    this.#publish(state);
  }
}
