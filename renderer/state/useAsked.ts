import { useEffect, useRef, useState } from 'react';

/**
 * Asks main for something that helps and is not needed; null until it has answered, and where it fails.
 * @param key what is asked for, and again when that changes; null: nothing is
 */
export function useAsked<T>(key: string | null, ask: () => Promise<T>): T | null {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: T } | null>(null);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (key === null) return;
    let gone = false;
    latest.current().then(
      (value) => !gone && setAnswer({ key, value }),
      (error: unknown) => console.warn('Something that helps could not be asked for.', error),
    );
    return () => {
      gone = true;
    };
  }, [key]);
  return answer !== null && answer.key === key ? answer.value : null;
}
