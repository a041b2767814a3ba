import { Network } from '../network/network.ts';
import { StoragePool } from '../storage/pool.ts';
import { StorageVolume } from '../storage/volume.ts';

export interface VolumeOptions {
  readonly name: string;
  /** Bytes. */
  readonly capacity: number;
  /** Bytes taken at once; 0 for a volume that grows. */
  readonly allocation?: number | undefined;
  readonly format?: string | undefined;
  /** The image under this one, for a copy-on-write volume. */
  readonly backingPath?: string | undefined;
  readonly backingFormat?: string | undefined;
}

/** The description of a new volume. */
export function buildVolume(options: VolumeOptions): StorageVolume {
  const volume = StorageVolume.parse('<volume/>\n');
  volume.name = options.name;
  volume.capacity = options.capacity;
  volume.allocation = options.allocation ?? null;
  volume.format = options.format ?? null;
  // Without it libvirt asks for qcow2 as QEMU 0.10 wrote it.
  volume.compat = options.format === 'qcow2' ? '1.1' : null;
  volume.backingPath = options.backingPath ?? null;
  volume.backingFormat = options.backingPath === undefined ? null : (options.backingFormat ?? null);
  return volume;
}

export interface PoolOptions {
  readonly name: string;
  readonly type: string;
  /** Where the pool appears on the host. */
  readonly target?: string | undefined;
  /** The server, for pools over the network. */
  readonly host?: string | undefined;
  /** The exported folder, for `netfs` and `gluster`. */
  readonly dir?: string | undefined;
  /** Devices that the pool is made of. */
  readonly devices?: readonly string[] | undefined;
  /** The volume group's, pool's or volume's name at the source. */
  readonly sourceName?: string | undefined;
  readonly format?: string | undefined;
}

/** The description of a new pool. */
export function buildPool(options: PoolOptions): StoragePool {
  const pool = StoragePool.parse('<pool/>\n');
  pool.type = options.type;
  pool.name = options.name;
  if (options.host !== undefined) pool.source.hosts.add({ name: options.host });
  pool.source.dir = options.dir ?? null;
  for (const path of options.devices ?? []) pool.source.devices.add({ path });
  pool.source.name = options.sourceName ?? null;
  pool.source.format = options.format ?? null;
  pool.target = options.target ?? null;
  return pool;
}

export interface NetworkOptions {
  readonly name: string;
  /** null for a network without way out. */
  readonly forward?: string | null | undefined;
  /** A network card of the host to go out by, or to bridge to. */
  readonly dev?: string | undefined;
  /** An existing bridge of the host, for the mode `bridge`. */
  readonly bridge?: string | undefined;
  readonly domain?: string | undefined;
  readonly ips?: readonly NetworkIpOptions[] | undefined;
}

export interface NetworkIpOptions {
  readonly address: string;
  readonly prefix: number;
  readonly dhcp?: { readonly start: string; readonly end: string } | undefined;
}

/** The description of a new network. */
export function buildNetwork(options: NetworkOptions): Network {
  const network = Network.parse('<network/>\n');
  network.name = options.name;
  network.forward.mode = options.forward ?? null;
  network.forward.dev = options.dev ?? null;
  network.bridge = options.bridge ?? null;
  network.domain = options.domain ?? null;
  for (const { address, prefix, dhcp } of options.ips ?? []) {
    const family = address.includes(':') ? 'ipv6' : undefined;
    network.ips.add({ family, address, prefix, dhcpRanges: dhcp ? [dhcp] : [] });
  }
  return network;
}
