/** What Undo and Redo go back to. */
export interface Step {
  readonly xml: string;
  /** Storage that was to be deleted. */
  readonly deletions: ReadonlySet<string>;
}

/** Edits that can be taken back. */
const MOST_UNDO = 100;
/** Edits of the same group within this many milliseconds are taken back together. */
const TOGETHER_MS = 1500;

/** What an edit was before each of its steps. */
export class UndoSteps {
  #undo: Step[] = [];
  #redo: Step[] = [];
  #last = { group: '', time: 0 };

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /**
   * Something was changed.
   * @param before what it was
   * @param group steps with the same name that follow each other are one; empty: it is one by itself
   */
  add(before: Step, group: string): void {
    const time = Date.now();
    const together = group !== '' && group === this.#last.group && time - this.#last.time < TOGETHER_MS;
    this.#last = { group, time };
    if (!together) this.#undo = [...this.#undo, before].slice(-MOST_UNDO);
    this.#redo = [];
  }

  /** What to go back to; undefined: nothing. */
  undo(now: Step): Step | undefined {
    return this.#step(this.#undo, this.#redo, now);
  }

  /** What to go forward to; undefined: nothing. */
  redo(now: Step): Step | undefined {
    return this.#step(this.#redo, this.#undo, now);
  }

  #step(from: Step[], to: Step[], now: Step): Step | undefined {
    const step = from.pop();
    if (step === undefined) return undefined;
    to.push(now);
    this.#last = { group: '', time: 0 };
    return step;
  }

  clear(): void {
    this.#undo = [];
    this.#redo = [];
    this.#last = { group: '', time: 0 };
  }
}
