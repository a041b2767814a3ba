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

/** Looks for new, changed and vanished volumes. May read many files. */
export const refreshPool = onJobLane((session: Session, { pool }: { pool: string }): void => {
  session.pool(pool).refresh();
});
