import { virConnectListAllStoragePoolsFlags as List } from '../generated/enums-storage.ts';
import type { StoragePool } from '../typed/storage-pool.ts';
import { onJobLane, type Session } from './session.ts';
import { isGone, whereKnown, whereSupported } from './support/attempt.ts';

/** A storage pool. */
export interface PoolFacts {
  readonly name: string;
  readonly uuid: string;
  readonly active: boolean;
  readonly persistent: boolean;
  readonly autostart: boolean;
}

/** A storage pool with its sizes in bytes and its XML (type, target path...). */
export interface PoolDetails extends PoolFacts {
  /** virStoragePoolState. */
  readonly state: number;
  readonly capacity: number;
  readonly allocation: number;
  readonly available: number;
  readonly xml: string;
}

/** Lists the pools in four calls; empty with drivers that have no storage. */
export function listPools(session: Session): PoolFacts[] {
  const all = owned(session, 0);
  const names = (flag: number): Set<string> => new Set(owned(session, flag).map((pool) => pool.getName()));
  if (all.length === 0) return [];
  const active = names(List.VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE);
  const persistent = names(List.VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT);
  const autostart = names(List.VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART);
  return all.map((pool) => {
    const name = pool.getName();
    return {
      name,
      uuid: pool.getUUIDString(),
      active: active.has(name),
      persistent: persistent.has(name),
      autostart: autostart.has(name),
    };
  });
}

function owned(session: Session, flag: number): StoragePool[] {
  const pools = whereSupported(() => session.connect.listAllStoragePools(flag), []);
  return pools.map((pool) => session.own(pool));
}

/** Lists the pools with sizes and XML: two more calls for each. */
export function listPoolDetails(session: Session): PoolDetails[] {
  return listPools(session).flatMap((facts) => {
    if (session.cancelled()) return [];
    try {
      return [details(session.pool(facts.name), facts)];
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
  });
}

/** One pool with sizes and XML. */
export function poolDetails(session: Session, { pool }: { pool: string }): PoolDetails {
  const handle = session.pool(pool);
  return details(handle, {
    name: handle.getName(),
    uuid: handle.getUUIDString(),
    active: handle.isActive(),
    persistent: handle.isPersistent(),
    autostart: whereKnown(() => handle.getAutostart(), false),
  });
}

function details(pool: StoragePool, facts: PoolFacts): PoolDetails {
  const { state, capacity, allocation, available } = pool.getInfo();
  return { ...facts, state, capacity, allocation, available, xml: pool.getXMLDesc() };
}

/** The pool whose target is a folder of the host; null: there is none. */
export function poolByTargetPath(session: Session, { path }: { path: string }): string | null {
  try {
    return session.own(session.connect.storagePoolLookupByTargetPath(path)).getName();
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Looks for new, changed and vanished volumes. May read many files. */
export const refreshPool = onJobLane((session: Session, { pool }: { pool: string }): void => {
  session.pool(pool).refresh();
});

/** Defines a pool. Returns its name. */
export function definePool(session: Session, { xml, flags = 0 }: { xml: string; flags?: number }): string {
  return session.own(session.connect.storagePoolDefineXML(xml, flags)).getName();
}

/** Makes what a pool needs (its folder, a file system). Flags: virStoragePoolBuildFlags. */
export const buildPool = onJobLane(
  (session: Session, { pool, flags = 0 }: { pool: string; flags?: number }): void => {
    session.pool(pool).build(flags);
  },
);

/** Activates a pool. Flags: virStoragePoolCreateFlags. */
export const startPool = onJobLane(
  (session: Session, { pool, flags = 0 }: { pool: string; flags?: number }): void => {
    session.pool(pool).create(flags);
  },
);

/** Deactivates a pool; its volumes stay. */
export function stopPool(session: Session, { pool }: { pool: string }): void {
  session.pool(pool).destroy();
}

/** Removes a pool's definition; its volumes stay. */
export function undefinePool(session: Session, { pool }: { pool: string }): void {
  session.pool(pool).undefine();
}

/** Removes what building a pool made. Its volumes are lost. */
export const deletePool = onJobLane(
  (session: Session, { pool, flags = 0 }: { pool: string; flags?: number }): void => {
    session.pool(pool).delete(flags);
  },
);

/** Sets whether the pool starts with its host. */
export function setPoolAutostart(
  session: Session,
  { pool, autostart }: { pool: string; autostart: boolean },
): void {
  session.pool(pool).setAutostart(autostart);
}
