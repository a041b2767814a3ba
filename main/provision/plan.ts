import { apiError, type NewMachine, type PoolInfo } from '../../contract/index.ts';
import {
  buildDomain,
  type DiskOptions,
  type Domain,
  type DomainCapabilities,
  type InterfaceOptions,
  StorageVolume,
} from '../../model/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { listPools } from '../hypervisor/storage.ts';
import { type DiskPlace, findMedium, findVolume, type Medium } from './media.ts';
import { freeVolumeName } from './names.ts';
import { type HostSupport, hostSupport } from './support.ts';

/** A volume that is to be made. */
export interface NewVolume {
  readonly pool: string;
  readonly name: string;
  /** Bytes. */
  readonly capacity: number;
  readonly format: 'qcow2' | 'raw';
  readonly xml: string;
}

/** Everything that is to be made for a new machine. Nothing has been made yet. */
export interface Plan {
  readonly machine: NewMachine;
  readonly support: HostSupport;
  readonly medium: Medium;
  readonly volume: NewVolume | null;
  /** Where the disk is or will be, as far as is known before it is made; null: no disk. */
  readonly disk: DiskPlan | null;
  readonly pool: PoolInfo | null;
}

interface DiskPlan {
  readonly place: DiskPlace;
  readonly format: string;
}

/** Pool types whose volumes are files in a folder, so that their paths are known beforehand. */
const FOLDER_POOLS = new Set(['dir', 'fs', 'netfs']);

/**
 * Plans a machine: reads what has to be known of the host and decides names and places.
 * @throws ApiError when the host cannot make machines, or the pool or volume does not exist
 */
export async function planMachine(host: Hypervisor, machine: NewMachine): Promise<Plan> {
  const support = await hostSupport(host);
  if (support.refusal !== null) throw apiError('unsupported', support.refusal);
  const [medium, pools] = await Promise.all([findMedium(host, machine.media), listPools(host)]);
  const { disk } = machine;
  if (disk.kind === 'none') return { machine, support, medium, volume: null, disk: null, pool: null };
  const pool = pools.find((one) => one.name === disk.pool);
  if (!pool)
    throw apiError('not-found', `${host.connection.name} has no pool ${disk.pool}.`, 'Choose another pool.');
  if (disk.kind === 'existing') {
    const found = await findVolume(host, disk.pool, disk.volume);
    if (!found)
      throw apiError(
        'not-found',
        `The pool ${disk.pool} has no volume ${disk.volume}.`,
        'Choose another disk.',
      );
    const format = found.format ?? 'raw';
    return { machine, support, medium, volume: null, disk: { place: found.place, format }, pool };
  }
  const name = disk.name === '' ? await defaultVolumeName(host, machine.name, disk) : disk.name;
  const { capacity, format } = disk;
  const volume = { pool: pool.name, name, capacity, format, xml: volumeXml(name, capacity, format) };
  return { machine, support, medium, volume, disk: { place: placeBefore(pool, name), format }, pool };
}

async function defaultVolumeName(
  host: Hypervisor,
  machine: string,
  disk: { pool: string; format: string },
): Promise<string> {
  const doing = `Reading the volumes of pool ${disk.pool} on ${host.connection.name}`;
  const volumes = await host.connection.call('listVolumes', { pool: disk.pool }, doing);
  return freeVolumeName(machine, disk.format, new Set(volumes.map((volume) => volume.name)));
}

function placeBefore(pool: PoolInfo, volume: string): DiskPlace {
  if (!FOLDER_POOLS.has(pool.type) || pool.path === null) return { pool: pool.name, volume };
  return { file: `${pool.path.replace(/\/$/, '')}/${volume}` };
}

/**
 * The volume takes space as the guest fills it, in either format. Without a version libvirt asks for
 * qcow2 as QEMU 0.10 wrote it (https://libvirt.org/formatstorage.html, compat), which lacks what later
 * features need.
 */
function volumeXml(name: string, capacity: number, format: string): string {
  const volume = StorageVolume.parse('<volume/>\n');
  volume.name = name;
  volume.set('capacity/@unit', 'bytes');
  volume.capacity = capacity;
  volume.set('allocation/@unit', 'bytes');
  volume.allocation = 0;
  volume.format = format;
  if (format === 'qcow2') volume.compat = '1.1';
  return volume.toXml();
}

/**
 * The definition of the planned machine. UUID and MAC address are left to libvirt, so that what was
 * shown is what is made.
 * @param made where the disk is, once it has been made
 */
export function domainXml({ machine, support, medium, disk }: Plan, made?: DiskPlace): string {
  const capabilities = support.types.find((one) => one.type === machine.virtType)?.capabilities;
  const domain = buildDomain({
    name: machine.name,
    type: machine.virtType,
    memory: machine.memoryMiB * 1024 * 1024,
    vcpu: machine.vcpus,
    arch: support.arch,
    machine: support.machine === '' ? undefined : support.machine,
    cpuMode: capabilities ? cpuMode(machine.virtType, capabilities) : null,
    video: capabilities ? videoModel(capabilities) : undefined,
    disks: disk ? [diskOptions(disk, made)] : [],
    cdrom: null,
    interfaces: interfaceOptions(machine),
  });
  insertMedium(domain, medium.place);
  for (const card of domain.interfaces) card.mac = null;
  return domain.toXml();
}

function diskOptions(disk: DiskPlan, made?: DiskPlace): DiskOptions {
  return { ...(made ?? disk.place), format: disk.format };
}

function insertMedium(domain: Domain, place: DiskPlace): void {
  const drive = domain.disks.all.find((one) => one.device === 'cdrom');
  if (!drive) return;
  if ('file' in place) drive.source.file = place.file;
  else if ('dev' in place) {
    drive.type = 'block';
    drive.source.dev = place.dev;
  } else {
    drive.type = 'volume';
    drive.source.pool = place.pool;
    drive.source.volume = place.volume;
  }
}

function interfaceOptions({ network }: NewMachine): InterfaceOptions[] {
  switch (network.kind) {
    case 'none':
      return [];
    case 'user':
      return [{ type: 'user' }];
    default:
      return [{ type: network.kind, source: network.name }];
  }
}

/** The guest gets what the host can give; null where that is the hypervisor's own default. */
function cpuMode(type: string, capabilities: DomainCapabilities): string | null {
  const wanted = type === 'kvm' ? ['host-passthrough', 'host-model'] : ['maximum', 'host-model'];
  return wanted.find((mode) => capabilities.cpuModes.includes(mode)) ?? null;
}

/** The best that every installer can draw on. */
function videoModel(capabilities: DomainCapabilities): string | undefined {
  return ['virtio', 'vga', 'bochs', 'cirrus'].find((model) => capabilities.video.models.includes(model));
}
