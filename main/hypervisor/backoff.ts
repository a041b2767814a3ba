/** Seconds between attempts to reconnect; the last one goes on. */
const STEPS_S = [1, 2, 5, 10, 20, 30, 60];

/**
 * How long to wait before an attempt to reconnect, in ms: soon at first, then less and less often.
 * Up to a fifth is added at random, so that many connections over one broken link do not all try at
 * the same moment.
 *
 * @param attempt 0 for the first attempt after the loss
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const seconds = STEPS_S[Math.min(attempt, STEPS_S.length - 1)] ?? 60;
  return Math.round(seconds * 1_000 * (1 + random() / 5));
}
