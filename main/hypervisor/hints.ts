import type { ErrorKind } from '../../contract/index.ts';
import { parseUri, virshOn } from '../../model/index.ts';
import type { Doing } from './errors.ts';
import { isLocal } from './uri.ts';

/** A remedy for what libvirt said; the first that fits is shown. */
interface Remedy {
  readonly words: RegExp;
  readonly kinds?: readonly ErrorKind[];
  readonly hint: (context: Doing, match: RegExpExecArray) => string;
}

const LIBVIRT_PACKAGES =
  'Debian, Ubuntu: sudo apt install libvirt0. Fedora: sudo dnf install libvirt-libs. Arch: sudo pacman -S libvirt. openSUSE: sudo zypper install libvirt-libs.';

/** What to install where the libvirt client library is missing. */
export const LIBRARY_HINT = `Install the libvirt client library and start Virtdeck again. ${LIBVIRT_PACKAGES}`;

/** Remedies for actions and for connecting. Sources: libvirt's own messages and its documentation pages. */
const REMEDIES: readonly Remedy[] = [
  {
    words: /libvirt\.so|shared object file/i,
    hint: () => LIBRARY_HINT,
  },
  {
    words: /failed to connect socket to '([^']*)': no such file or directory/i,
    hint: (context, match) => unknownDriver(context) ?? missingSocket(match[1] ?? ''),
  },
  {
    words: /failed to connect socket to '([^']*)': connection refused/i,
    hint: (context, match) =>
      `The libvirt daemon behind ${match[1]} is not running. Start it on ${place(context)}: sudo systemctl start libvirtd (or virtqemud).`,
  },
  {
    words: /failed to connect socket to '([^']*)': permission denied/i,
    hint: () =>
      'Add yourself to the group that may use libvirt and log in again: sudo adduser $USER libvirt. Or open the connection read-only, or use qemu:///session.',
  },
  {
    words: /unable to connect to server at '([^']*)': (connection refused|no route|network is unreachable)/i,
    hint: (context, match) =>
      `Nothing answers at ${match[1]}. Check that libvirt listens there (on ${place(context)}: sudo systemctl enable --now libvirtd-tcp.socket or libvirtd-tls.socket) and that no firewall is in between.`,
  },
  {
    words:
      /could not resolve hostname ([^:]*)|unable to resolve address '([^']*)'|lookup for host '([^']*)' failed/i,
    hint: (_context, match) =>
      `Check the spelling of the host name ${match[1] ?? match[2] ?? match[3] ?? ''}, and that this machine's name service knows it.`,
  },
  {
    words: /host key verification failed/i,
    hint: (context) =>
      `Connect once by hand to check and accept the host's key: ssh ${place(context)}. If the key has changed without a known reason, do not connect.`,
  },
  {
    words: /permission denied \([a-z,-]*publickey|too many authentication failures/i,
    hint: (context) =>
      `ssh was refused. Check user name and key by hand: ssh ${place(context)}. The key must be in the agent or in ~/.ssh.`,
  },
  {
    words: /cannot read ca certificate '([^']*)'/i,
    hint: (_context, match) =>
      `TLS needs the certificate of the authority that signed the server's: put it at ${match[1]}, or add ?pkipath=FOLDER to the URI.`,
  },
  {
    words: /no connection driver available/i,
    hint: () =>
      'Check the beginning of the URI (qemu, lxc, xen, test...). If it is right, the driver is missing: on Debian, libvirt-daemon and the package of the hypervisor.',
  },
  {
    words: /transport in url not recognised/i,
    hint: () =>
      'Use one of the transports tls, unix, ssh, ext, tcp, libssh2, libssh: qemu+ssh://host/system.',
  },
  {
    words: /authentication unavailable|no polkit agent|polkit: .*agent/i,
    hint: () =>
      'No polkit agent runs in this session to ask for your password. Add yourself to the group libvirt and log in again (sudo adduser $USER libvirt), or open the connection read-only.',
  },
  {
    words: /authentication failed|auth(entication)? cancelled/i,
    kinds: ['authentication'],
    hint: () => 'Check user name and password, and try again.',
  },
  {
    words: /domain '?([^']*)'? already (exists|defined)|already exists with uuid/i,
    hint: () => 'Choose another name.',
  },
  {
    words: /no space left on device|not enough (free )?space|disk quota exceeded/i,
    hint: () => 'Free space in the pool, choose another pool, or make the disk smaller.',
  },
  {
    words: /cannot allocate memory|cannot set up guest memory/i,
    hint: () => 'The host has too little free memory. Give the machine less, or stop another one.',
  },
  {
    words: /network '([^']*)' is not active/i,
    hint: (context, match) => `Start the network first: ${virsh(context, 'net-start', match[1] ?? '')}`,
  },
  {
    words: /storage pool '([^']*)' is not active/i,
    hint: (context, match) => `Start the pool first: ${virsh(context, 'pool-start', match[1] ?? '')}`,
  },
  {
    words:
      /cannot (access|open|stat) [a-z ]*'([^']+)'[^']*: no such file|could not open '([^']+)': no such file/i,
    hint: (context, match) =>
      `The file ${match[2] ?? match[3]} is not on ${place(context)}. Choose a file that exists there, or detach the medium.`,
  },
  {
    words: /'file' driver requires '([^']+)' to be a regular file/i,
    hint: (_context, match) => `${match[1]} is a folder or a device. Choose a file.`,
  },
  {
    words: /failed to parse xml document '([^']+)'/i,
    hint: (context, match) => `Check that ${match[1]} exists on ${place(context)} and is an XML file.`,
  },
  {
    words: /'([^']+)'[^']*: permission denied/i,
    hint: (_context, match) =>
      `The hypervisor's user must be able to read ${match[1]} and to enter every folder above it. Files in a pool's folder (/var/lib/libvirt/images) have the right permissions.`,
  },
  {
    words: /kvm.*(not (supported|available)|permission denied)|could not access kvm|\/dev\/kvm/i,
    hint: () =>
      'Hardware virtualization is not usable on this host. Enable it in the firmware, load the kvm module, or use emulation (type qemu).',
  },
  {
    words: /could not find capabilities for (?:domaintype|arch)=(\S+)|emulator '[^']*' does not support/i,
    hint: (context) =>
      `This host cannot run such machines: the QEMU for that architecture is missing, or KVM is not usable. See what it can: ${virsh(context, 'capabilities')}`,
  },
  {
    words:
      /cannot find (suitable|qemu) ?(emulator|binary)|emulator.*(not found|no such file)|cannot check qemu binary|no emulator found/i,
    hint: (context) =>
      `Install QEMU on ${place(context)}: sudo apt install qemu-system (Fedora: sudo dnf install qemu-kvm).`,
  },
  {
    words: /managed ?save|domain has (active )?snapshot|cannot delete inactive domain with (\d+ )?snapshots/i,
    kinds: ['conflict'],
    hint: (context) => `Remove the saved state or the snapshots of ${context.name ?? 'the machine'} first.`,
  },
];

/** Remedies by kind alone, where nothing more exact fits. */
const BY_KIND: Partial<Record<ErrorKind, (context: Doing) => string>> = {
  denied: () =>
    'You are not allowed to do this with this connection. Open it with another user, or not read-only.',
  unavailable: (context) => `Check that ${place(context)} is on, reachable, and that libvirt runs there.`,
  timeout: () => 'The host took too long to answer. Try again; if it happens often, look at its load.',
  conflict: () => "The machine's state has changed meanwhile, or does not allow this.",
};

/** What the user can do about a failure; undefined: nothing is known. */
export function hintFor(kind: ErrorKind, words: string, context: Doing): string | undefined {
  for (const remedy of REMEDIES) {
    if (remedy.kinds && !remedy.kinds.includes(kind)) continue;
    const match = remedy.words.exec(words);
    if (match) return remedy.hint(context, match);
  }
  return BY_KIND[kind]?.(context);
}

/** The drivers that libvirt has, or had (https://libvirt.org/drivers.html and the modular daemons). */
const DRIVERS = new Set(
  (
    'qemu xen lxc openvz test vbox vmwareplayer vmwarews vmwarefusion vpx esx gsx hyperv bhyve ch vz parallels ' +
    'uml phyp storage network interface nodedev nwfilter secret remote'
  ).split(' '),
);

/** libvirt hands a driver that it does not have to the daemon, and then complains of the daemon. */
function unknownDriver({ uri }: Doing): string | null {
  const driver = parseUri(uri ?? '').parts?.driver;
  if (driver === undefined || DRIVERS.has(driver)) return null;
  return `Check the beginning of the URI: libvirt knows no hypervisor called ${driver}. Common ones are qemu, lxc, xen, vbox, esx and test.`;
}

/** The sockets tell which daemon was wanted. */
function missingSocket(path: string): string {
  const start = 'and start it: sudo systemctl enable --now libvirtd.';
  if (path.includes('virtxend') || path.includes('libxl')) {
    return `The Xen driver's daemon does not run here. Install libvirt-daemon-driver-xen ${start}`;
  }
  if (
    path.startsWith('/run/user/') ||
    path.includes('.cache/libvirt') ||
    path.includes('/libvirt/virtqemud')
  ) {
    return 'The daemon of the user session could not be started. Install libvirt-daemon and QEMU (Debian: sudo apt install libvirt-daemon qemu-system).';
  }
  return `No libvirt daemon runs on this machine (${path} is missing). Install it (Debian, Ubuntu: sudo apt install libvirt-daemon-system qemu-system; Fedora: sudo dnf install libvirt-daemon-kvm) ${start}`;
}

/** Names in what libvirt says come from hosts: they may be made to be taken for commands. */
function virsh({ uri = 'URI' }: Doing, ...words: readonly string[]): string {
  return virshOn(uri, ...words);
}

/** The host as one would name it in a command, or "this machine". */
function place(context: Doing): string {
  const { parts } = parseUri(context.uri ?? '');
  if (!parts || isLocal(parts) || parts.host === '') return 'this machine';
  return parts.user === null ? parts.host : `${parts.user}@${parts.host}`;
}
