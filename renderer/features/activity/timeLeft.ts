import type { Job } from '../../../contract/index.ts';

/** Below these nothing useful can be said. */
const MIN_FRACTION = 0.03;
const MIN_ELAPSED = 3000;

/** Milliseconds until the end at the pace so far; null while that would be a guess. */
export function timeLeft(job: Pick<Job, 'fraction' | 'startedAt'>, now: number): number | null {
  const elapsed = now - job.startedAt;
  if (job.fraction === null || job.fraction < MIN_FRACTION || elapsed < MIN_ELAPSED) return null;
  return (elapsed / job.fraction) * (1 - job.fraction);
}
