import type { HostOptions, NetworkInfo, PoolInfo } from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { listNetworks, listPools } from '../hypervisor/storage.ts';
import { parseUri } from '../hypervisor/uri.ts';
import { hostSupport } from './support.ts';

const GIB = 1024 ** 3;
const DISK = 20 * GIB;
const MEMORY_MIB = 2048;

/** What a host offers for a new machine, and defaults that fit it. */
export async function readHostOptions(host: Hypervisor): Promise<HostOptions> {
  const [support, pools, networks] = await Promise.all([
    hostSupport(host),
    listPools(host),
    listNetworks(host),
  ]);
  const facts = host.connection.host;
  const memoryKiB = facts?.memoryKiB ?? 0;
  const cpus = Math.max(1, facts?.cpus ?? 1);
  const limits = support.types.map((one) => one.capabilities.maxVcpus);
  const maxVcpus = limits.length === 0 ? cpus : Math.min(...limits);
  const pool = defaultPool(pools);
  return {
    refusal: support.refusal,
    virtTypes: support.types.map(({ type, note }) => ({ type, note })),
    arch: support.arch,
    machine: support.machine,
    maxVcpus,
    memoryKiB,
    pools,
    networks,
    defaults: {
      memoryMiB: defaultMemory(memoryKiB),
      vcpus: Math.min(2, cpus, maxVcpus),
      diskCapacity: defaultDisk(pool),
      pool: pool?.name ?? null,
      network: defaultNetwork(host, networks),
      virtType: support.types[0]?.type ?? '',
    },
  };
}

/** 2 GiB, or a quarter of a small host's memory. */
function defaultMemory(hostKiB: number): number {
  if (hostKiB === 0) return MEMORY_MIB;
  const quarter = Math.floor(hostKiB / 1024 / 4 / 256) * 256;
  return Math.min(MEMORY_MIB, Math.max(256, quarter));
}

/** Where images usually are, else the roomiest place that can hold files. */
function defaultPool(pools: readonly PoolInfo[]): PoolInfo | undefined {
  const usable = pools.filter((pool) => pool.active && pool.type !== 'iscsi' && pool.type !== 'scsi');
  const named =
    usable.find((pool) => pool.name === 'default') ?? usable.find((pool) => pool.name === 'images');
  return named ?? [...usable].sort((a, b) => b.available - a.available)[0];
}

/** 20 GiB, or less in a pool that has less. */
function defaultDisk(pool: PoolInfo | undefined): number {
  if (!pool || pool.available >= DISK) return DISK;
  return Math.max(GIB, Math.floor(pool.available / GIB) * GIB);
}

/** libvirt's default network, else any that runs. The session of a user has none of its own. */
function defaultNetwork(host: Hypervisor, networks: readonly NetworkInfo[]): string | null {
  if (parseUri(host.connection.uri)?.path === '/session') return null;
  const active = networks.filter((network) => network.active);
  const named = active.find((network) => network.name === 'default') ?? active[0];
  return (named ?? networks.find((network) => network.name === 'default'))?.name ?? null;
}
