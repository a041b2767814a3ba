/** Something to connect to, as people choose it: a driver with the path that belongs to it. */
export interface UriHypervisor {
  /** Unique in this table. */
  readonly key: string;
  readonly label: string;
  readonly explanation: string;
  /** As it stands at the beginning of the URI. */
  readonly driver: string;
  /** The path of its URIs; where people fill it in, a template with words in capital letters. */
  readonly path: string;
  /** Other paths that mean the same thing, and prefixes of paths that do. */
  readonly alsoPaths: readonly string[];
  /**
   * `daemon`: through libvirt's daemon, with any transport. `own`: libvirt on this machine speaks the hypervisor's
   * own protocol to the host. `inside`: it is simulated in this program, or runs as this user's process.
   */
  readonly reach: 'daemon' | 'own' | 'inside';
  /** What the user types besides the host: words for the path field; null: the path is always the same. */
  readonly pathLabel: string | null;
}

/** Everything that can be chosen; `custom` is what fits none. */
export const uriHypervisors: readonly UriHypervisor[] = [
  {
    key: 'qemu-system',
    label: 'QEMU/KVM',
    explanation: 'The machines of the whole host. What most people want.',
    driver: 'qemu',
    path: '/system',
    alsoPaths: [],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'qemu-session',
    label: 'QEMU/KVM, user session',
    explanation:
      'Machines of one user, without rights: no shared networks, no devices of the host, and they end with the session unless lingering is on.',
    driver: 'qemu',
    path: '/session',
    alsoPaths: [],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'lxc',
    label: 'Linux containers (LXC)',
    explanation: 'Containers that libvirt itself makes; those of other tools are not seen.',
    driver: 'lxc',
    path: '/system',
    alsoPaths: ['', '/'],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'xen',
    label: 'Xen',
    explanation: 'Guests of the Xen hypervisor (libxl).',
    driver: 'xen',
    path: '/system',
    alsoPaths: ['', '/'],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'esx',
    label: 'VMware ESX',
    explanation: 'One ESX or ESXi host, over its web service. Nothing has to be installed there.',
    driver: 'esx',
    path: '/',
    alsoPaths: [''],
    reach: 'own',
    pathLabel: null,
  },
  {
    key: 'vpx',
    label: 'VMware vCenter',
    explanation:
      'A host or cluster through vCenter. The path names datacenter, folders, cluster and host, as vCenter shows them.',
    driver: 'vpx',
    path: '/DATACENTER/HOST',
    alsoPaths: ['/'],
    reach: 'own',
    pathLabel: 'Datacenter, folders, cluster and host',
  },
  {
    key: 'vbox',
    label: 'VirtualBox',
    explanation: 'Machines of one user in VirtualBox. Its libraries have to be installed with the daemon.',
    driver: 'vbox',
    path: '/session',
    alsoPaths: [],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'hyperv',
    label: 'Microsoft Hyper-V',
    explanation: 'A Windows host, over its management service (WinRM).',
    driver: 'hyperv',
    path: '/',
    alsoPaths: [''],
    reach: 'own',
    pathLabel: null,
  },
  {
    key: 'bhyve',
    label: 'bhyve',
    explanation: "FreeBSD's hypervisor.",
    driver: 'bhyve',
    path: '/system',
    alsoPaths: [],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'vz',
    label: 'Virtuozzo',
    explanation: 'Machines and containers of a Virtuozzo (formerly Parallels) server.',
    driver: 'vz',
    path: '/system',
    alsoPaths: [],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'ch',
    label: 'Cloud Hypervisor',
    explanation: 'Machines of the Cloud Hypervisor; libvirt can do little with them yet.',
    driver: 'ch',
    path: '/system',
    alsoPaths: ['/session'],
    reach: 'daemon',
    pathLabel: null,
  },
  {
    key: 'test-default',
    label: 'Demo host',
    explanation: "libvirt's simulated host: one machine, nothing real.",
    driver: 'test',
    path: '/default',
    alsoPaths: [],
    reach: 'inside',
    pathLabel: null,
  },
  {
    key: 'test-file',
    label: 'Demo host from a file',
    explanation: 'A simulated host with the machines, pools and networks that an XML file describes.',
    driver: 'test',
    path: '/FILE.xml',
    alsoPaths: ['/'],
    reach: 'inside',
    pathLabel: 'File that describes the host',
  },
];

/** What a URI connects to; undefined: none of the table, to be shown as a custom one. */
export function hypervisorOf(uri: {
  readonly driver: string;
  readonly path: string;
}): UriHypervisor | undefined {
  const same = uriHypervisors.filter((one) => one.driver === uri.driver);
  const exact = same.find((one) => one.path === uri.path || one.alsoPaths.includes(uri.path));
  return exact ?? same.find((one) => one.pathLabel !== null);
}

/** Drivers that libvirt has besides those of the table, so that a custom URI with one is not called a mistake. */
export const otherDrivers: readonly string[] = [
  'openvz',
  'parallels',
  'vmwareplayer',
  'vmwarews',
  'vmwarefusion',
  'gsx',
  'jailhouse',
  'interface',
  'network',
  'nodedev',
  'nwfilter',
  'secret',
  'storage',
];
