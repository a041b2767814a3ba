interface Freeable {
  free(): void;
}

const held: Freeable[] = [];

/** Remembers a handle for `freeHeld`. The test driver's default host forgets its state with its last handle. */
export function hold<T extends Freeable>(handle: T): T {
  held.push(handle);
  return handle;
}

/** Frees what was held, the last first. */
export function freeHeld(): void {
  while (held.length > 0) held.pop()?.free();
}
