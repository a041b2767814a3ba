import type { Disk } from '../device/disk.ts';
import type { NetworkInterface } from '../device/network-interface.ts';
import type { Domain } from '../domain/domain.ts';
import type { Init } from '../field/index.ts';
import { newDiskTarget, newMac } from './names.ts';

/** Where a disk's content is; exactly one of file, dev and volume. */
export interface DiskOptions {
  readonly file?: string | undefined;
  readonly dev?: string | undefined;
  readonly pool?: string | undefined;
  readonly volume?: string | undefined;
  /** `qcow2` for files and volumes, `raw` for devices, if left out. */
  readonly format?: string | undefined;
  /** `virtio` if left out. */
  readonly bus?: string | undefined;
  /** Anything else about the disk. */
  readonly more?: Init<Disk> | undefined;
}

/** Adds a disk under the next free name of its bus. */
export function addDisk(domain: Domain, options: DiskOptions): Disk {
  const { file, dev, pool, volume, bus = 'virtio' } = options;
  const type = dev !== undefined ? 'block' : volume !== undefined ? 'volume' : 'file';
  return domain.addDevice('disk', {
    type,
    device: 'disk',
    driver: 'qemu',
    format: options.format ?? (type === 'block' ? 'raw' : 'qcow2'),
    source: { file, dev, pool, volume },
    target: nextTarget(domain, bus),
    bus,
    ...options.more,
  });
}

export interface DriveOptions {
  /** A path on the host; null or left out for an empty drive. */
  readonly file?: string | null | undefined;
  /** `sata` for CD-ROM drives and `fdc` for floppy drives if left out. */
  readonly bus?: string | undefined;
  readonly more?: Init<Disk> | undefined;
}

/** Adds a CD-ROM drive, with a medium or empty. */
export function addCdrom(domain: Domain, options: DriveOptions = {}): Disk {
  return addDrive(domain, 'cdrom', options.bus ?? 'sata', options);
}

/** Adds a floppy drive, with a medium or empty. */
export function addFloppy(domain: Domain, options: DriveOptions = {}): Disk {
  return addDrive(domain, 'floppy', options.bus ?? 'fdc', options);
}

function addDrive(domain: Domain, device: string, bus: string, options: DriveOptions): Disk {
  return domain.addDevice('disk', {
    type: 'file',
    device,
    driver: 'qemu',
    format: 'raw',
    source: { file: options.file ?? undefined },
    target: nextTarget(domain, bus),
    bus,
    readonly: device === 'cdrom',
    ...options.more,
  });
}

function nextTarget(domain: Domain, bus: string): string {
  return newDiskTarget(
    bus,
    domain.disks.map((disk) => disk.target),
  );
}

export interface InterfaceOptions {
  /** `network` if left out. */
  readonly type?: string | undefined;
  /** The network's, bridge's or host device's name; nothing for user-mode networking. */
  readonly source?: string | undefined;
  /** For macvtap: `bridge` if left out. */
  readonly mode?: string | undefined;
  readonly model?: string | undefined;
  readonly mac?: string | undefined;
  readonly takenMacs?: Iterable<string> | undefined;
  readonly more?: Init<NetworkInterface> | undefined;
}

/** Adds a network card with a MAC address that no other one of the machine, and none of those taken, has. */
export function addInterface(domain: Domain, options: InterfaceOptions): NetworkInterface {
  const type = options.type ?? 'network';
  const own = domain.interfaces.map((card) => card.mac ?? '');
  const { source: name } = options;
  return domain.addDevice('interface', {
    type,
    mac: options.mac ?? newMac([...own, ...(options.takenMacs ?? [])]),
    source: {
      network: type === 'network' ? name : undefined,
      bridge: type === 'bridge' ? name : undefined,
      dev: type === 'direct' || type === 'vdpa' || type === 'ethernet' ? name : undefined,
      mode: type === 'direct' ? (options.mode ?? 'bridge') : undefined,
    },
    model: options.model ?? 'virtio',
    ...options.more,
  });
}
