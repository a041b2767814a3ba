/** A keyring that answers at once is not worth a word; one that does not shows a dialog of its own. */
const SLOW_MS = 300;

/** Waits for work, and says so while it takes long. */
export async function whileSlow<T>(work: Promise<T>, waiting: (now: boolean) => void): Promise<T> {
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    waiting(true);
  }, SLOW_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (said) waiting(false);
  }
}
