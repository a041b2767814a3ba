import { useMemo } from 'react';
import type { DomainEvent, DomainRef } from '../../../contract/index.ts';
import { mergeEvents, useDomainEvents } from '../../state/domainEvents.ts';
import { client } from '../../state/host.ts';
import { domainKey } from '../../state/keys.ts';
import { useReading } from '../../state/useReading.ts';

const NONE: readonly DomainEvent[] = [];

/** What happened to a machine, newest first: main's list, and what arrives while one looks. */
export function useRecentEvents(ref: DomainRef) {
  const key = domainKey(ref);
  const { connection, uuid } = ref;
  const { value, error, again } = useReading(key, () => client().domains.events({ connection, uuid }));
  const arrived = useDomainEvents((state) => state.byDomain.get(key) ?? NONE);
  const events = useMemo(() => mergeEvents(value ?? NONE, arrived), [value, arrived]);
  return { events, error, again };
}
