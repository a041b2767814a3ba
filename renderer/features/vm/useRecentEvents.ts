import { useEffect, useMemo, useState } from 'react';
import type { ApiErrorData, DomainEvent, DomainRef } from '../../../contract/index.ts';
import { mergeEvents, useDomainEvents } from '../../state/domainEvents.ts';
import { client, toErrorData } from '../../state/host.ts';
import { domainKey } from '../../state/keys.ts';

const NONE: readonly DomainEvent[] = [];

/** What happened to a machine, newest first: main's list, and what arrives while one looks. */
export function useRecentEvents({ connection, uuid }: DomainRef) {
  const [fetched, setFetched] = useState<readonly DomainEvent[]>(NONE);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const arrived = useDomainEvents((state) => state.byDomain.get(domainKey({ connection, uuid })) ?? NONE);
  useEffect(() => {
    let gone = false;
    client()
      .domains.events({ connection, uuid })
      .then(
        (list) => !gone && setFetched(list),
        (thrown: unknown) => !gone && setError(toErrorData(thrown)),
      );
    return () => {
      gone = true;
    };
  }, [connection, uuid]);
  const events = useMemo(() => mergeEvents(fetched, arrived), [fetched, arrived]);
  return { events, error };
}
