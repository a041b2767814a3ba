import { childElements, type DomElement } from '../dom.ts';
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

/** The child before which a new child of that name goes; null for the end. */
export function insertionPoint(parent: DomElement, name: string): DomElement | null {
  const children = childElements(parent);
  const last = children.findLastIndex((child) => elementHasName(child, name));
  if (last >= 0) return children[last + 1] ?? null;
  const order = ORDER[parent.nodeName] ?? [];
  const rank = order.indexOf(name);
  if (rank < 0) return null;
  return children.find((child) => order.indexOf(child.nodeName) > rank) ?? null;
}
