import { useEffect, useState } from 'react';
import type { ApiErrorData, ConnectionId, PoolInfo, VolumeInfo } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { hasMedia } from './orderVolumes.ts';

/** Pools looked through for installation media. */
const LOOKED_AT = 8;

/** The volumes of a pool; read from the disk again when asked to. */
export function useVolumes(connection: ConnectionId, pool: string) {
  const [volumes, setVolumes] = useState<readonly VolumeInfo[] | null>(null);
  const [failure, setFailure] = useState<ApiErrorData | null>(null);
  /** The pool that was asked to be read again; another object each time. */
  const [again, setAgain] = useState<{ pool: string } | null>(null);
  useEffect(() => {
    setVolumes(null);
    setFailure(null);
    if (pool === '') return;
    let gone = false;
    client()
      .storage.volumes({ connection, pool, refresh: again?.pool === pool })
      .then(
        (list) => !gone && setVolumes(list),
        (error: unknown) => !gone && setFailure(toErrorData(error)),
      );
    return () => {
      gone = true;
    };
  }, [connection, pool, again]);
  return { volumes, failure, refresh: () => setAgain({ pool }) };
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
