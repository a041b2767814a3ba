import { type Controller, type Domain, nextControllerIndex } from '../../../../../model/index.ts';
import type { Creation, FormHost } from '../form.tsx';
import { isQemu } from './words.ts';

interface Wish {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly model?: string;
  readonly reason?: (domain: Domain, host: FormHost) => string | null;
}

function qemu(domain: Domain): string | null {
  return isQemu(domain.type) ? null : 'Only machines of QEMU have controllers that one can add.';
}

/** Whether the machine's root is PCI Express; a machine that libvirt has not read yet is known by its type. */
function isExpress(domain: Domain): boolean {
  const root = domain.controllers.find(({ model }) => model === 'pcie-root' || model === 'pci-root');
  if (root) return root.model === 'pcie-root';
  return /^(?:pc-)?q35|^virt/.test(domain.os.machine ?? '');
}

const express = (domain: Domain) =>
  qemu(domain) ?? (isExpress(domain) ? null : 'Machines of this type have no PCI Express.');

const plain = (domain: Domain) =>
  qemu(domain) ?? (isExpress(domain) ? 'This machine has PCI Express: add a PCIe-to-PCI bridge.' : null);

const only = (type: string, words: string) => (domain: Domain) =>
  domain.controllers.find((one) => one.type === type) ? words : qemu(domain);

const WISHES: readonly Wish[] = [
  {
    id: 'controller-usb',
    label: 'USB controller',
    description: 'USB 3, for all USB devices.',
    type: 'usb',
    model: 'qemu-xhci',
  },
  {
    id: 'controller-scsi',
    label: 'SCSI controller',
    description: 'VirtIO SCSI: many disks behind one, with queues of its own.',
    type: 'scsi',
    model: 'virtio-scsi',
  },
  { id: 'controller-sata', label: 'SATA controller', description: 'Six more disks or drives.', type: 'sata' },
  {
    id: 'controller-ide',
    label: 'IDE controller',
    description: 'For very old guests.',
    type: 'ide',
    reason: (domain) => {
      if (/^(?:pc-)?q35/.test(domain.os.machine ?? '')) return 'q35 machines have SATA in the place of IDE.';
      return only('ide', 'QEMU has one IDE controller, and this machine has it.')(domain);
    },
  },
  {
    id: 'controller-fdc',
    label: 'Floppy controller',
    description: 'For floppy drives.',
    type: 'fdc',
    reason: only('fdc', 'A machine has one floppy controller, and this one has it.'),
  },
  {
    id: 'controller-virtio-serial',
    label: 'VirtIO serial controller',
    description: 'More channels between host and guest.',
    type: 'virtio-serial',
  },
  {
    id: 'controller-ccid',
    label: 'Smart card controller',
    description: 'A USB device that smart card readers sit on.',
    type: 'ccid',
  },
  {
    id: 'controller-root-port',
    label: 'PCIe root port',
    description: 'A place for one more device to be plugged in while the machine runs.',
    type: 'pci',
    model: 'pcie-root-port',
    reason: express,
  },
  {
    id: 'controller-pci-bridge-express',
    label: 'PCIe-to-PCI bridge',
    description: 'For old PCI devices in a PCI Express machine.',
    type: 'pci',
    model: 'pcie-to-pci-bridge',
    reason: express,
  },
  {
    id: 'controller-expander-express',
    label: 'PCIe expander bus',
    description: 'A bus of its own, in a NUMA cell: for devices near to its memory.',
    type: 'pci',
    model: 'pcie-expander-bus',
    reason: express,
  },
  {
    id: 'controller-pci-bridge',
    label: 'PCI bridge',
    description: '31 more places for PCI devices.',
    type: 'pci',
    model: 'pci-bridge',
    reason: plain,
  },
  {
    id: 'controller-xenbus',
    label: 'Xen bus',
    description: 'Limits of the bus between the guest and Xen.',
    type: 'xenbus',
    reason: (domain) => {
      if (domain.type !== 'xen') return 'Only Xen machines have it.';
      return domain.controllers.find(({ type }) => type === 'xenbus') ? 'The machine has it already.' : null;
    },
  },
  {
    id: 'controller-nvme',
    label: 'NVMe controller',
    description: 'For disks on the bus NVMe.',
    type: 'nvme',
    reason: (domain, { libvirt }) =>
      qemu(domain) ??
      (libvirt !== null && libvirt < 11_005 ? 'The libvirt of this host does not have it: 11.5 does.' : null),
  },
];

/** Every controller that can be added, with the reason where it cannot. */
export const controllerCreations: readonly Creation<'controller'>[] = WISHES.map(
  ({ id, label, description, type, model, reason }) => ({
    id,
    label,
    description,
    reason: reason ?? qemu,
    make: (domain) => makeController(domain, type, model),
  }),
);

function makeController(domain: Domain, type: string, model: string | undefined): Controller {
  const none = domain.controllers.find((one) => one.type === 'usb' && one.model === 'none');
  // "No USB" and a USB controller are one thing, told twice.
  if (type === 'usb' && none) domain.removeDevice(none);
  return domain.addDevice('controller', { type, index: nextControllerIndex(domain, type), model });
}
