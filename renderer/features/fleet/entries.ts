import type { Connection, ConnectionId, DomainRow } from '../../../contract/index.ts';
import type { Picture } from '../../state/inventory.ts';
import { domainKey } from '../../state/keys.ts';

/** One machine on one host: a row of the fleet. */
export interface FleetEntry {
  readonly key: string;
  readonly connection: Connection;
  readonly row: DomainRow;
}

const cache = new WeakMap<DomainRow, FleetEntry>();

/**
 * All machines of all connections in one list. An entry keeps its identity for as long as its row
 * and its connection do, so that a patch repaints only the rows that it changed.
 */
export function collectEntries(
  connections: ReadonlyMap<ConnectionId, Connection>,
  pictures: ReadonlyMap<ConnectionId, Picture>,
  only?: ConnectionId,
): FleetEntry[] {
  const entries: FleetEntry[] = [];
  for (const connection of connections.values()) {
    if (only !== undefined && connection.id !== only) continue;
    for (const row of pictures.get(connection.id)?.domains.values() ?? []) {
      let entry = cache.get(row);
      if (entry?.connection !== connection) {
        entry = { key: domainKey({ connection: connection.id, uuid: row.uuid }), connection, row };
        cache.set(row, entry);
      }
      entries.push(entry);
    }
  }
  return entries;
}
