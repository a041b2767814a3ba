import {
  addCdrom,
  addDisk,
  addFloppy,
  addMdev,
  addPciHostdev,
  addScsiHost,
  addScsiHostdev,
  addUsbHostdev,
  type Disk,
  type Domain,
  type Hostdev,
  needScsi,
  needUsb,
} from '../../model/index.ts';
import { changeBus, setProtocol } from '../../renderer/features/hardware/forms/disk/changeSource.ts';
import { type DeviceCase, describeDevices, type RunningCase } from './editingDevices/deviceCases.ts';

const IMAGES = '/var/lib/libvirt/images';
const UUID = '7f2c6e0a-5c0e-4f4e-9d55-0d3c5a0b9f10';

function disk(
  what: string,
  add: (domain: Domain) => Disk,
  change?: (disk: Disk, domain: Domain) => void,
): DeviceCase {
  return {
    what,
    add: (domain) => void add(domain),
    ...(change && {
      change: (domain: Domain) => {
        const found = domain.disks.at(-1);
        if (found) change(found, domain);
      },
    }),
    remove: (domain) => {
      const found = domain.disks.at(-1);
      if (found) domain.removeDevice(found);
    },
  };
}

function network(protocol: string, name: string, change?: (disk: Disk) => void): DeviceCase {
  return disk(
    `disk over ${protocol}`,
    (domain) => {
      const made = addDisk(domain, { format: 'raw', more: { type: 'network' } });
      setProtocol(made, protocol);
      made.source.name = name;
      return made;
    },
    change,
  );
}

const disks: DeviceCase[] = [
  disk(
    'disk of a file',
    (domain) => addDisk(domain, { file: `${IMAGES}/a.qcow2` }),
    (one) =>
      Object.assign(one, {
        cache: 'none',
        io: 'native',
        discard: 'unmap',
        detectZeroes: 'unmap',
        errorPolicy: 'stop',
        readErrorPolicy: 'report',
        queues: 2,
        serial: 'A1',
        copyOnRead: true,
        logicalBlockSize: 512,
        physicalBlockSize: 4096,
        metadataCacheSize: 1024 ** 2,
      }),
  ),
  disk(
    'disk on another bus',
    (domain) => addDisk(domain, { file: `${IMAGES}/a.img`, format: 'raw', bus: 'sata' }),
    (one) => Object.assign(one, { rotationRate: 7200, shareable: true }),
  ),
  {
    what: 'disk from VirtIO to SCSI',
    prepare: (domain) => void addDisk(domain, { file: `${IMAGES}/a.qcow2` }),
    add: (domain) => {
      const [one] = domain.disks.all;
      if (!one) return;
      one.bus = 'scsi';
      changeBus(domain, one, 'scsi');
    },
    change: (domain) => {
      Object.assign(domain.disks.at(0) ?? {}, {
        vendor: 'Maker',
        product: 'Model 1',
        wwn: '5000c50015ea71ad',
      });
    },
  },
  disk(
    'disk with limits',
    (domain) => addDisk(domain, { dev: '/dev/vg/a' }),
    (one) => Object.assign(one.iotune, { readIops: 100, writeIops: 50, readIopsMax: 200, groupName: 'g' }),
  ),
  disk(
    'disk of a pool’s volume',
    (domain) => addDisk(domain, { pool: 'default', volume: 'a.qcow2' }),
    (one) => {
      one.source.volume = 'b.qcow2';
    },
  ),
  disk('disk that is encrypted', (domain) => {
    const one = addDisk(domain, { file: `${IMAGES}/a.luks` });
    one.source.encryption.format = 'luks';
    one.source.encryption.secrets.add({ type: 'passphrase', uuid: UUID });
    return one;
  }),
  disk(
    'CD-ROM drive',
    (domain) => addCdrom(domain),
    (one) => {
      one.source.file = '/srv/a.iso';
      one.source.startupPolicy = 'optional';
    },
  ),
  disk(
    'floppy drive',
    (domain) => addFloppy(domain),
    (one) => {
      one.source.file = '/srv/a.img';
    },
  ),
  disk(
    'LUN',
    (domain) => {
      needScsi(domain);
      return addDisk(domain, { dev: '/dev/sdb', bus: 'scsi', more: { device: 'lun' } });
    },
    (one) => {
      one.rawio = true;
      one.source.reservations.managed = true;
    },
  ),
  network('nbd', 'export', (one) => {
    one.source.tls = true;
  }),
  network('rbd', 'pool/image', (one) => {
    one.source.hosts.add({ name: 'ceph1', port: '6789' });
    Object.assign(one.source.auth, { username: 'vms', secretType: 'ceph', secretUuid: UUID });
    one.source.snapshot = 'before';
  }),
  network('iscsi', 'iqn.2026-01.org.example:disks/1', (one) => {
    one.source.initiator = 'iqn.2026-01.org.example:us';
  }),
  network('https', 'images/a.iso', (one) => {
    one.source.sslVerify = false;
    one.source.timeout = 30;
    one.readonly = true;
  }),
  network('nfs', '/export/a.img', (one) => {
    Object.assign(one.source, { identityUser: '1000', identityGroup: '1000' });
  }),
  disk('NVMe disk of the host', (domain) => {
    const one = addDisk(domain, { format: 'raw', more: { type: 'nvme' } });
    Object.assign(one.source, { type: 'pci', managed: true, namespace: 1 });
    Object.assign(one.source.address, { domain: 0, bus: 1, slot: 0, function: 0 });
    return one;
  }),
];

function given(
  what: string,
  add: (domain: Domain) => Hostdev,
  change?: (device: Hostdev) => void,
  prepare?: (domain: Domain) => void,
): DeviceCase {
  return {
    what,
    ...(prepare && { prepare }),
    add: (domain) => void add(domain),
    ...(change && {
      change: (domain: Domain) => {
        const device = domain.hostdevs.at(0);
        if (device) change(device);
      },
    }),
    remove: (domain) => {
      const device = domain.hostdevs.at(0);
      if (device) domain.removeDevice(device);
    },
  };
}

const hostDevices: DeviceCase[] = [
  given(
    'PCI device of the host',
    (domain) => addPciHostdev(domain, { bus: 0, slot: 31, function: 2 }),
    (device) => {
      Object.assign(device, { managed: false, romBar: false, romFile: '/srv/rom.bin', driver: 'vfio' });
    },
  ),
  given(
    'USB device of the host, by its product',
    (domain) => addUsbHostdev(domain, { vendor: '0x0781', product: '0x5591' }),
    (device) => {
      device.source.startupPolicy = 'optional';
    },
    needUsb,
  ),
  given(
    'USB device of the host, by its place',
    (domain) => addUsbHostdev(domain, { bus: 1, device: 4 }),
    (device) => {
      device.source.address.device = 5;
    },
    needUsb,
  ),
  given(
    'SCSI device of the host',
    (domain) => addScsiHostdev(domain, 'scsi_host2', { bus: 0, target: 0, unit: 1 }),
    (device) => {
      device.shareable = true;
    },
    needScsi,
  ),
  given('SCSI target of the host', (domain) => addScsiHost(domain, 'naa.5123456789abcde0')),
  given('mediated device', (domain) => addMdev(domain, UUID)),
];

const running: RunningCase[] = [
  {
    ...disk('disk over SCSI', (domain) => {
      needScsi(domain);
      return addDisk(domain, { file: `${IMAGES}/hot.img`, format: 'raw', bus: 'scsi' });
    }),
    setUp: (host) => host.exec(`truncate -s 8M ${IMAGES}/hot.img`),
    // The controller comes with it, in the right order.
    remove: (domain) => {
      const found = domain.disks.at(-1);
      if (found) domain.removeDevice(found);
    },
  },
];

describeDevices('editing disks and devices of the host', {
  guest: 'disks',
  saved: [...disks, ...hostDevices],
  running,
});
