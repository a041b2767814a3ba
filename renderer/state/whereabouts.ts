import { type ConnectionId, type DomainRef, isActive } from '../../contract/index.ts';
import { useConnections } from './connections.ts';
import { useInventory } from './inventory.ts';
import { domainKey } from './keys.ts';

type Pictures = ReturnType<typeof useInventory.getState>['pictures'];
type Connections = ReturnType<typeof useConnections.getState>['byId'];

/**
 * An open connection to another host on which this machine runs; null: there is none that is known. A migration
 * leaves a machine with its UUID there. Other connections to the same host do not count.
 */
export function elsewhere(
  { connection, uuid }: DomainRef,
  pictures: Pictures,
  connections: Connections,
): ConnectionId | null {
  const here = connections.get(connection)?.host?.hostname;
  for (const [id, picture] of pictures) {
    const other = connections.get(id);
    const row = picture.domains.get(uuid);
    if (id === connection || other?.status !== 'connected' || !row || !isActive(row)) continue;
    if (here && other.host?.hostname === here) continue;
    return id;
  }
  return null;
}

/** {@link elsewhere}, followed as it changes. */
export function useElsewhere(ref: DomainRef): ConnectionId | null {
  const connections = useConnections((state) => state.byId);
  return useInventory((state) => elsewhere(ref, state.pictures, connections));
}

/** What a window's parts of a machine go on under, by domainKey: that of the host from which it has come. */
const carried = new Map<string, string>();
let moves = 0;

/** A React key for what shows a machine: the same before and after it has moved to another host. */
export function machineKey(ref: DomainRef): string {
  const key = domainKey(ref);
  return carried.get(key) ?? key;
}

/** What shows the machine on one host goes on with it on another. Whoever looks at the first again begins anew. */
export function carryOver(from: DomainRef, to: DomainRef): void {
  const key = machineKey(from);
  moves += 1;
  carried.set(domainKey(from), `${domainKey(from)} ${String(moves)}`);
  carried.set(domainKey(to), key);
}
