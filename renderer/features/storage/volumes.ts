import type { ConnectionId, PoolInfo, VolumeInfo } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { type Reading, useReading } from '../../state/useReading.ts';
import { hasMedia } from './orderVolumes.ts';

/** Pools looked through for installation media. */
const LOOKED_AT = 8;

/** The volumes of a pool, of none while none is chosen; read from the disk again when asked to. */
export function useVolumes(connection: ConnectionId, pool: string): Reading<readonly VolumeInfo[]> {
  return useReading<readonly VolumeInfo[]>(pool === '' ? '' : `${connection} ${pool}`, (refresh) =>
    client().storage.volumes({ connection, pool, refresh }),
  );
}

/**
 * The pool to begin with: for media the first started one that has some, the suggested one first; else the
 * suggested one. Empty: no pool is started.
 */
export async function findPool(
  connection: ConnectionId,
  pools: readonly PoolInfo[],
  prefer: 'media' | 'disks',
  suggested: string | null,
): Promise<string> {
  const started = pools.filter(({ active }) => active);
  const first = started.find(({ name }) => name === suggested) ?? started[0];
  if (!first || prefer === 'disks') return first?.name ?? '';
  const others = started.filter((pool) => pool !== first);
  for (const { name } of [first, ...others].slice(0, LOOKED_AT)) {
    // A pool that cannot be read now says so when it is chosen.
    const volumes = await client()
      .storage.volumes({ connection, pool: name, refresh: false })
      .catch(() => []);
    if (hasMedia(volumes)) return name;
  }
  return first.name;
}
