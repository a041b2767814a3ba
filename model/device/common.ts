import { attr, define, int, onOff, section, yesNo } from '../field/index.ts';

/** Formats of disk images that QEMU knows. */
export const DISK_FORMAT = [
  'raw',
  'qcow2',
  'qcow',
  'qed',
  'vmdk',
  'vdi',
  'vpc',
  'vhd',
  'luks',
  'iso',
  'bochs',
  'cloop',
  'cow',
  'dir',
  'dmg',
  'fat',
  'ploop',
  'aio',
] as const;

export const VIRTIO_MODEL = ['virtio', 'virtio-transitional', 'virtio-non-transitional'] as const;

export const STARTUP_POLICY = ['mandatory', 'requisite', 'optional'] as const;

/** Where a device sits in the guest (https://libvirt.org/formatdomain.html#device-addresses). */
export class Address extends define({
  type: attr('@type', [
    'pci',
    'drive',
    'virtio-serial',
    'ccid',
    'usb',
    'spapr-vio',
    'virtio-mmio',
    'ccw',
    'isa',
    'dimm',
    'unassigned',
    'mdev',
    'fdc',
  ]),
  domain: int('@domain'),
  bus: int('@bus'),
  slot: int('@slot'),
  function: int('@function'),
  multifunction: onOff('@multifunction'),
  controller: int('@controller'),
  target: int('@target'),
  unit: int('@unit'),
  /** A number, and for USB behind hubs like `1.2`. */
  port: attr('@port'),
  reg: int('@reg'),
  cssid: int('@cssid'),
  ssid: int('@ssid'),
  devno: int('@devno'),
  iobase: int('@iobase'),
  irq: int('@irq'),
  base: int('@base'),
  device: int('@device'),
  uuid: attr('@uuid'),
  zpciUid: int('zpci/@uid'),
  zpciFid: int('zpci/@fid'),
}) {
  /** The address in the form that tools print: `0000:00:1f.2`, `0:0:1:0`. */
  get text(): string {
    const digits = (value: number | null, count: number): string =>
      (value ?? 0).toString(16).padStart(count, '0');
    if (this.type === 'pci' || this.slot !== null) {
      return `${digits(this.domain, 4)}:${digits(this.bus, 2)}:${digits(this.slot, 2)}.${this.function ?? 0}`;
    }
    return [this.controller, this.bus, this.target, this.unit ?? this.port]
      .filter((part) => part !== null)
      .join(':');
  }
}

/** What every device has. */
export const device = {
  /** libvirt's name for it at run time, or one of the user's beginning with `ua-`. */
  alias: attr('alias/@name'),
  acpiIndex: int('acpi/@index'),
  address: section('address', () => Address),
} as const;

/** Devices a machine can boot from: place in the order, counted from 1. */
export const bootable = {
  bootOrder: int('boot/@order'),
  loadparm: attr('boot/@loadparm'),
} as const;

/** Options of the virtio transport. */
export const virtioDriver = {
  iommu: onOff('driver/@iommu'),
  ats: onOff('driver/@ats'),
  packed: onOff('driver/@packed'),
  pagePerVq: onOff('driver/@page_per_vq'),
} as const;

/** The option ROM of a PCI device. */
export const rom = {
  romEnabled: yesNo('rom/@enabled'),
  romBar: onOff('rom/@bar'),
  romFile: attr('rom/@file'),
} as const;

/** One half of a bonded pair of network devices, so that a passed-through one survives migration. */
export const teaming = {
  teaming: attr('teaming/@type', ['persistent', 'transient']),
  teamingPersistent: attr('teaming/@persistent'),
} as const;

/** An address given to the guest. */
export class GuestIp extends define({
  address: attr('@address'),
  family: attr('@family', ['ipv4', 'ipv6']),
  prefix: int('@prefix'),
  peer: attr('@peer'),
}) {}

/** A route given to the guest. */
export class GuestRoute extends define({
  family: attr('@family', ['ipv4', 'ipv6']),
  address: attr('@address'),
  netmask: attr('@netmask'),
  prefix: int('@prefix'),
  gateway: attr('@gateway'),
  metric: int('@metric'),
}) {}
