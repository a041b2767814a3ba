import { apiError, type PoolInfo } from '../../../contract/index.ts';
import { StoragePool, type VolumeAbility, volumeAbility } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { refreshPool, toPool } from '../../hypervisor/storage.ts';
import type { Place } from '../definition/parts.ts';

/** A pool in which something is planned. */
export interface PlanPool {
  readonly info: PoolInfo;
  readonly pool: StoragePool;
  /** Null: nothing can be made in it. */
  readonly ability: VolumeAbility | null;
  /** Names of its volumes, and of those that are planned. */
  readonly taken: Set<string>;
}

/** The pools that a plan has to do with, each read once. */
export class PoolBook {
  readonly #host: Hypervisor;
  readonly #known = new Map<string, Promise<PlanPool>>();

  constructor(host: Hypervisor) {
    this.#host = host;
  }

  /** @throws ApiError `not-found` where the host has no such pool */
  get(name: string): Promise<PlanPool> {
    const known = this.#known.get(name) ?? this.#read(name);
    this.#known.set(name, known);
    return known;
  }

  /** The pools read so far. */
  all(): Promise<PlanPool[]> {
    return Promise.all(this.#known.values());
  }

  /** The pool as it is after libvirt has looked at its storage. */
  async lookAgain(name: string): Promise<PoolInfo> {
    const { connection } = this.#host;
    await refreshPool(this.#host, name);
    const doing = `Reading pool ${name} on ${connection.name}`;
    return toPool(await connection.call('poolDetails', { pool: name }, doing));
  }

  /**
   * A pool of files for what Virtdeck itself puts on the host: a preferred one, else the usual one.
   * @throws ApiError `not-found` where there is none
   */
  async forFiles(preferred: readonly string[]): Promise<PlanPool> {
    for (const name of preferred) {
      const pool = await this.get(name);
      if (pool.ability?.files && pool.info.active) return pool;
    }
    const { connection } = this.#host;
    const listed = await connection.call('listPoolDetails', {}, `Reading the pools of ${connection.name}`);
    const usable = listed.map(toPool).filter((one) => one.active && volumeAbility(one.type)?.files);
    const best =
      usable.find((one) => one.name === 'default') ?? usable.sort((a, b) => b.available - a.available).at(0);
    if (best) return this.get(best.name);
    throw apiError(
      'not-found',
      `${connection.name} has no active pool of files, in which a kernel or a small disk could be put.`,
      'Make a pool of the type dir, or start one.',
    );
  }

  async #read(name: string): Promise<PlanPool> {
    const { connection } = this.#host;
    const doing = `Reading pool ${name} on ${connection.name}`;
    const details = await connection.call('poolDetails', { pool: name }, doing).catch((error: unknown) => {
      throw isNotFound(error)
        ? apiError('not-found', `${connection.name} has no pool ${name}.`, 'Choose another pool.')
        : error;
    });
    const info = toPool(details);
    const volumes = info.active ? await connection.call('listVolumes', { pool: name }, doing) : [];
    return {
      info,
      pool: StoragePool.parse(details.xml),
      ability: volumeAbility(info.type),
      taken: new Set(volumes.map((volume) => volume.name)),
    };
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'not-found';
}

/** Where a volume will be, as far as that is known before it is made. */
export function placeBefore({ info, pool }: PlanPool, volume: string): Place {
  const folder = info.path?.replace(/\/$/, '') ?? null;
  switch (info.type) {
    case 'dir':
    case 'fs':
    case 'netfs':
    case 'vstorage':
      return folder === null ? { pool: info.name, volume } : { file: `${folder}/${volume}` };
    case 'logical':
    case 'zfs':
      return folder === null ? { pool: info.name, volume } : { dev: `${folder}/${volume}` };
    case 'rbd':
    case 'gluster':
    case 'sheepdog':
      return networkPlace(pool, volume);
    default:
      return { pool: info.name, volume };
  }
}

/** libvirt refuses disks of type volume for these pools: QEMU is told the way itself. */
export function networkPlace(pool: StoragePool, volume: string): Place {
  const { source } = pool;
  const protocol = pool.type ?? 'rbd';
  const { authType, username, secretUuid, secretUsage } = source;
  return {
    protocol,
    name: source.name === null ? volume : `${source.name}/${volume}`,
    hosts: source.hosts.map((host) => ({ name: host.name ?? '', port: host.port })),
    auth:
      username === null ? null : { username, type: authType ?? 'ceph', uuid: secretUuid, usage: secretUsage },
  };
}
