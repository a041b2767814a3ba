import { useEffect, useState } from 'react';
import type { ApiErrorData, Connection, DomainRow, GuestFacts } from '../../../../contract/index.ts';
import { useDomainEvents } from '../../../state/domainEvents.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { domainKey } from '../../../state/keys.ts';

/** After an agent has come it takes a moment until it tells everything, in ms. */
const QUIET = 300;

/** What the guest tells, read when somebody looks and again when its agent comes or goes. */
export function useGuestFacts({ id, status }: Connection, { uuid, id: running }: DomainRow) {
  const [facts, setFacts] = useState<GuestFacts | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const [asking, setAsking] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const agentEvent = useDomainEvents((state) => {
    const events = state.byDomain.get(domainKey({ connection: id, uuid }));
    return events?.findLast((event) => event.kind === 'agent');
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt and event only say when to ask again.
  useEffect(() => {
    if (status !== 'connected') return;
    if (running === null) {
      setFacts(null);
      return;
    }
    let gone = false;
    const ask = () => {
      setAsking(true);
      client()
        .domains.guest({ connection: id, uuid })
        .then(
          (answer) => {
            if (gone) return;
            setFacts(answer);
            setError(null);
          },
          (thrown: unknown) => !gone && setError(toErrorData(thrown)),
        )
        .finally(() => !gone && setAsking(false));
    };
    const timer = setTimeout(ask, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
      setAsking(false);
    };
  }, [id, uuid, status, running, agentEvent, attempt]);
  return { facts, error, asking, again: () => setAttempt((n) => n + 1) };
}
