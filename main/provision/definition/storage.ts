import type { CardSpec } from '../../../contract/index.ts';
import {
  addController,
  type Disk,
  type Domain,
  type Init,
  type NetworkInterface,
  newDiskTarget,
} from '../../../model/index.ts';
import { isContainer, isX86 } from '../defaults/context.ts';
import type { DiskPart, DrivePart, MachineParts, Place } from './parts.ts';
import { isQemu } from './system.ts';

/** Disks in their order, then the drives. */
export function writeStorage(domain: Domain, parts: MachineParts): void {
  const driver = isQemu(parts.context.type) ? 'qemu' : undefined;
  for (const disk of parts.disks) {
    domain.addDevice('disk', {
      ...sourceOf(disk.place),
      device: 'disk',
      driver,
      format: disk.format,
      ...(driver !== undefined && driverOptions(disk)),
      target: nextTarget(domain, disk.bus),
      bus: disk.bus,
    });
  }
  for (const drive of parts.drives) addDrive(domain, drive, driver);
  writeScsi(domain, parts);
}

/** A device of the host is not kept in the host's memory a second time. */
function driverOptions({ place, discard }: DiskPart): Init<Disk> {
  const device = 'dev' in place ? { cache: 'none', io: 'native' } : {};
  return { ...device, discard: discard ? 'unmap' : undefined };
}

function addDrive(domain: Domain, drive: DrivePart, driver: string | undefined): void {
  const { device, place, bus } = drive;
  domain.addDevice('disk', {
    ...(place ? sourceOf(place) : { type: 'file' }),
    device,
    driver,
    format: 'raw',
    target: nextTarget(domain, bus),
    bus,
    readonly: device === 'cdrom' ? true : undefined,
  });
}

/** Type and source of a disk. */
export function sourceOf(place: Place): Init<Disk> {
  if ('file' in place) return { type: 'file', source: { file: place.file } };
  if ('dev' in place) return { type: 'block', source: { dev: place.dev } };
  if ('volume' in place) return { type: 'volume', source: { pool: place.pool, volume: place.volume } };
  const { protocol, name, hosts, auth } = place;
  return {
    type: 'network',
    source: {
      protocol,
      name,
      hosts: hosts.map((host) => ({ name: host.name, port: host.port ?? undefined })),
      ...(auth && {
        auth: {
          username: auth.username,
          secretType: auth.type,
          secretUuid: auth.uuid ?? undefined,
          secretUsage: auth.usage ?? undefined,
        },
      }),
    },
  };
}

function nextTarget(domain: Domain, bus: string): string {
  return newDiskTarget(
    bus,
    domain.disks.map((disk) => disk.target),
  );
}

/** libvirt's own choice for SCSI on x86 and POWER is a controller that few systems have drivers for today. */
function writeScsi(domain: Domain, { context }: MachineParts): void {
  const scsi = domain.disks.all.some((disk) => disk.bus === 'scsi');
  if (!scsi || !isQemu(context.type)) return;
  const own = isX86(context) || /^ppc/.test(context.arch);
  if (!own || context.os.drivers.virtioScsi) {
    addController(domain, 'scsi', { index: 0, model: 'virtio-scsi' });
  }
}

/** Network cards, in their order. */
export function writeCards(domain: Domain, parts: MachineParts): void {
  for (const card of parts.cards) {
    const model = card.model ?? parts.platform.cardModel;
    domain.addDevice('interface', {
      type: card.kind,
      mac: card.mac ?? undefined,
      source: cardSource(card),
      model: isContainer(parts.context) || model === 'none' ? undefined : model,
    });
  }
}

function cardSource(card: CardSpec): Init<NetworkInterface['source']> {
  switch (card.kind) {
    case 'network':
      return { network: card.name };
    case 'bridge':
      return { bridge: card.name };
    case 'direct':
      return { dev: card.device, mode: 'bridge' };
    case 'user':
      return {};
  }
}
