import { useEffect, useRef, useState } from 'react';
import type { ApiErrorData } from '../../../contract/index.ts';
import { toErrorData } from '../../state/host.ts';

/** Milliseconds of quiet before something that may still be typed is asked about. */
const QUIET = 400;

interface Answer<T> {
  /** The last one to the same question stays while it is asked again. */
  readonly value: T | null;
  readonly error: ApiErrorData | null;
  readonly loading: boolean;
  readonly again: () => void;
}

interface Told<T> {
  readonly key: string;
  readonly attempt: number;
  readonly value: T | null;
  readonly error: ApiErrorData | null;
}

/** Asks whenever the key has changed and been quiet; an empty key asks nothing. Late answers are dropped. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const [told, setTold] = useState<Told<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (key === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      latest.current().then(
        (value) => !gone && setTold({ key, attempt, value, error: null }),
        (thrown: unknown) => !gone && setTold({ key, attempt, value: null, error: toErrorData(thrown) }),
      );
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key, attempt]);
  const known = key !== '' && told?.key === key ? told : null;
  const loading = key !== '' && known?.attempt !== attempt;
  return {
    value: known?.value ?? null,
    error: loading ? null : (known?.error ?? null),
    loading,
    again: () => setAttempt((n) => n + 1),
  };
}
