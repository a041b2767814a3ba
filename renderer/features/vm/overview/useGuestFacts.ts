import type { Connection, DomainRow, GuestFacts } from '../../../../contract/index.ts';
import { useDomainEvents } from '../../../state/domainEvents.ts';
import { client } from '../../../state/host.ts';
import { domainKey } from '../../../state/keys.ts';
import { type Reading, useReading } from '../../../state/useReading.ts';

/** After an agent has come it takes a moment until it tells everything, in ms. */
const QUIET = 300;

/** What the guest tells in this run, read when somebody looks and again when its agent comes or goes. */
export function useGuestFacts({ id, status }: Connection, { uuid, id: run }: DomainRow): Reading<GuestFacts> {
  const ref = { connection: id, uuid };
  const agentEvent = useDomainEvents((state) =>
    state.byDomain.get(domainKey(ref))?.findLast((event) => event.kind === 'agent'),
  );
  return useReading(
    status === 'connected' && run !== null ? `${domainKey(ref)} ${run}` : null,
    () => client().domains.guest(ref),
    { changed: agentEvent, first: QUIET, quiet: QUIET },
  );
}
