import type { Hostdev, Lease, RedirFilter, RedirRule } from '../device/hostdev.ts';
import type { Domain } from '../domain/domain.ts';
import type { Init } from '../field/index.ts';

export interface PciAddress {
  readonly domain?: number | undefined;
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
}

/** A USB device of the host, by its maker and product or by where it is plugged in. */
export type UsbIdentity =
  | { readonly vendor: string; readonly product: string }
  | { readonly bus: number; readonly device: number };

export function addUsbHostdev(domain: Domain, usb: UsbIdentity): Hostdev {
  const source = 'vendor' in usb ? usb : { address: usb };
  return domain.addDevice('hostdev', { mode: 'subsystem', type: 'usb', managed: true, source });
}

/** A PCI device of the host; libvirt takes it from its driver and gives it back. */
export function addPciHostdev(domain: Domain, pci: PciAddress, more?: Init<Hostdev>): Hostdev {
  const device = domain.addDevice('hostdev', { mode: 'subsystem', type: 'pci', managed: true, ...more });
  const { address } = device.source;
  address.set('@domain', hex(pci.domain ?? 0, 4));
  address.set('@bus', hex(pci.bus, 2));
  address.set('@slot', hex(pci.slot, 2));
  address.set('@function', hex(pci.function, 1));
  return device;
}

function hex(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}

/** A SCSI device of the host: the adapter's name and the place on it. */
export function addScsiHostdev(
  domain: Domain,
  adapter: string,
  place: { readonly bus: number; readonly target: number; readonly unit: number },
): Hostdev {
  return domain.addDevice('hostdev', {
    mode: 'subsystem',
    type: 'scsi',
    source: { adapter: { name: adapter }, address: place },
  });
}

/** A vhost SCSI target of the host. */
export function addScsiHost(domain: Domain, wwpn: string): Hostdev {
  return domain.addDevice('hostdev', {
    mode: 'subsystem',
    type: 'scsi_host',
    source: { protocol: 'vhost', wwpn },
  });
}

/** A mediated device (a share of a graphics card, say) by its UUID. */
export function addMdev(domain: Domain, uuid: string, model = 'vfio-pci', more?: Init<Hostdev>): Hostdev {
  return domain.addDevice('hostdev', {
    mode: 'subsystem',
    type: 'mdev',
    model,
    source: { address: { uuid } },
    ...more,
  });
}

/** Which USB devices SPICE clients may redirect; the first rule that fits decides. */
export function addRedirFilter(domain: Domain, rules: readonly Init<RedirRule>[]): RedirFilter {
  return domain.addDevice('redirfilter', { rules });
}

/** A lock that a lock manager holds while the machine runs. */
export function addLease(domain: Domain, lockspace: string, key: string, path: string): Lease {
  return domain.addDevice('lease', { lockspace, key, path });
}
