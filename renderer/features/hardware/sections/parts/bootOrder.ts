import {
  type Device,
  Disk,
  type Domain,
  driverOf,
  Hostdev,
  NetworkInterface,
  UsbRedirection,
} from '../../../../../model/index.ts';

type Bootable = Disk | NetworkInterface | Hostdev | UsbRedirection;

/** A device that the firmware can start from. */
export interface BootEntry {
  readonly device: Bootable;
  readonly label: string;
  /** It is among those that are tried. */
  readonly checked: boolean;
}

/** Whether each device has a place of its own; other hypervisors have an order of kinds. */
export function hasDeviceOrder(domain: Domain): boolean {
  return ['qemu', 'test', 'bhyve', ''].includes(driverOf(domain.type));
}

/** What it can start from, in the order in which it is tried; then what it does not try. */
export function bootEntries(domain: Domain): BootEntry[] {
  const all = domain.devices.filter(isBootable);
  const tried = all.some(({ bootOrder }) => bootOrder !== null) ? byOrder(all) : byKind(domain, all);
  const rest = all.filter((device) => !tried.includes(device));
  return [...tried, ...rest].map((device) => ({
    device,
    label: labelOf(device),
    checked: tried.includes(device),
  }));
}

/** Says in the definition in which order devices are tried. Orders of kinds go: libvirt takes one or the other. */
export function setBootOrder(domain: Domain, tried: readonly Bootable[]): void {
  domain.os.boot.clear();
  for (const device of domain.devices) if (isBootable(device)) device.bootOrder = null;
  tried.forEach((device, index) => {
    device.bootOrder = index + 1;
  });
}

function isBootable(device: Device): device is Bootable {
  if (device instanceof Hostdev) return ['pci', 'usb', 'scsi', 'mdev'].includes(device.type ?? '');
  return device instanceof Disk || device instanceof NetworkInterface || device instanceof UsbRedirection;
}

function byOrder(all: readonly Bootable[]): Bootable[] {
  const rank = ({ bootOrder }: Bootable) => bootOrder ?? Number.POSITIVE_INFINITY;
  return all.filter(({ bootOrder }) => bootOrder !== null).sort((a, b) => rank(a) - rank(b));
}

/** libvirt gives a kind's place to its first device. */
function byKind(domain: Domain, all: readonly Bootable[]): Bootable[] {
  const first = domain.os.boot.all.flatMap(({ dev }) => all.find((device) => isOfKind(device, dev)) ?? []);
  return [...new Set(first)];
}

function isOfKind(device: Bootable, kind: string | null): boolean {
  if (device instanceof NetworkInterface) return kind === 'network';
  if (!(device instanceof Disk)) return false;
  if (device.device === 'cdrom') return kind === 'cdrom';
  return device.device === 'floppy' ? kind === 'fd' : kind === 'hd';
}

const DRIVES: Readonly<Record<string, string>> = { cdrom: 'CD-ROM drive', floppy: 'Floppy drive' };

function labelOf(device: Bootable): string {
  if (device instanceof Disk) {
    const what = DRIVES[device.device ?? ''] ?? 'Disk';
    const file = device.source.location?.split('/').at(-1);
    return [`${what} ${device.target ?? ''}`.trim(), file].filter(Boolean).join(': ');
  }
  if (device instanceof NetworkInterface) return `Network card ${device.mac ?? ''}`.trim();
  if (device instanceof UsbRedirection) return 'Redirected USB device';
  return `Host device (${device.type ?? 'other'}) ${device.source.address.text ?? ''}`.trim();
}
