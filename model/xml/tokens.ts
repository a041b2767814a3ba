/** Kinds of `Tokens`; those of nodes are the DOM's node types. */
export const GAP = 0;
export const DECLARATION = 10;

const STRIDE = 5;

/**
 * Where each node of a document stands in its source, in document order: one entry per node, plus the
 * white space between the nodes outside the root element (`GAP`) and the XML declaration.
 */
export class Tokens {
  length = 0;
  #data: Int32Array;

  constructor(sourceLength: number) {
    this.#data = new Int32Array(STRIDE * Math.max(16, sourceLength >> 5));
  }

  /** Adds an entry and returns its index. */
  add(kind: number, start: number, end: number): number {
    const at = this.length * STRIDE;
    if (at + STRIDE > this.#data.length) {
      const grown = new Int32Array(this.#data.length * 2);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[at] = kind;
    this.#data[at + 1] = start;
    this.#data[at + 2] = end;
    this.#data[at + 3] = end;
    this.#data[at + 4] = end;
    this.length += 1;
    return this.length - 1;
  }

  /** Records the end tag of an element. */
  close(index: number, start: number, end: number): void {
    this.#data[index * STRIDE + 3] = start;
    this.#data[index * STRIDE + 4] = end;
  }

  kind(index: number): number {
    return this.#data[index * STRIDE] ?? GAP;
  }

  start(index: number): number {
    return this.#data[index * STRIDE + 1] ?? 0;
  }

  /** The end of the node, for an element the end of its start tag. */
  end(index: number): number {
    return this.#data[index * STRIDE + 2] ?? 0;
  }

  /** The start of an element's end tag; the same as `closeEnd` where it closes itself. */
  closeStart(index: number): number {
    return this.#data[index * STRIDE + 3] ?? 0;
  }

  closeEnd(index: number): number {
    return this.#data[index * STRIDE + 4] ?? 0;
  }
}
