import type { Terminal } from '@xterm/xterm';

/** The terminal takes a breath between pieces of this size, in bytes: a larger one would cost a frame. */
const PIECE = 16 * 1024;
/** What may wait in the terminal, in bytes, before whoever sends is held back: what it takes in within one picture. */
const ROOM = 2 * PIECE;

/**
 * Gives a terminal what a guest prints. Small parts do not wait for one another, since the terminal takes a timer for
 * each that is waited for, of 4 ms after the first few: a guest that prints letter by letter would fall behind. A flood
 * comes no faster than pictures.
 *
 * @param nextPicture resolves when the page has painted
 * @returns what takes the next part, as chunks in order, and gives a promise when it has to be waited for
 */
export function intake(
  terminal: Terminal,
  nextPicture: () => Promise<void>,
): (chunks: readonly Uint8Array[]) => Promise<void> | undefined {
  let waiting = 0;
  return (chunks) => {
    let taken = Promise.resolve();
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.byteLength; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        waiting += piece.byteLength;
        taken = new Promise((resolve) =>
          terminal.write(piece, () => {
            waiting -= piece.byteLength;
            resolve();
          }),
        );
      }
    }
    return waiting < ROOM ? undefined : taken.then(nextPicture);
  };
}
