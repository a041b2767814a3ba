import { childElements, type DomElement } from '../dom.ts';
import { entryOf } from '../table.ts';
import { elementHasName } from './names.ts';

/**
 * Where libvirt writes the children of an element, for those whose order readers are used to. New elements
 * go there; what the document has elsewhere stays where it is.
 */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  domain: [
    'name',
    'uuid',
    'genid',
    'title',
    'description',
    'metadata',
    'maxMemory',
    'memory',
    'currentMemory',
    'blkiotune',
    'memtune',
    'memoryBacking',
    'vcpu',
    'vcpus',
    'iothreads',
    'iothreadids',
    'defaultiothread',
    'cputune',
    'numatune',
    'resource',
    'sysinfo',
    'bootloader',
    'bootloader_args',
    'os',
    'idmap',
    'features',
    'cpu',
    'clock',
    'on_poweroff',
    'on_reboot',
    'on_crash',
    'on_lockfailure',
    'pm',
    'perf',
    'keywrap',
    'launchSecurity',
    'throttlegroups',
    'devices',
    'seclabel',
  ],
  devices: [
    'emulator',
    'disk',
    'controller',
    'lease',
    'filesystem',
    'interface',
    'smartcard',
    'serial',
    'parallel',
    'console',
    'channel',
    'input',
    'tpm',
    'graphics',
    'sound',
    'audio',
    'video',
    'hostdev',
    'redirdev',
    'redirfilter',
    'hub',
    'watchdog',
    'memballoon',
    'rng',
    'nvram',
    'panic',
    'shmem',
    'memory',
    'iommu',
    'vsock',
    'crypto',
    'pstore',
  ],
  network: [
    'name',
    'uuid',
    'title',
    'description',
    'metadata',
    'forward',
    'bridge',
    'mtu',
    'mac',
    'domain',
    'dns',
    'vlan',
    'bandwidth',
    'port',
    'portgroup',
    'ip',
    'route',
  ],
  pool: ['name', 'uuid', 'capacity', 'allocation', 'available', 'features', 'source', 'target', 'refresh'],
  volume: ['name', 'key', 'capacity', 'allocation', 'physical', 'source', 'target', 'backingStore'],
};

// What ends every device.
const TAIL = ['boot', 'alias', 'rom', 'acpi', 'address'];
const LINE = ['source', 'protocol', 'log', 'target'];

/** Where libvirt writes the children of each kind of device. */
const DEVICE_ORDER: Readonly<Record<string, readonly string[]>> = {
  disk: [
    'driver',
    'auth',
    'source',
    'backingStore',
    'mirror',
    'backenddomain',
    'geometry',
    'blockio',
    'target',
    'iotune',
    'throttlefilters',
    'readonly',
    'shareable',
    'transient',
    'serial',
    'wwn',
    'vendor',
    'product',
    'encryption',
  ],
  interface: [
    'mac',
    'source',
    'virtualport',
    'vlan',
    'port',
    'ip',
    'route',
    'portForward',
    'script',
    'downscript',
    'backenddomain',
    'target',
    'guest',
    'model',
    'driver',
    'backend',
    'filterref',
    'tune',
    'link',
    'mtu',
    'coalesce',
    'teaming',
    'bandwidth',
  ],
  hostdev: ['driver', 'teaming', 'source', 'readonly', 'shareable', 'ip', 'route'],
  filesystem: [
    'driver',
    'binary',
    'source',
    'idmap',
    'target',
    'readonly',
    'space_hard_limit',
    'space_soft_limit',
  ],
  controller: ['model', 'target', 'driver', 'pcihole64', 'master'],
  serial: LINE,
  parallel: LINE,
  console: LINE,
  channel: LINE,
  redirdev: LINE,
  smartcard: ['certificate', 'database', 'source', 'protocol', 'log'],
  video: ['driver', 'model'],
  rng: ['rate', 'backend', 'driver'],
  memballoon: ['stats', 'driver'],
  memory: ['uuid', 'source', 'target'],
  shmem: ['model', 'size', 'server', 'msi'],
  input: ['driver', 'source'],
  vsock: ['cid', 'driver'],
  sound: ['audio', 'codec'],
  tpm: ['backend'],
  crypto: ['backend', 'driver'],
};

function orderIn(parent: DomElement): readonly string[] {
  const name = parent.nodeName;
  const device = entryOf(DEVICE_ORDER, name);
  if (device) return [...device, ...TAIL];
  return entryOf(ORDER, name) ?? [];
}

/** The child before which a new child of that name goes; null for the end. */
export function insertionPoint(parent: DomElement, name: string): DomElement | null {
  const children = childElements(parent);
  const last = children.findLastIndex((child) => elementHasName(child, name));
  if (last >= 0) return children[last + 1] ?? null;
  const order = orderIn(parent);
  const rank = order.indexOf(name);
  if (rank < 0) return null;
  return children.find((child) => order.indexOf(child.nodeName) > rank) ?? null;
}
