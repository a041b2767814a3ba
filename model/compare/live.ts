import { Serial } from '../device/character.ts';
import { Controller } from '../device/controller.ts';
import { Disk } from '../device/disk.ts';
import { Input } from '../device/display.ts';
import { Filesystem } from '../device/filesystem.ts';
import { Hostdev } from '../device/hostdev.ts';
import type { XmlNode } from '../field/node.ts';
import { entryOf } from '../table.ts';

/**
 * How libvirt changes a running machine: each is a function, or a family of them, of its API. Whoever carries
 * changes out has to know all of these, and nothing else can take effect while the machine runs.
 */
export const LIVE_OPERATIONS = [
  /** virDomainAttachDeviceFlags, virDomainDetachDeviceFlags, virDomainUpdateDeviceFlags */
  'attach',
  'detach',
  'update',
  /** An update of a drive that puts another medium in, or none. */
  'media',
  /** virDomainSetBlockIoTune */
  'iotune',
  /** virDomainSetMemoryStatsPeriod */
  'balloon-statistics',
  /** virDomainSetMetadata */
  'metadata',
  /** virDomainSetMemoryFlags */
  'memory',
  /** virDomainSetVcpusFlags, virDomainSetVcpu */
  'vcpus',
  'vcpu',
  /** virDomainSetSchedulerParametersFlags */
  'scheduler',
  /** virDomainPinVcpuFlags, virDomainPinEmulator, virDomainPinIOThread */
  'vcpu-pin',
  'emulator-pin',
  'iothread-pin',
  /** virDomainSetMemoryParameters, virDomainSetBlkioParameters, virDomainSetNumaParameters */
  'memory-limits',
  'block-weights',
  'numa',
  /** virDomainAddIOThread, virDomainDelIOThread, virDomainSetIOThreadParams */
  'iothreads',
  /** virDomainSetPerfEvents, virDomainSetLifecycleAction */
  'perf',
  'lifecycle',
] as const;
export type LiveOperation = (typeof LIVE_OPERATIONS)[number];

/** What a change is in, as far as it matters for when it takes effect. */
export interface Place {
  readonly kind: 'changed' | 'added' | 'removed';
  /** The accessors from the root of the document: `['disks', 'cache']`. */
  readonly fields: readonly string[];
  /** The device it is in, or that is added or removed. */
  readonly device: XmlNode | undefined;
  /** Whether there was a value, and whether there is one now; left out where that makes no difference. */
  readonly values?: { readonly before: boolean; readonly after: boolean } | undefined;
}

type Rule = readonly [path: RegExp, operation: LiveOperation];
type DeviceRule = (place: Place, device: XmlNode) => LiveOperation | null;

interface Driver {
  /** What of the machine itself can be changed; the first that fits. */
  readonly machine: readonly Rule[];
  readonly device: DeviceRule;
}

const METADATA: Rule = [/^(?:title|description|metadata\b.*)$/, 'metadata'];
const MEMORY: Rule = [/^currentMemory$/, 'memory'];
const VCPUS: Rule = [/^currentVcpus$/, 'vcpus'];
const VCPU_PIN: Rule = [/^cpuTune\.vcpuPins\b/, 'vcpu-pin'];
const SCHEDULER: Rule = [/^cpuTune\.(?:shares|(?:\w*[pP]eriod|\w*[qQ]uota))$/, 'scheduler'];
const MEMORY_LIMITS: Rule = [/^memTune\.(?:hardLimit|softLimit|swapHardLimit)$/, 'memory-limits'];
const BLOCK_WEIGHTS: Rule = [/^blkioTune\b/, 'block-weights'];

/** Which drivers can change what while the machine runs, from libvirt's sources and pages of the functions. */
const DRIVERS: Readonly<Record<string, Driver>> = {
  qemu: {
    machine: [
      METADATA,
      MEMORY,
      VCPUS,
      VCPU_PIN,
      SCHEDULER,
      MEMORY_LIMITS,
      BLOCK_WEIGHTS,
      [/^vcpus(?:\.enabled)?$/, 'vcpu'],
      [/^cpuTune\.emulatorPin$/, 'emulator-pin'],
      [/^cpuTune\.iothreadPins\b/, 'iothread-pin'],
      [/^numaTune\.nodeset$/, 'numa'],
      [/^iothread(?:s|Ids\b.*)$/, 'iothreads'],
      [/^perfEvents\b/, 'perf'],
      [/^on(?:Poweroff|Reboot|Crash)$/, 'lifecycle'],
    ],
    device: qemuDevice,
  },
  lxc: { machine: [METADATA, MEMORY, SCHEDULER, MEMORY_LIMITS, BLOCK_WEIGHTS], device: lxcDevice },
  xen: { machine: [METADATA, MEMORY, VCPUS, VCPU_PIN], device: xenDevice },
  test: {
    machine: [METADATA, MEMORY, VCPUS, VCPU_PIN, [/^iothread(?:s|Ids\b.*)$/, 'iothreads']],
    device: () => null,
  },
};

/** How the driver of that name makes a change in a running machine; null: it cannot. */
export function liveOperation(driver: string, place: Place): LiveOperation | null {
  const known = entryOf(DRIVERS, driver);
  if (!known) return null;
  if (place.device) return known.device(place, place.device);
  const path = place.fields.join('.');
  return known.machine.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** True if a whole device comes or goes, not a part of one. */
function isWhole(place: Place): boolean {
  return place.kind !== 'changed' && place.fields.length === 1;
}

function plugged(place: Place, can: boolean): LiveOperation | null {
  if (!can) return null;
  return place.kind === 'added' ? 'attach' : 'detach';
}

const CARD_UPDATES = new Set([
  'link',
  'source',
  'bandwidth',
  'filter',
  'filterParameters',
  'vlan',
  'virtualPort',
  'coalesceRxFrames',
  'trustGuestRxFilters',
  'isolated',
]);
const DISPLAY_UPDATES = new Set(['password', 'passwordValidTo', 'connected']);

function qemuDevice(place: Place, device: XmlNode): LiveOperation | null {
  const kind = device.element.nodeName;
  if (isWhole(place)) return plugged(place, canHotplug(kind, device));
  const [, field = ''] = place.fields;
  if (kind === 'disk') return field === 'iotune' ? 'iotune' : mediumChange(field, device);
  if (kind === 'interface') return CARD_UPDATES.has(field) ? 'update' : null;
  if (kind === 'graphics') return displayChange(field, place);
  if (kind === 'memballoon') return field === 'statsPeriod' ? 'balloon-statistics' : null;
  if (kind === 'memory') return field === 'requested' ? 'update' : null;
  return null;
}

/** QEMU replaces the password of a display that was started with one; to ask for one, or for none, it starts again. */
function displayChange(field: string, { values }: Place): LiveOperation | null {
  if (field === 'password' && values && !(values.before && values.after)) return null;
  return DISPLAY_UPDATES.has(field) ? 'update' : null;
}

/** The medium of a drive, and what has to change together with it. */
function mediumChange(field: string, device: XmlNode): LiveOperation | null {
  if (!(device instanceof Disk) || (device.device !== 'cdrom' && device.device !== 'floppy')) return null;
  return field === 'source' || field === 'type' || field === 'format' ? 'media' : null;
}

const HOTPLUG = new Set([
  'interface',
  'hostdev',
  'redirdev',
  'channel',
  'rng',
  'shmem',
  'memory',
  'watchdog',
  'vsock',
  'lease',
]);

function canHotplug(kind: string, device: XmlNode): boolean {
  if (device instanceof Disk) {
    return device.device !== 'cdrom' && ['virtio', 'scsi', 'usb'].includes(device.bus ?? '');
  }
  if (device instanceof Controller) return device.type === 'scsi';
  if (device instanceof Input) return device.bus === 'usb' || device.bus === 'virtio';
  if (device instanceof Filesystem) return device.driver === 'virtiofs';
  if (device instanceof Serial)
    return device.targetType === 'pci-serial' || device.targetType === 'usb-serial';
  return HOTPLUG.has(kind);
}

function lxcDevice(place: Place): LiveOperation | null {
  if (!isWhole(place)) return null;
  return plugged(place, ['disks', 'interfaces', 'hostdevs'].includes(place.fields[0] ?? ''));
}

function xenDevice(place: Place, device: XmlNode): LiveOperation | null {
  if (!isWhole(place)) return mediumChange(place.fields[1] ?? '', device);
  const disk = device instanceof Disk && device.bus === 'xen';
  return plugged(place, disk || device instanceof Hostdev || place.fields[0] === 'interfaces');
}
