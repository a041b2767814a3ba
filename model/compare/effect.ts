import { Serial } from '../device/character.ts';
import { Controller } from '../device/controller.ts';
import { Disk } from '../device/disk.ts';
import { Input } from '../device/display.ts';
import { Filesystem } from '../device/filesystem.ts';
import { Hostdev } from '../device/hostdev.ts';
import type { XmlNode } from '../field/node.ts';
import type { Effect } from './change.ts';

/** What a change is in, as far as it matters for when it takes effect. */
export interface Place {
  readonly kind: 'changed' | 'added' | 'removed';
  /** The accessors from the root of the document: `['disks', 'cache']`. */
  readonly fields: readonly string[];
  /** The device it is in, or that is added or removed. */
  readonly device: XmlNode | undefined;
}

type Rule = (place: Place) => boolean;

const METADATA = /^(?:title|description|metadata\b.*)$/;
const POWER_OFF = new Set(['name', 'uuid', 'genid', 'hwuuid']);

/** Which drivers can change what while the machine runs, from libvirt's sources and pages of the functions. */
const DRIVERS: Readonly<Record<string, Rule>> = { qemu, lxc, xen, test };

/** The driver that runs a domain of a type: `kvm` and `qemu` are one. */
export function driverOf(type: string | null): string {
  if (type === 'kvm' || type === 'hvf') return 'qemu';
  return type ?? '';
}

/** When a change to a domain can be in force, on the driver of that name. */
export function domainEffect(driver: string, place: Place): Effect {
  const [first = ''] = place.fields;
  if (POWER_OFF.has(first) && place.fields.length === 1) return 'power-off';
  const rule = DRIVERS[driver];
  return rule?.(place) ? 'now' : 'next-boot';
}

const TUNING = new Set(['cpuTune', 'memTune', 'blkioTune']);

function qemu(place: Place): boolean {
  const path = place.fields.join('.');
  const [first = ''] = place.fields;
  if (METADATA.test(path) || TUNING.has(first)) return true;
  if (place.device) return qemuDevice(place, place.device);
  return [
    'currentMemory',
    'currentVcpus',
    'vcpus',
    'numaTune.nodeset',
    'iothreadIds',
    'perfEvents',
    'throttleGroups',
    'onPoweroff',
    'onReboot',
    'onCrash',
  ].some((live) => path === live || path.startsWith(`${live}.`));
}

function qemuDevice(place: Place, device: XmlNode): boolean {
  const kind = device.element.nodeName;
  if (place.kind !== 'changed' && place.fields.length === 1) return canHotplug(kind, device);
  const [, field = ''] = place.fields;
  switch (kind) {
    case 'disk':
      return field === 'iotune' || field === 'throttleFilters' || (field === 'source' && isRemovable(device));
    case 'interface':
      return [
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
      ].includes(field);
    case 'graphics':
      return ['password', 'passwordValidTo', 'connected'].includes(field);
    case 'memballoon':
      return field === 'statsPeriod';
    case 'memory':
      return field === 'requested';
    default:
      return false;
  }
}

function isRemovable(device: XmlNode): boolean {
  return device instanceof Disk && (device.device === 'cdrom' || device.device === 'floppy');
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
  if (device instanceof Disk) return ['virtio', 'scsi', 'usb'].includes(device.bus ?? '');
  if (device instanceof Controller) return device.type === 'scsi';
  if (device instanceof Input) return device.bus === 'usb' || device.bus === 'virtio';
  if (device instanceof Filesystem) return device.driver === 'virtiofs';
  if (device instanceof Serial)
    return device.targetType === 'pci-serial' || device.targetType === 'usb-serial';
  return HOTPLUG.has(kind);
}

function lxc(place: Place): boolean {
  const path = place.fields.join('.');
  const [first = ''] = place.fields;
  if (METADATA.test(path) || TUNING.has(first) || path === 'currentMemory') return true;
  if (place.kind === 'changed' || place.fields.length !== 1) return false;
  return first === 'disks' || first === 'interfaces' || first === 'hostdevs';
}

function xen(place: Place): boolean {
  const path = place.fields.join('.');
  if (METADATA.test(path) || path === 'currentMemory' || path === 'currentVcpus') return true;
  if (path.startsWith('cpuTune.vcpuPins')) return true;
  const { device } = place;
  if (place.kind !== 'changed' && place.fields.length === 1) {
    return (
      (device instanceof Disk && device.bus === 'xen') ||
      device instanceof Hostdev ||
      place.fields[0] === 'interfaces'
    );
  }
  return device !== undefined && isRemovable(device) && place.fields[1] === 'source';
}

function test(place: Place): boolean {
  const path = place.fields.join('.');
  if (METADATA.test(path) || path === 'currentMemory' || path === 'currentVcpus') return true;
  return path.startsWith('iothreadIds') || path.startsWith('cpuTune.vcpuPins');
}

/** The sections of a network that libvirt can change while it is active (virNetworkUpdate). */
const NETWORK_LIVE =
  /^(?:ips\.dhcp(?:Hosts|Ranges)|forward\.interfaces|portGroups|dns(?:Hosts|Texts|Services))\b/;

/** When a change to an active network can be in force; `next-boot` is its next start. */
export function networkEffect(place: Place): Effect {
  const path = place.fields.join('.');
  if (path === 'name' || path === 'uuid') return 'power-off';
  return NETWORK_LIVE.test(path) ? 'now' : 'next-boot';
}
