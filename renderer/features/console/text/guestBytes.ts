import { AFRESH } from './afresh.ts';

const ESCAPE = 0x1b;
const RESET = 'c'.charCodeAt(0);
const EMPTY = new Uint8Array();
const encoder = new TextEncoder();

/**
 * What comes from a guest, with full resets (ESC c) in another form: firmware sends them at every start, and they
 * would throw away what was printed before, which is what one wants to read after a crash. Instead, the screen is
 * moved into the scrollback.
 */
export class GuestBytes {
  readonly #rows: () => number;
  /** The last chunk ended with the beginning of what may be a reset. */
  #escaped = false;

  /** @param rows lines of the screen, now */
  constructor(rows: () => number) {
    this.#rows = rows;
  }

  /** The pieces to be written instead of a chunk. */
  transform(chunk: Uint8Array): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    let from = 0;
    if (this.#escaped && chunk.byteLength > 0) {
      this.#escaped = false;
      if (chunk[0] === RESET) {
        pieces.push(this.clear());
        from = 1;
      } else pieces.push(Uint8Array.of(ESCAPE));
    }
    for (let at = chunk.indexOf(ESCAPE, from); at >= 0; at = chunk.indexOf(ESCAPE, at + 1)) {
      const isLast = at === chunk.byteLength - 1;
      if (!isLast && chunk[at + 1] !== RESET) continue;
      pieces.push(chunk.subarray(from, at));
      if (isLast) this.#escaped = true;
      else pieces.push(this.clear());
      from = Math.min(at + 2, chunk.byteLength);
    }
    pieces.push(chunk.subarray(from));
    return pieces.filter((piece) => piece.byteLength > 0);
  }

  /** What was held back, when no more comes. */
  end(): Uint8Array {
    const rest = this.#escaped ? Uint8Array.of(ESCAPE) : EMPTY;
    this.#escaped = false;
    return rest;
  }

  /** Moves the screen into the scrollback, and ends all modes. */
  clear(): Uint8Array {
    const rows = this.#rows();
    return encoder.encode(`${AFRESH}\x1b[${String(rows)};1H${'\n'.repeat(rows)}\x1b[H`);
  }
}
