import {
  addController,
  addFilesystem,
  addIommu,
  addLease,
  addMemballoon,
  addMemoryDevice,
  addRedirFilter,
  addSharedMemory,
  addUsbHub,
  addVsock,
  countMemory,
  type Domain,
  makePluggable,
  needUsb,
  nextControllerIndex,
  removeMemoryDevice,
} from '../../model/index.ts';
import { type DeviceCase, describeDevices, type RunningCase } from './editingDevices/deviceCases.ts';

const MIB = 1024 ** 2;
const IMAGES = '/var/lib/libvirt/images';

/** Takes out the last device of a list. */
function dropLast(domain: Domain, list: 'controllers' | 'shmems' | 'vsocks' | 'hubs' | 'filesystems'): void {
  const last = domain[list].all.at(-1);
  if (last) domain.removeDevice(last);
}

function controller(type: string, model: string | undefined, change?: DeviceCase['change']): DeviceCase {
  return {
    what: ['controller', type, model].filter(Boolean).join(' '),
    add: (domain) => void addController(domain, type, { index: nextControllerIndex(domain, type), model }),
    ...(change && { change }),
    remove: (domain) => {
      const last = domain.controllers.all.filter((one) => one.type === type).at(-1);
      if (last) domain.removeDevice(last);
    },
  };
}

const last = (domain: Domain, type: string) =>
  domain.controllers.all.filter((one) => one.type === type).at(-1);

const controllers: DeviceCase[] = [
  controller('scsi', 'virtio-scsi', (domain) => {
    Object.assign(last(domain, 'scsi') ?? {}, { queues: 4, commandsPerLun: 64, packed: true });
  }),
  controller('scsi', 'lsisas1068'),
  controller('sata', undefined),
  controller('usb', 'nec-xhci', (domain) => {
    Object.assign(last(domain, 'usb') ?? {}, { ports: 8 });
  }),
  controller('virtio-serial', undefined, (domain) => {
    Object.assign(last(domain, 'virtio-serial') ?? {}, { ports: 16, vectors: 4 });
  }),
  controller('ccid', undefined),
  controller('pci', 'pcie-root-port', (domain) => {
    Object.assign(last(domain, 'pci') ?? {}, { hotplug: false });
  }),
  controller('pci', 'pcie-to-pci-bridge'),
  controller('pci', 'pcie-expander-bus', (domain) => {
    Object.assign(last(domain, 'pci') ?? {}, { busNr: 200 });
  }),
  {
    what: 'I/O thread of a SCSI controller',
    prepare: (domain) => {
      domain.iothreads = 2;
      addController(domain, 'scsi', { index: 0, model: 'virtio-scsi' });
    },
    add: (domain) => {
      Object.assign(last(domain, 'scsi') ?? {}, { iothread: 2 });
    },
    remove: (domain) => {
      Object.assign(last(domain, 'scsi') ?? {}, { iothread: null });
    },
  },
];

const folder: RunningCase = {
  what: 'shared folder over virtiofs',
  add: (domain) => void addFilesystem(domain, '/srv', 'share'),
  change: (domain) => {
    const filesystem = domain.filesystems.at(0);
    if (!filesystem) return;
    filesystem.target = 'other';
    filesystem.binary.cache = 'always';
    filesystem.binary.threadPoolSize = 4;
  },
  remove: (domain) => {
    dropLast(domain, 'filesystems');
    domain.memoryBacking.clear();
  },
};

const shared: RunningCase = {
  what: 'shared memory',
  add: (domain) => void addSharedMemory(domain, 'shmem0', 4 * MIB),
  remove: (domain) => dropLast(domain, 'shmems'),
};

function memory(model: string, more: Parameters<typeof addMemoryDevice>[3] = {}): DeviceCase {
  return {
    what: `memory device ${model}`,
    setUp: (host) => host.exec(`truncate -s 256M ${IMAGES}/pmem.raw`),
    add: (domain) => void addMemoryDevice(domain, model, 256 * MIB, more),
    change: (domain) => {
      const device = domain.memoryDevices.at(0);
      if (!device) return;
      device.size = 512 * MIB;
      countMemory(domain);
    },
    remove: (domain) => {
      const device = domain.memoryDevices.at(0);
      if (device) removeMemoryDevice(domain, device);
      domain.cpu.set('numa', null);
      domain.maxMemory = null;
      domain.memorySlots = null;
    },
  };
}

const others: DeviceCase[] = [
  folder,
  {
    what: 'shared folder over 9p',
    add: (domain) => void addFilesystem(domain, '/srv', 'share', { driver: 'path', accessMode: 'mapped' }),
    change: (domain) => {
      Object.assign(domain.filesystems.at(0) ?? {}, { multidevs: 'remap', fileMode: '644', readonly: true });
    },
    remove: (domain) => dropLast(domain, 'filesystems'),
  },
  {
    ...shared,
    change: (domain) => {
      const device = domain.shmems.at(0);
      if (device) device.size = 8 * MIB;
    },
  },
  {
    what: 'shared memory with a server',
    add: (domain) =>
      void domain.addDevice('shmem', { name: 'bell', model: 'ivshmem-doorbell', server: '/run/bell.sock' }),
    change: (domain) => {
      Object.assign(domain.shmems.at(0) ?? {}, { msiVectors: 8, msiIoeventfd: true });
    },
    remove: (domain) => dropLast(domain, 'shmems'),
  },
  {
    what: 'vsock',
    add: (domain) => void addVsock(domain),
    change: (domain) => {
      Object.assign(domain.vsocks.at(0) ?? {}, { autoCid: false, cid: 77 });
    },
    remove: (domain) => dropLast(domain, 'vsocks'),
  },
  {
    what: 'USB hub',
    prepare: needUsb,
    add: (domain) => void addUsbHub(domain),
    remove: (domain) => dropLast(domain, 'hubs'),
  },
  {
    what: 'memory balloon',
    prepare: (domain) => void addMemballoon(domain, 'none'),
    add: (domain) => void addMemballoon(domain, 'virtio', { statsPeriod: 10 }),
    change: (domain) => {
      Object.assign(domain.memballoons.at(0) ?? {}, { statsPeriod: 5, freePageReporting: true });
    },
    remove: (domain) => {
      const [balloon] = domain.memballoons.all;
      if (balloon) domain.removeDevice(balloon);
      domain.addDevice('memballoon', { model: 'none' });
    },
  },
  {
    what: 'IOMMU of Intel',
    add: (domain) => {
      domain.features.ioapic = 'qemu';
      addIommu(domain, 'intel', { interruptRemapping: true });
    },
    change: (domain) => {
      Object.assign(domain.iommus.at(0) ?? {}, { cachingMode: true, addressWidth: 48, iotlb: true });
    },
    remove: (domain) => {
      const [iommu] = domain.iommus.all;
      if (iommu) domain.removeDevice(iommu);
      domain.features.ioapic = null;
    },
  },
  {
    what: 'IOMMU over virtio',
    add: (domain) => void addIommu(domain, 'virtio'),
    remove: (domain) => {
      const [iommu] = domain.iommus.all;
      if (iommu) domain.removeDevice(iommu);
    },
  },
  {
    what: 'lease',
    add: (domain) => void addLease(domain, 'space', 'key', `${IMAGES}/lease`),
    change: (domain) => {
      Object.assign(domain.leases.at(0) ?? {}, { offset: 1024 });
    },
    remove: (domain) => {
      const [lease] = domain.leases.all;
      if (lease) domain.removeDevice(lease);
    },
  },
  {
    what: 'USB redirection',
    prepare: needUsb,
    add: (domain) => {
      const device = domain.addDevice('redirdev', { bus: 'usb', type: 'tcp', protocol: 'raw' });
      Object.assign(device.source, { mode: 'connect', host: '127.0.0.1', service: '4000' });
    },
    change: (domain) => {
      const device = domain.redirdevs.at(0);
      if (device) device.source.service = '4001';
    },
    remove: (domain) => {
      const [device] = domain.redirdevs.all;
      if (device) domain.removeDevice(device);
    },
  },
  {
    what: 'USB redirection filter',
    add: (domain) => void addRedirFilter(domain, [{ class: '0x08', allow: true }, { allow: false }]),
    change: (domain) => void domain.redirFilters.at(0)?.rules.add({ vendor: '0x1d6b', allow: true }),
    remove: (domain) => {
      const [filter] = domain.redirFilters.all;
      if (filter) domain.removeDevice(filter);
    },
  },
  {
    what: 'smart card reader of the host',
    prepare: needUsb,
    add: (domain) => void domain.addDevice('smartcard', { mode: 'host' }),
    change: (domain) => {
      const card = domain.smartcards.at(0);
      if (!card) return;
      card.mode = 'host-certificates';
      card.certificates = ['one', 'two', 'three'];
      card.database = '/etc/pki/nssdb';
    },
    remove: (domain) => {
      const [card] = domain.smartcards.all;
      if (card) domain.removeDevice(card);
    },
  },
  memory('dimm'),
  memory('virtio-mem', { blockSize: 2 * MIB, requested: 128 * MIB }),
  memory('nvdimm', { access: 'shared', sourcePath: `${IMAGES}/pmem.raw` }),
  memory('virtio-pmem', { access: 'shared', sourcePath: `${IMAGES}/pmem.raw` }),
];

const running: RunningCase[] = [
  { what: folder.what, add: folder.add, remove: (domain) => dropLast(domain, 'filesystems') },
  shared,
  controller('scsi', 'virtio-scsi'),
  {
    what: 'statistics of the memory balloon',
    add: (domain) => void addMemballoon(domain, 'virtio', { statsPeriod: 7 }),
    remove: (domain) => void addMemballoon(domain, 'virtio', { statsPeriod: null }),
  },
  {
    what: 'memory module',
    add: (domain) => void addMemoryDevice(domain, 'dimm', 128 * MIB),
    // The sum follows by itself, and so does what the guest has of it.
    live: { add: ['next-boot', 'unchanged', 'done'] },
  },
];

describeDevices('editing platform devices', {
  guest: 'platform',
  // Without control groups libvirt 9.0 itself ends when a virtiofs folder is plugged in.
  cgroups: true,
  saved: [...controllers, ...others],
  runningWish: { memory: 256 },
  runningPrepare: (domain) => {
    domain.memoryBacking.source = 'memfd';
    domain.memoryBacking.access = 'shared';
    makePluggable(domain, 256 * MIB);
  },
  running,
});
