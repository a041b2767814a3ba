/**
 * Work that is never done twice at the same time: who asks while it is being done gets that, and it is done once more
 * after that.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const ask = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = work().finally(() => {
      running = null;
      if (!again) return;
      again = false;
      void ask();
    });
    return running;
  };
  return ask;
}
