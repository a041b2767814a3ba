import type { HostOffer, NetworkInfo, PoolInfo } from '../../../contract/index.ts';
import { canCreateVolumes, NodeDevice, NodeInterface } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { toNetwork, toPool } from '../../hypervisor/storage.ts';
import { placeOf } from '../../hypervisor/uri.ts';
import { hostAbilities } from '../abilities.ts';
import { sharesFiles } from '../sources/hostFiles.ts';
import { archOffers } from './arches.ts';
import { hostRefusal, methodOffers } from './methods.ts';

/**
 * What a host offers for new machines, read in one operation.
 * @throws ApiError `unavailable` while it is not connected
 */
export async function readOffer(host: Hypervisor): Promise<HostOffer> {
  const { name, readOnly, host: facts } = host.connection;
  const doing = `Reading what ${name} offers for new machines`;
  const [answer, abilities] = await Promise.all([
    host.connection.call('machineOffer', {}, doing),
    hostAbilities(host),
  ]);
  const pools = answer.pools.map(toPool).sort(byName);
  const networks = answer.networks.map(toNetwork).sort(byName);
  const bridges = bridgesOf(answer.interfaces, networks);
  return {
    refusal: hostRefusal(name, readOnly, abilities),
    methods: methodOffers(name, abilities),
    arches: archOffers(abilities),
    memoryKiB: facts?.memoryKiB ?? 0,
    cpus: facts?.cpus ?? 0,
    pools,
    networks,
    bridges,
    cards: cardsOf(answer.cards, new Set([...bridges, ...networks.map((network) => network.bridge ?? '')])),
    drives: drivesOf(answer.drives),
    defaultPool: defaultPool(pools)?.name ?? null,
    defaultNetwork: defaultNetwork(host, networks),
    local: sharesFiles(host),
  };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

/** Bridges that the host's administrator has made; those of libvirt's networks are chosen as networks. */
function bridgesOf(interfaces: readonly string[], networks: readonly NetworkInfo[]): string[] {
  const own = new Set(networks.map((network) => network.bridge));
  return interfaces
    .flatMap((xml) => {
      const one = readable(() => NodeInterface.parse(xml));
      return one?.type === 'bridge' && one.name !== null && !own.has(one.name) ? [one.name] : [];
    })
    .sort();
}

function cardsOf(cards: readonly string[], bridges: ReadonlySet<string>): HostOffer['cards'] {
  return cards
    .flatMap((xml) => {
      const device = readable(() => NodeDevice.parse(xml));
      const name = device?.get('capability/interface') ?? null;
      if (name === null || bridges.has(name)) return [];
      const state = device?.get('capability/link/@state') ?? null;
      return [{ name, up: state === null ? null : state === 'up' }];
    })
    .sort(byName);
}

function drivesOf(drives: readonly string[]): HostOffer['drives'] {
  return drives.flatMap((xml) => {
    const device = readable(() => NodeDevice.parse(xml));
    const path = device?.get('capability/block') ?? null;
    if (!device || path === null || device.get('capability/drive_type') !== 'cdrom') return [];
    const there = device.get('capability/capability/media_available') === '1';
    const label = device.get('capability/capability/media_label');
    return [{ path, medium: there ? label || 'Unnamed medium' : null }];
  });
}

/** What a host describes in a way that cannot be read is not offered. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Where images usually are, else the roomiest place in which disks can be made. */
function defaultPool(pools: readonly PoolInfo[]): PoolInfo | undefined {
  const usable = pools.filter((pool) => pool.active && canCreateVolumes(pool.type));
  const named =
    usable.find((pool) => pool.name === 'default') ?? usable.find((pool) => pool.name === 'images');
  return named ?? [...usable].sort((a, b) => b.available - a.available)[0];
}

/** libvirt's default network, else any that runs. The session of a user has none of its own. */
function defaultNetwork(host: Hypervisor, networks: readonly NetworkInfo[]): string | null {
  if (placeOf(host.connection)?.path === '/session') return null;
  const active = networks.filter((network) => network.active);
  const named = active.find((network) => network.name === 'default') ?? active[0];
  return (named ?? networks.find((network) => network.name === 'default'))?.name ?? null;
}
