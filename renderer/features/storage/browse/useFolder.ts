import { useEffect, useState } from 'react';
import type { ApiErrorData, ConnectionId, FolderListing } from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';

/** Typing is waited for, in ms: each listing is read from the host. */
const TYPING_MS = 250;

/** Which folder is shown, and what of it. */
export interface FolderView {
  readonly path: string;
  readonly filter: string;
  readonly hidden: boolean;
}

/** A folder of the host. What was read last stays until the next has come. */
export function useFolder(connection: ConnectionId, { path, filter, hidden }: FolderView) {
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [failure, setFailure] = useState<ApiErrorData | null>(null);
  const [reading, setReading] = useState(true);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt asks again
  useEffect(() => {
    let gone = false;
    setReading(true);
    const read = () =>
      client()
        .sources.browse({ connection, path, filter, hidden })
        .then(
          (found) => ({ found, error: null }),
          (error: unknown) => ({ found: null, error: toErrorData(error) }),
        )
        .then(({ found, error }) => {
          if (gone) return;
          setListing(found);
          setFailure(error);
          setReading(false);
        });
    const timer = setTimeout(() => void read(), filter === '' ? 0 : TYPING_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [connection, path, filter, hidden, attempt]);
  return { listing, failure, reading, again: () => setAttempt((n) => n + 1) };
}
