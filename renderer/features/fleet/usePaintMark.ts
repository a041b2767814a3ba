import { useEffect } from 'react';
import { leaveMark } from '../../state/mark.ts';

/**
 * Leaves a performance mark `fleet-painted` after the frame in which a new number of machines came
 * on screen, with { machines, complete }: what the list benchmark waits for.
 */
export function usePaintMark(machines: number, complete: boolean, hasRows: boolean): void {
  useEffect(() => {
    // Rows come a frame after the first commit, when the height of the table is known.
    if (machines > 0 && !hasRows) return;
    let second = 0;
    const first = requestAnimationFrame(() => {
      // The frame after the next one begins when the next one has been painted.
      second = requestAnimationFrame(() => {
        leaveMark('fleet-painted', { machines, complete });
      });
    });
    return () => {
      cancelAnimationFrame(first);
      cancelAnimationFrame(second);
    };
  }, [machines, complete, hasRows]);
}
