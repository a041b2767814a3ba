import { useEffect, useRef, useState } from 'react';
import type { ApiErrorData } from '../../../contract/index.ts';
import { toErrorData } from '../../state/host.ts';

/** Milliseconds of quiet before something that may still be typed is asked about. */
const QUIET = 400;

interface Answer<T> {
  readonly value: T | null;
  readonly error: ApiErrorData | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/** Asks whenever the key has changed and been quiet; an empty key asks nothing. Late answers are dropped. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<{ key: string; value: T | null; error: ApiErrorData | null } | null>(
    null,
  );
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const whole = key && `${key} ${attempt}`;
  useEffect(() => {
    if (whole === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      latest.current().then(
        (value) => !gone && setAnswer({ key: whole, value, error: null }),
        (thrown: unknown) => !gone && setAnswer({ key: whole, value: null, error: toErrorData(thrown) }),
      );
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [whole]);
  const known = answer?.key === whole ? answer : null;
  return {
    value: known?.value ?? null,
    error: known?.error ?? null,
    loading: whole !== '' && known === null,
    again: () => setAttempt((n) => n + 1),
  };
}
