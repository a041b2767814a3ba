import { useDeferredValue, useMemo } from 'react';
import type { ConnectionId } from '../../../contract/index.ts';
import { useConnections } from '../../state/connections.ts';
import { useInventory } from '../../state/inventory.ts';
import { findRates, useStats } from '../../state/stats.ts';
import { collectEntries, type FleetEntry } from './entries.ts';
import { type FleetFilter, parseFilter } from './filter.ts';
import { type FleetSort, sortEntries, sortsByRates } from './sort.ts';

/** The rows to show, and what they were chosen from. */
export interface FleetView {
  readonly entries: readonly FleetEntry[];
  readonly total: number;
  /** Whether every open connection has told of all its machines. */
  readonly complete: boolean;
  readonly filter: FleetFilter;
}

const ratesOf = (entry: FleetEntry) => findRates(entry.connection.id, entry.row.uuid);

/** Collects, filters and sorts. Statistics are looked at only where the filter or the order needs them. */
export function useFleetEntries(only: ConnectionId | undefined, text: string, sort: FleetSort): FleetView {
  const connections = useConnections((state) => state.byId);
  const pictures = useInventory((state) => state.pictures);
  const typed = useDeferredValue(text);
  const filter = useMemo(() => parseFilter(typed), [typed]);
  const needsRates = filter.usesRates || sortsByRates(sort);
  const serial = useStats((state) => (needsRates ? state.serial : 0));
  const all = useMemo(() => collectEntries(connections, pictures, only), [connections, pictures, only]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: serial stands for the rates that ratesOf reads.
  const entries = useMemo(() => {
    const chosen = all.filter((entry) => filter.matches(entry, ratesOf(entry)));
    return sortEntries(chosen, sort, ratesOf);
  }, [all, filter, sort, serial]);
  let complete = true;
  for (const { id, status } of connections.values()) {
    if (only !== undefined && id !== only) continue;
    if (status === 'connected' && !pictures.get(id)?.complete) complete = false;
  }
  return { entries, total: all.length, complete, filter };
}
