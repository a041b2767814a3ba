import { create } from 'zustand';
import type {
  ConnectionId,
  DomainRow,
  InventoryPatch,
  InventorySnapshot,
  Uuid,
} from '../../contract/index.ts';

/** The machines of one connection as last known. */
export interface Picture {
  readonly revision: number;
  /** False until the first list has arrived. */
  readonly complete: boolean;
  readonly domains: ReadonlyMap<Uuid, DomainRow>;
}

interface InventoryState {
  readonly pictures: ReadonlyMap<ConnectionId, Picture>;
}

/** The machines of every connection. Rows that a patch does not name keep their identity. */
export const useInventory = create<InventoryState>()(() => ({ pictures: new Map() }));

/** The picture that a whole list of main’s is. */
export function pictureOf(snapshot: InventorySnapshot): Picture {
  return {
    revision: snapshot.revision,
    complete: snapshot.complete,
    domains: new Map(snapshot.domains.map((row) => [row.uuid, row])),
  };
}

/**
 * Applies a patch. 'stale': it is already part of the picture; 'gap': something between was missed
 * (or it changes a row that is not there), so the picture has to be read anew.
 */
export function applyPatch(picture: Picture, patch: InventoryPatch): Picture | 'stale' | 'gap' {
  if (patch.revision <= picture.revision) return 'stale';
  if (patch.revision !== picture.revision + 1) return 'gap';
  const domains = new Map(picture.domains);
  for (const uuid of patch.removed) domains.delete(uuid);
  for (const row of patch.added) domains.set(row.uuid, row);
  for (const change of patch.changed) {
    const row = domains.get(change.uuid);
    if (!row) return 'gap';
    domains.set(change.uuid, mergeRow(row, change));
  }
  return { revision: patch.revision, complete: picture.complete, domains };
}

/** Optional properties of a change may be present and undefined; those leave the row's value. */
function mergeRow(row: DomainRow, change: InventoryPatch['changed'][number]): DomainRow {
  const present = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...row, ...present };
}

/** Sets or (null) forgets the picture of a connection. */
export function setPicture(connection: ConnectionId, picture: Picture | null): void {
  useInventory.setState(({ pictures }) => {
    const next = new Map(pictures);
    if (picture) next.set(connection, picture);
    else next.delete(connection);
    return { pictures: next };
  });
}

/** One machine; undefined when it is not known. */
export function useDomain(connection: ConnectionId, uuid: Uuid): DomainRow | undefined {
  return useInventory((state) => state.pictures.get(connection)?.domains.get(uuid));
}

/** One machine, outside of a component. */
export function findDomain(connection: ConnectionId, uuid: Uuid): DomainRow | undefined {
  return useInventory.getState().pictures.get(connection)?.domains.get(uuid);
}
