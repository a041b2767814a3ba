import { PCI_MODEL, SCSI_MODEL, USB_MODEL } from '../../../../../model/index.ts';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  pci: 'PCI',
  usb: 'USB',
  scsi: 'SCSI',
  sata: 'SATA',
  ide: 'IDE',
  fdc: 'Floppy',
  'virtio-serial': 'VirtIO serial',
  ccid: 'Smart card',
  isa: 'ISA',
  xenbus: 'Xen bus',
  nvme: 'NVMe',
};

/** What a kind of controller is called. */
export function typeWord(type: string | null): string {
  return TYPE_WORDS[type ?? ''] ?? type ?? '';
}

/** The models that controllers of a type have, for those that have any. */
export const CONTROLLER_MODELS: Readonly<Record<string, readonly string[]>> = {
  pci: PCI_MODEL.filter((model) => model !== 'pci-root' && model !== 'pcie-root'),
  usb: USB_MODEL,
  scsi: SCSI_MODEL,
  'virtio-serial': ['virtio', 'virtio-transitional', 'virtio-non-transitional'],
  ide: ['piix3', 'piix4', 'ich6'],
};

export const MODEL_WORDS: Readonly<Record<string, string>> = {
  'pci-root': 'PCI root',
  'pcie-root': 'PCIe root',
  'pcie-root-port': 'PCIe root port',
  'pci-bridge': 'PCI bridge',
  'dmi-to-pci-bridge': 'DMI-to-PCI bridge',
  'pcie-to-pci-bridge': 'PCIe-to-PCI bridge',
  'pcie-switch-upstream-port': 'PCIe switch, upstream port',
  'pcie-switch-downstream-port': 'PCIe switch, downstream port',
  'pci-expander-bus': 'PCI expander bus',
  'pcie-expander-bus': 'PCIe expander bus',
  'qemu-xhci': 'USB 3 (QEMU)',
  'nec-xhci': 'USB 3 (NEC)',
  'ich9-ehci1': 'USB 2 (ICH9)',
  ehci: 'USB 2 (EHCI)',
  'ich9-uhci1': 'USB 1, companion 1 (ICH9)',
  'ich9-uhci2': 'USB 1, companion 2 (ICH9)',
  'ich9-uhci3': 'USB 1, companion 3 (ICH9)',
  'piix3-uhci': 'USB 1 (PIIX3)',
  'piix4-uhci': 'USB 1 (PIIX4)',
  'pci-ohci': 'USB 1 (OHCI)',
  qusb1: 'USB 1 (Xen)',
  qusb2: 'USB 2 (Xen)',
  none: 'None: no USB',
  'virtio-scsi': 'VirtIO SCSI',
  'virtio-transitional': 'VirtIO, for old guests too',
  'virtio-non-transitional': 'VirtIO, 1.0 and newer only',
  virtio: 'VirtIO',
  lsilogic: 'LSI Logic 53C895A',
  lsisas1068: 'LSI SAS 1068',
  lsisas1078: 'LSI SAS 1078',
  buslogic: 'BusLogic',
  ibmvscsi: 'IBM virtual SCSI',
  vmpvscsi: 'VMware paravirtual',
};
