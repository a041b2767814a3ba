import { randomUUID } from 'node:crypto';
import { apiError, type Events, type Prompt } from '../../contract/index.ts';

/** What the user answered: values by field key, and whether they shall be remembered. */
export interface PromptAnswer {
  readonly answers: Readonly<Record<string, string>>;
  readonly remember: boolean;
}

/** Tells windows about prompts; a part of the event hub. */
export type PromptEmit = <N extends 'promptAdded' | 'promptRemoved'>(name: N, payload: Events[N]) => void;

interface Pending {
  readonly prompt: Prompt;
  readonly resolve: (answer: PromptAnswer | null) => void;
}

/**
 * Questions that wait for the user. Every window sees them; the first answer counts. A connection asks one question
 * at a time.
 */
export class Prompts {
  readonly #pending = new Map<string, Pending>();
  /** The last question of each connection, to wait for. */
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #emit: PromptEmit;

  constructor(emit: PromptEmit) {
    this.#emit = emit;
  }

  /** The questions that wait now, oldest first. */
  get list(): Prompt[] {
    return [...this.#pending.values()].map((one) => one.prompt);
  }

  /** Asks, and resolves with the answer; null when it is cancelled, by the user or by the signal. */
  async ask(question: Omit<Prompt, 'id'>, signal?: AbortSignal): Promise<PromptAnswer | null> {
    const { connection } = question;
    const before = this.#last.get(connection);
    const asked = before ? before.then(() => this.#ask(question, signal)) : this.#ask(question, signal);
    this.#last.set(connection, asked);
    try {
      return await asked;
    } finally {
      if (this.#last.get(connection) === asked) this.#last.delete(connection);
    }
  }

  #ask(question: Omit<Prompt, 'id'>, signal?: AbortSignal): Promise<PromptAnswer | null> {
    if (signal?.aborted) return Promise.resolve(null);
    const prompt: Prompt = { ...question, id: randomUUID() };
    return new Promise((resolve) => {
      const cancel = () => this.#settle(prompt.id, null);
      this.#pending.set(prompt.id, {
        prompt,
        resolve: (answer) => {
          signal?.removeEventListener('abort', cancel);
          resolve(answer);
        },
      });
      signal?.addEventListener('abort', cancel, { once: true });
      this.#emit('promptAdded', prompt);
    });
  }

  /**
   * The user's answer; null answers cancel. Fields that were not asked are ignored and missing
   * ones are empty. Throws not-found when the question is gone: answered elsewhere, or out of date.
   */
  answer(id: string, answers: Readonly<Record<string, string>> | null, remember: boolean): void {
    const pending = this.#pending.get(id);
    if (!pending) throw apiError('not-found', 'This question has been answered or withdrawn already.');
    if (answers === null) {
      this.#settle(id, null);
      return;
    }
    const given = pending.prompt.fields.map((field): [string, string] => [
      field.key,
      Object.hasOwn(answers, field.key) ? (answers[field.key] ?? '') : '',
    ]);
    this.#settle(id, { answers: Object.fromEntries(given), remember });
  }

  #settle(id: string, answer: PromptAnswer | null): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    this.#emit('promptRemoved', { id });
    pending.resolve(answer);
  }
}
