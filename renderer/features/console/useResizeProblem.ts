import { useEffect, useState } from 'react';
import { resizeProblem } from './guestSize.ts';
import type { SizedRfb } from './sizedRfb.ts';

/** A guest may take so long to change its size, in ms, before it is said that it has not. */
const PATIENCE_MS = 4000;

/**
 * Why the guest does not take the size of the window; null: it does, or was not asked to.
 * @param asked whether it is to take it
 */
export function useResizeProblem(rfb: SizedRfb | null, asked: boolean): ReturnType<typeof resizeProblem> {
  const [problem, setProblem] = useState<ReturnType<typeof resizeProblem>>(null);
  useEffect(() => {
    if (!rfb || !asked) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      setProblem(resizeProblem(rfb.resizeState, rfb.guestSize));
    };
    const changed = () => {
      if (rfb.resizeState.kind === 'done') {
        clearTimeout(timer);
        look();
      } else timer ??= setTimeout(look, PATIENCE_MS);
    };
    rfb.addEventListener('resizestate', changed);
    changed();
    return () => {
      clearTimeout(timer);
      rfb.removeEventListener('resizestate', changed);
      setProblem(null);
    };
  }, [rfb, asked]);
  return problem;
}
