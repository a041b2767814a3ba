import type { Hostdev } from '../device/hostdev.ts';
import type { NodeDevice } from './node-device.ts';

/** Whether a device given to a machine is that device of the host. */
export function usesNodeDevice(hostdev: Hostdev, device: NodeDevice): boolean {
  const { capability } = device;
  if (!capability) return false;
  const { source } = hostdev;
  switch (capability.type) {
    case 'pci':
      return hostdev.type === 'pci' && source.address.text === pciText(capability);
    case 'usb_device':
      return hostdev.type === 'usb' && isSameUsb(hostdev, capability);
    case 'mdev':
      return hostdev.type === 'mdev' && source.address.uuid === capability.uuid;
    case 'scsi':
      return (
        hostdev.type === 'scsi' &&
        source.adapter.name === `scsi_host${capability.host}` &&
        (source.address.bus ?? 0) === capability.bus &&
        (source.address.target ?? 0) === Number(capability.target) &&
        (source.address.unit ?? 0) === capability.lun
      );
    default:
      return false;
  }
}

type Capability = NonNullable<NodeDevice['capability']>;

function pciText({ domain, bus, slot, function: part }: Capability): string {
  const digits = (value: number | null, count: number) => (value ?? 0).toString(16).padStart(count, '0');
  return `${digits(domain, 4)}:${digits(bus, 2)}:${digits(slot, 2)}.${part ?? 0}`;
}

/** By the place where it is plugged in, if the machine names that; otherwise by maker and product. */
function isSameUsb({ source }: Hostdev, capability: Capability): boolean {
  const { address } = source;
  if (address.exists && address.device !== null) {
    return address.bus === capability.bus && address.device === capability.device;
  }
  return (
    source.vendor !== null &&
    Number(source.vendor) === Number(capability.vendorId) &&
    Number(source.product) === Number(capability.productId)
  );
}
