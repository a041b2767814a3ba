import { addCdrom, addDisk, addFloppy, needScsi, needUsb } from '../../../../../model/index.ts';
import type { Creation } from '../form.tsx';

/** Everything that is a disk to libvirt. */
export const diskCreations: readonly Creation<'disk'>[] = [
  {
    id: 'disk',
    label: 'Disk',
    description: 'A new volume, one that exists, a device of the host, or network storage.',
    reason: (_domain, { capabilities }) =>
      capabilities.disk.supported === false ? 'This hypervisor has no disks.' : null,
    make: (domain, { capabilities }) => {
      const { buses } = capabilities.disk;
      const bus = buses.includes('virtio') ? 'virtio' : (buses[0] ?? 'virtio');
      return addDisk(domain, { bus, file: '' });
    },
  },
  {
    id: 'cdrom',
    label: 'CD-ROM drive',
    description: 'Empty, or with an ISO in it.',
    reason: (_domain, { capabilities }) =>
      capabilities.disk.devices.includes('cdrom') ? null : 'This hypervisor has no CD-ROM drives.',
    make: (domain, { capabilities }) => {
      const q35 = /^(?:pc-)?q35/.test(domain.os.machine ?? '');
      const wanted = q35 ? ['sata', 'scsi', 'usb'] : ['sata', 'scsi', 'ide', 'usb'];
      const bus = wanted.find((one) => capabilities.disk.buses.includes(one));
      if (bus === 'scsi') needScsi(domain);
      if (bus === 'usb') needUsb(domain);
      return addCdrom(domain, { bus });
    },
  },
  {
    id: 'floppy',
    label: 'Floppy drive',
    description: 'For very old systems, and for their drivers.',
    reason: (_domain, { capabilities }) =>
      capabilities.disk.devices.includes('floppy') && capabilities.disk.buses.includes('fdc')
        ? null
        : 'Machines of this type have no floppy drives.',
    make: (domain) => addFloppy(domain),
  },
  {
    id: 'lun',
    label: 'LUN',
    description: 'A SCSI disk of the host, with its own commands.',
    reason: (_domain, { capabilities }) =>
      capabilities.disk.devices.includes('lun') ? null : 'This hypervisor passes no LUNs on.',
    make: (domain) => {
      needScsi(domain);
      return addDisk(domain, { dev: '', bus: 'scsi', more: { device: 'lun', rawio: null } });
    },
  },
];
