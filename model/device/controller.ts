import { attr, define, int, list, onOff, size, text } from '../field/index.ts';
import { device, virtioDriver } from './common.ts';
import { DriverIothread } from './disk.ts';

export const CONTROLLER_TYPE = [
  'pci',
  'usb',
  'scsi',
  'sata',
  'ide',
  'fdc',
  'virtio-serial',
  'ccid',
  'isa',
  'xenbus',
  'nvme',
] as const;

export const PCI_MODEL = [
  'pci-root',
  'pcie-root',
  'pcie-root-port',
  'pci-bridge',
  'dmi-to-pci-bridge',
  'pcie-to-pci-bridge',
  'pcie-switch-upstream-port',
  'pcie-switch-downstream-port',
  'pci-expander-bus',
  'pcie-expander-bus',
] as const;

export const USB_MODEL = [
  'qemu-xhci',
  'nec-xhci',
  'ehci',
  'ich9-ehci1',
  'ich9-uhci1',
  'ich9-uhci2',
  'ich9-uhci3',
  'piix3-uhci',
  'piix4-uhci',
  'pci-ohci',
  'vt82c686b-uhci',
  'qusb1',
  'qusb2',
  'none',
] as const;

const OTHER_MODEL = ['piix3', 'piix4', 'ich6', 'virtio'] as const;

export const SCSI_MODEL = [
  'virtio-scsi',
  'virtio-transitional',
  'virtio-non-transitional',
  'lsilogic',
  'lsisas1068',
  'lsisas1078',
  'buslogic',
  'ibmvscsi',
  'vmpvscsi',
  'am53c974',
  'dc390',
  'ncr53c90',
  'auto',
] as const;

/** A bus controller. Most are made by libvirt when a device needs them. */
export class Controller extends define(
  {
    type: attr('@type', CONTROLLER_TYPE),
    index: int('@index'),
    model: attr('@model', [...PCI_MODEL, ...USB_MODEL, ...SCSI_MODEL, ...OTHER_MODEL]),
    ports: int('@ports'),
    vectors: int('@vectors'),
    maxGrantFrames: int('@maxGrantFrames'),
    maxEventChannels: int('@maxEventChannels'),
    masterStartPort: int('master/@startport'),
    modelName: attr('model/@name'),
    chassis: int('target/@chassis'),
    chassisNr: int('target/@chassisNr'),
    targetPort: int('target/@port'),
    busNr: int('target/@busNr'),
    targetIndex: int('target/@index'),
    hotplug: onOff('target/@hotplug'),
    memReserve: int('target/@memReserve'),
    node: int('target/node'),
    pciHole64: size('pcihole64', 'KiB'),
    queues: int('driver/@queues'),
    commandsPerLun: int('driver/@cmd_per_lun'),
    maxSectors: int('driver/@max_sectors'),
    ioeventfd: onOff('driver/@ioeventfd'),
    iothread: int('driver/@iothread'),
    iothreads: list('driver/iothreads/iothread', () => DriverIothread),
    serial: text('serial'),
    ...virtioDriver,
    ...device,
  },
  'controller',
) {}
