import type { NewVolume, PoolInfo, VolumeInfo } from '../../../../../contract/index.ts';
import {
  type Disk,
  type Domain,
  needScsi,
  needUsb,
  newDiskTarget,
  volumeAbility,
} from '../../../../../model/index.ts';

/** Makes a disk be what a volume of the host is: its path, as a file or device, and its format. */
export function takeVolume(disk: Disk, volume: VolumeInfo): void {
  const type = volume.type === 'block' ? 'block' : 'file';
  setType(disk, type);
  if (type === 'block') disk.source.dev = volume.path;
  else disk.source.file = volume.path;
  disk.format = formatOf(volume);
}

/** What QEMU calls the format of a volume: an ISO is raw, and so is what nobody knows. */
function formatOf({ format }: VolumeInfo): string {
  return format === null || format === 'iso' || format === 'unknown' ? 'raw' : format;
}

/** Why a volume cannot be a disk by its path; null: it can. */
export function volumeRefusal({ type, name }: VolumeInfo): string | null {
  if (type === 'file' || type === 'block' || type === 'unknown') return null;
  if (type === 'network') return `${name} is on the network: choose network storage and say where it is.`;
  return `${name} is a folder.`;
}

/** Another kind of source: what belonged to the old one goes. */
function setType(disk: Disk, type: string): void {
  if (disk.type === type) {
    disk.source.file = null;
    disk.source.dev = null;
    return;
  }
  const { startupPolicy } = disk.source;
  disk.type = type;
  resetSource(disk, type);
  if (type === 'file' || type === 'volume') disk.source.startupPolicy = startupPolicy;
}

/** Empties the source for a type that was just set, with what that type cannot be without. */
export function resetSource(disk: Disk, type: string | null): void {
  disk.source.clear();
  if (type === 'block' || type === 'network' || type === 'nvme') disk.format = 'raw';
  if (type === 'dir') disk.format = 'fat';
  if (type === 'network') setProtocol(disk, 'nbd');
  if (type === 'nvme') Object.assign(disk.source, { type: 'pci', managed: true, namespace: 1 });
  if (type === 'vhostuser') Object.assign(disk.source, { type: 'unix' });
}

const PORTS: Readonly<Record<string, string>> = {
  nbd: '10809',
  iscsi: '3260',
  http: '80',
  https: '443',
  ftp: '21',
  ftps: '990',
  tftp: '69',
  ssh: '22',
  gluster: '24007',
};

/** Another protocol: the server stays, its port is that of the new one. */
export function setProtocol(disk: Disk, protocol: string): void {
  const { source } = disk;
  const server = source.hosts.at(0)?.name ?? 'localhost';
  source.clear();
  source.protocol = protocol;
  // Ceph's servers stand in the host's own configuration as a rule.
  if (protocol === 'nfs') source.set('identity', true);
  if (protocol !== 'rbd') source.hosts.add({ name: server, port: PORTS[protocol] ?? null });
}

/** Another bus: the name goes with it, the place belonged to the old one, and there has to be a controller. */
export function changeBus(domain: Domain, disk: Disk, bus: string): void {
  const others = domain.disks.all.filter((one) => one.element !== disk.element);
  disk.target = newDiskTarget(
    bus,
    others.map((one) => one.target),
  );
  disk.address.clear();
  if (bus !== 'usb') disk.removable = null;
  if (bus !== 'scsi' && bus !== 'ide') disk.wwn = null;
  if (bus !== 'scsi') Object.assign(disk, { vendor: null, product: null });
  if (bus !== 'virtio') {
    disk.queues = null;
    disk.iothread = null;
  }
  if (bus === 'scsi') needScsi(domain);
  if (bus === 'usb') needUsb(domain);
}

export interface VolumeWish {
  readonly pool: PoolInfo;
  readonly name: string;
  /** Bytes. */
  readonly capacity: number;
  readonly format: string;
  readonly allocate: boolean;
}

/** The volume of a wish, with the path that it will have. */
export function newVolumeOf({ pool, ...wish }: VolumeWish): NewVolume {
  return { ...wish, pool: pool.name, path: `${(pool.path ?? '').replace(/\/$/, '')}/${wish.name}` };
}

/** Makes a disk be a volume that is made when the edit is applied. */
export function takeNewVolume(disk: Disk, volume: NewVolume, pool: PoolInfo): void {
  const files = volumeAbility(pool.type)?.files ?? true;
  setType(disk, files ? 'file' : 'block');
  if (files) disk.source.file = volume.path;
  else disk.source.dev = volume.path;
  disk.format = volume.format;
}

/** Why no volume for a disk can be made in a pool; null: it can. */
export function poolRefusal(pool: PoolInfo): string | null {
  if (!pool.active) return 'not started';
  if (!volumeAbility(pool.type)) return 'libvirt makes none here';
  return pool.path === null || !pool.path.startsWith('/') ? 'has no paths on the host' : null;
}

/** What is wrong with the name of a new volume; null: nothing. */
export function volumeNameProblem(name: string, taken: readonly string[]): string | null {
  if (name === '') return 'It needs a name.';
  if (name.includes('/') || name === '.' || name === '..') return 'A name cannot hold a slash.';
  return taken.includes(name) ? 'The pool has a volume of this name.' : null;
}

/** A name for a disk's volume that the pool does not have. */
export function suggestVolumeName(
  machine: string,
  target: string,
  format: string,
  taken: readonly string[],
): string {
  const ending = format === 'raw' ? '' : `.${format}`;
  const base = `${machine}-${target}`.replaceAll('/', '_');
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!taken.includes(name)) return name;
  }
}
