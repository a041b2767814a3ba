import { useEffect, useRef, useState } from 'react';
import type { ApiErrorData, Connection } from '../../../contract/index.ts';
import { toErrorData } from '../../state/host.ts';

export interface Loaded<T> {
  /** Null until it has been read. The last answer stays while it is read again. */
  readonly data: T | null;
  readonly error: ApiErrorData | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Reads something of a host when it is connected, and again when asked to. `key` names what is read. */
export function useLoaded<T>(
  connection: Pick<Connection, 'id' | 'status'>,
  key: string,
  read: (again: boolean) => Promise<T>,
): Loaded<T> {
  const [answer, setAnswer] = useState<{ key: string; data: T } | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const [loading, setLoading] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const connected = connection.status === 'connected';
  const { id } = connection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: id and key say what `read` reads.
  useEffect(() => {
    if (!connected || key === '') return;
    let gone = false;
    setLoading(true);
    latest
      .current(attempt > 0)
      .then(
        (data) => {
          if (gone) return;
          setAnswer({ key, data });
          setError(null);
        },
        (thrown: unknown) => !gone && setError(toErrorData(thrown)),
      )
      .finally(() => !gone && setLoading(false));
    return () => {
      gone = true;
    };
  }, [id, key, connected, attempt]);
  const data = answer?.key === key ? answer.data : null;
  return { data, error, loading, reload: () => setAttempt((n) => n + 1) };
}
