import { type Reading, useReading } from '../../state/useReading.ts';

/** Milliseconds of quiet before something that may still be typed is asked about. */
const QUIET = 400;

/** Asks whenever the key has changed and been quiet; an empty key asks nothing. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Reading<T> {
  return useReading(key, ask, { first: QUIET, quiet: QUIET });
}
