import {
  ApiError,
  apiError,
  type NetworkInfo,
  type PoolInfo,
  type VolumeInfo,
} from '../../contract/index.ts';
import { getPath, parseDocument, virshOn } from '../../model/index.ts';
import type { NetworkDetails } from '../libvirt/operations/networks.ts';
import type { PoolDetails } from '../libvirt/operations/storage.ts';
import type { VolumeDetails } from '../libvirt/operations/volumes.ts';
import type { Hypervisor } from './hypervisor.ts';

/** The storage pools of a host, by name. */
export async function listPools(host: Hypervisor): Promise<PoolInfo[]> {
  const doing = `Reading the storage pools of ${host.connection.name}`;
  const pools = await host.connection.call('listPoolDetails', {}, doing);
  return pools.map(toPool).sort(byName);
}

/**
 * A pool that something is to be put into.
 * @throws ApiError `not-found` when the host does not have it, `conflict` when it is not active
 */
export function activePool({ connection }: Hypervisor, pools: readonly PoolInfo[], name: string): PoolInfo {
  const pool = pools.find((one) => one.name === name);
  if (!pool) throw apiError('not-found', `${connection.name} has no pool ${name}.`, 'Choose another pool.');
  if (pool.active) return pool;
  const hint = `Start it: ${virshOn(connection.uri, 'pool-start', name)}`;
  throw apiError('conflict', `The pool ${name} is not active.`, hint);
}

/**
 * Looks for files that came or went behind libvirt's back. A pool in which something is being made refuses that, and
 * then libvirt knows all the same.
 */
export async function refreshPool({ connection }: Hypervisor, pool: string): Promise<void> {
  const doing = `Reading the volumes of pool ${pool} on ${connection.name}`;
  await connection.call('refreshPool', { pool }, doing).catch((error: unknown) => {
    if (error instanceof ApiError && (error.kind === 'unavailable' || error.kind === 'not-found'))
      throw error;
  });
}

/**
 * The volumes of a pool, by name.
 * @param refresh look for files that came or went behind libvirt's back first; may take long
 */
export async function listVolumes(host: Hypervisor, pool: string, refresh: boolean): Promise<VolumeInfo[]> {
  const doing = `Reading the volumes of pool ${pool} on ${host.connection.name}`;
  if (refresh && !host.connection.readOnly) await host.connection.call('refreshPool', { pool }, doing);
  const volumes = await host.connection.call('listVolumeDetails', { pool }, doing);
  return volumes.map(toVolume).sort(byName);
}

/** The virtual networks of a host, by name. */
export async function listNetworks(host: Hypervisor): Promise<NetworkInfo[]> {
  const doing = `Reading the networks of ${host.connection.name}`;
  const networks = await host.connection.call('listNetworkDetails', {}, doing);
  return networks.map(toNetwork).sort(byName);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

export function toPool(pool: PoolDetails): PoolInfo {
  const { name, uuid, active, persistent, autostart, capacity, allocation, available } = pool;
  const get = reader(pool.xml);
  const type = get('@type') ?? 'unknown';
  const path = get('target/path');
  return { name, uuid, type, active, persistent, autostart, capacity, allocation, available, path };
}

/** virStorageVolType in the words of the XML. */
const VOLUME_TYPES = new Set<VolumeInfo['type']>(['file', 'block', 'dir', 'network', 'netdir', 'ploop']);

export function toVolume({ name, key, xml }: VolumeDetails): VolumeInfo {
  const get = reader(xml);
  const type = [...VOLUME_TYPES].find((one) => one === get('@type')) ?? 'unknown';
  return {
    name,
    key,
    path: get('target/path') ?? key,
    type,
    format: get('target/format/@type'),
    capacity: bytes(get('capacity')),
    allocation: bytes(get('allocation')),
  };
}

export function toNetwork({
  name,
  uuid,
  active,
  persistent,
  autostart,
  bridge,
}: NetworkDetails): NetworkInfo {
  return { name, uuid, active, persistent, autostart, bridge };
}

/** libvirt writes sizes of volumes in bytes. */
function bytes(text: string | null): number {
  const value = Number(text ?? '0');
  return Number.isFinite(value) ? value : 0;
}

/** Reads single values of a document; null also for all values of one that cannot be read. */
function reader(xml: string): (path: string) => string | null {
  try {
    const document = parseDocument(xml);
    return (path) => getPath(document, path) ?? null;
  } catch {
    return () => null;
  }
}
