import { IconDeviceUsb } from '@tabler/icons-react';
import type { Hostdev } from '../../../../model/index.ts';
import { Form } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { ContainerDevice } from './hostdev/ContainerDevice.tsx';
import { hostdevCreations } from './hostdev/creations.ts';
import { MediatedDevice } from './hostdev/MediatedDevice.tsx';
import { PciDevice } from './hostdev/PciDevice.tsx';
import { ScsiDevice } from './hostdev/ScsiDevice.tsx';
import { ScsiTarget } from './hostdev/ScsiTarget.tsx';
import { UsbDevice } from './hostdev/UsbDevice.tsx';

const NAMES: Readonly<Record<string, string>> = {
  pci: 'PCI device of the host',
  usb: 'USB device of the host',
  scsi: 'SCSI device of the host',
  scsi_host: 'SCSI target of the host',
  mdev: 'Mediated device',
  storage: 'Block device of the host',
  misc: 'Character device of the host',
  net: 'Network card of the host',
};

/** Devices of the host that are given to the guest. */
export const hostdev: DeviceForm<'hostdev'> = {
  kind: 'hostdev',
  title: 'Host device',
  icon: IconDeviceUsb,
  name: (device) => NAMES[device.type ?? ''] ?? 'Host device',
  summary: sourceText,
  Form: HostdevForm,
  create: hostdevCreations,
  missing: (device) => (sourceText(device) === '' ? 'No device of the host is chosen.' : null),
  dependents: (device) => (device.bootOrder === null ? [] : ['The machine may start from it.']),
};

/** Which device of the host it is; empty: none is chosen yet. */
function sourceText({ type, source }: Hostdev): string {
  const { address, vendor, product } = source;
  switch (type) {
    case 'pci':
      return address.exists ? address.text : '';
    case 'usb':
      if (vendor !== null) return `${vendor}:${product ?? ''}`;
      return address.device === null ? '' : `bus ${address.bus ?? 0}, device ${address.device}`;
    case 'scsi':
      if (source.protocol !== null) return source.name ?? '';
      return source.adapter.name === null
        ? ''
        : `${source.adapter.name} ${[address.bus, address.target, address.unit].map((n) => n ?? 0).join(':')}`;
    case 'scsi_host':
      return source.wwpn ?? '';
    case 'mdev':
      return address.uuid ?? '';
    default:
      return source.block ?? source.character ?? source.networkInterface ?? '';
  }
}

function HostdevForm({ device }: { device: Hostdev }) {
  return <Form>{fieldsFor(device)}</Form>;
}

function fieldsFor(device: Hostdev) {
  switch (device.type) {
    case 'pci':
      return <PciDevice device={device} />;
    case 'usb':
      return <UsbDevice device={device} />;
    case 'scsi':
      return <ScsiDevice device={device} />;
    case 'scsi_host':
      return <ScsiTarget device={device} />;
    case 'mdev':
      return <MediatedDevice device={device} />;
    default:
      return <ContainerDevice device={device} />;
  }
}
