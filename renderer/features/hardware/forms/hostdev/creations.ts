import { type Domain, needScsi, needUsb } from '../../../../../model/index.ts';
import type { Creation, FormHost } from '../form.tsx';

function offered(type: string) {
  return (_domain: Domain, { capabilities }: FormHost): string | null => {
    const { supported, types } = capabilities.hostdev;
    if (supported === false) return 'This hypervisor gives machines no devices of the host.';
    return types.includes(type) ? null : 'This hypervisor does not give machines such devices.';
  };
}

const container = (domain: Domain) =>
  domain.type === 'lxc' ? null : 'Only containers are given devices in this way.';

/** What of the host can be given to a machine; the device itself is chosen in the form. */
export const hostdevCreations: readonly Creation<'hostdev'>[] = [
  {
    id: 'hostdev-pci',
    label: 'PCI device of the host',
    description: 'A graphics card, a network card, a controller: the host gives it up.',
    reason: offered('pci'),
    make: (domain) => domain.addDevice('hostdev', { mode: 'subsystem', type: 'pci', managed: true }),
  },
  {
    id: 'hostdev-usb',
    label: 'USB device of the host',
    description: 'Something plugged into the host.',
    reason: offered('usb'),
    make: (domain) => {
      if (domain.type !== 'lxc') needUsb(domain);
      return domain.addDevice('hostdev', { mode: 'subsystem', type: 'usb', managed: true });
    },
  },
  {
    id: 'hostdev-scsi',
    label: 'SCSI device of the host',
    description: 'A tape drive, a scanner, a disk: with its own commands.',
    reason: offered('scsi'),
    make: (domain) => {
      needScsi(domain);
      return domain.addDevice('hostdev', { mode: 'subsystem', type: 'scsi' });
    },
  },
  {
    id: 'hostdev-scsi-host',
    label: 'SCSI target of the host',
    description: 'A target that the host’s kernel serves itself (vhost-scsi).',
    reason: (domain, host) => {
      const told = host.capabilities.hostdev.valuesOf('subsysType');
      return told
        ? offered('scsi_host')(domain, host)
        : domain.type === 'lxc'
          ? 'Containers have none.'
          : null;
    },
    make: (domain) =>
      domain.addDevice('hostdev', { mode: 'subsystem', type: 'scsi_host', source: { protocol: 'vhost' } }),
  },
  {
    id: 'hostdev-mdev',
    label: 'Mediated device',
    description: 'A share of a device of the host: of a graphics card, say.',
    reason: (domain, host) => {
      const told = host.capabilities.hostdev.valuesOf('subsysType');
      return told ? offered('mdev')(domain, host) : domain.type === 'lxc' ? 'Containers have none.' : null;
    },
    make: (domain) => domain.addDevice('hostdev', { mode: 'subsystem', type: 'mdev', model: 'vfio-pci' }),
  },
  {
    id: 'hostdev-storage',
    label: 'Block device of the host',
    description: 'A disk of the host, in a container.',
    reason: container,
    make: (domain) => domain.addDevice('hostdev', { mode: 'capabilities', type: 'storage' }),
  },
  {
    id: 'hostdev-misc',
    label: 'Character device of the host',
    description: 'A file under /dev, in a container.',
    reason: container,
    make: (domain) => domain.addDevice('hostdev', { mode: 'capabilities', type: 'misc' }),
  },
  {
    id: 'hostdev-net',
    label: 'Whole card of the host',
    description: 'A card as a whole, in a container: the host gives it up.',
    reason: container,
    make: (domain) => domain.addDevice('hostdev', { mode: 'capabilities', type: 'net' }),
  },
];
