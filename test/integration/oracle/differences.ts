import type { Wish } from './combinations.ts';
import type { Found } from './compareDefinitions.ts';

/** A difference between virt-install's definition and Virtdeck's that is meant to be. */
export interface Intended {
  /** As the page in docs/decisions calls it. */
  readonly what: string;
  /** Where it is found; a star stands for anything. */
  readonly keys: readonly string[];
  /** Values; left out: whatever they are. */
  readonly theirs?: RegExp;
  readonly ours?: RegExp;
  /** Machines that it concerns; left out: all. */
  readonly of?: (wish: Wish) => boolean;
  /** Whether Virtdeck's own virt-install command leads to it as well. */
  readonly command: boolean;
  readonly reason: string;
}

const windows = ({ os }: Wish) => os?.startsWith('win') ?? false;
const unknown = ({ os }: Wish) => os === null;
const emulated = ({ virtType }: Wish) => virtType === 'qemu';
const kvm = ({ virtType }: Wish) => virtType === 'kvm';

/** Every intended difference. One that is found and not here fails the test, as does one that is here and never found. */
export const INTENDED: readonly Intended[] = [
  {
    what: 'What the machine does when it ends is written out',
    keys: ['onPoweroff', 'onCrash', 'onReboot'],
    theirs: /^$/,
    command: true,
    reason: 'They are libvirt’s own defaults; who reads the definition need not know them.',
  },
  {
    what: 'The machine goes on when the installer of a CD-ROM reboots',
    keys: ['onReboot'],
    theirs: /^destroy$/,
    ours: /^restart$/,
    of: ({ method }) => method === 'iso',
    command: false,
    reason:
      'virt-install lets it go off and starts it again from another definition. Here the disk is booted before the drive, so the reboot leads to the installed system also when Virtdeck is not there to see it.',
  },
  {
    what: 'No current memory',
    keys: ['currentMemory'],
    command: true,
    reason: 'It is the memory itself unless it is said.',
  },
  {
    what: 'No path of the emulator',
    keys: ['emulator'],
    command: true,
    reason: 'libvirt chooses the host’s own, also on a host that the machine is moved to.',
  },
  {
    what: 'The boot order stands at the devices',
    keys: ['os/boot[] removed', 'disks[]/bootOrder', 'interfaces[]/bootOrder'],
    command: false,
    reason:
      'Kinds of devices say nothing of which disk or card it is. And the disk comes first from the beginning, as libvirt’s guide has it: a blank one is passed over.',
  },
  {
    what: 'In two phases the boot order stands at the devices as well',
    keys: ['os/boot[] removed', 'disks[]/bootOrder', 'interfaces[]/bootOrder'],
    of: ({ method }) => method === 'pxe' || method === 'kernel',
    command: true,
    reason:
      'virt-install says itself what is booted in which phase, by kinds of devices: here there is one of each.',
  },
  {
    what: 'A socket has no number of dies',
    keys: ['cpu/dies'],
    theirs: /^1$/,
    command: true,
    reason: 'One is what libvirt takes by itself, and older versions do not know the word.',
  },
  {
    what: 'The display’s port is chosen by libvirt in other words',
    keys: ['graphics[]/autoport'],
    command: true,
    reason: 'virt-install writes the port -1, which means the same.',
  },
  {
    what: 'Emulated processors have everything that can be emulated',
    keys: ['cpu/mode', 'cpu/model', 'cpu/match'],
    ours: /^(?:maximum|)$/,
    of: emulated,
    command: false,
    reason:
      'QEMU’s own default lacks what systems of today demand (x86-64-v2 of RHEL 9). Newer virt-install does the same.',
  },
  {
    what: 'With KVM mainframes have the host’s processor',
    keys: ['cpu/mode'],
    theirs: /^$/,
    ours: /^host-passthrough$/,
    of: (wish) => kvm(wish) && wish.arch === 's390x',
    command: false,
    reason: 'As on the other architectures; newer systems need what z13 has.',
  },
  {
    what: 'No mode for the guest agent’s socket',
    keys: ['channels[]/sources[] removed'],
    command: true,
    reason: 'libvirt makes the socket and sets it.',
  },
  {
    what: 'A system without driver gets no memory balloon',
    keys: ['memballoons[] added'],
    ours: /none/,
    command: false,
    reason: 'Without a word libvirt adds one, and Windows shows an unknown device.',
  },
  {
    what: 'Empty drives have a driver and a format',
    keys: ['disks[]/driver', 'disks[]/format'],
    theirs: /^$/,
    ours: /^(?:qemu|raw)$/,
    command: false,
    reason: 'They are those of the medium that was in it, and of the next.',
  },
  {
    what: 'Drives are empty after the installation',
    keys: ['disks[]/source/file'],
    theirs: /\.iso$/,
    ours: /^$/,
    command: false,
    reason:
      'virt-install leaves the medium with Windows, which needs it until its second phase has ended; Virtdeck ejects it after that.',
  },
  {
    what: 'No Hyper-V interface without KVM',
    keys: ['features/hyperv/*', 'clock/timers[] removed'],
    ours: /^$/,
    of: (wish) => emulated(wish) && windows(wish),
    command: false,
    reason: 'QEMU’s emulation has none: what is asked for is not there.',
  },
  {
    what: 'More of Hyper-V’s interface with KVM',
    keys: ['features/hyperv/*'],
    theirs: /^$/,
    of: (wish) => kvm(wish) && windows(wish),
    command: false,
    reason: 'Everything that makes Windows faster and that the host offers; libvirt tells which that is.',
  },
  {
    what: 'Another number of PCI Express ports',
    keys: ['root ports'],
    command: true,
    reason:
      'virt-install makes 14, whatever the machine has; here eight are free once all devices have theirs.',
  },
  {
    what: 'A TPM only where the system demands it',
    keys: ['tpms[] removed'],
    of: ({ os }) => os !== 'win11',
    command: false,
    reason: 'It takes swtpm on the host, and without it the machine does not start.',
  },
  {
    what: 'The version of the TPM is said',
    keys: ['tpms[]/version'],
    ours: /^2\.0$/,
    command: false,
    reason: 'Windows 11 demands 2.0; the default of libvirt for this model is the same.',
  },
  {
    what: 'Whether the firmware enforces secure boot is said',
    keys: ['os/firmwareFeatures[] added'],
    command: false,
    reason:
      'Otherwise it depends on which file of the host comes first: one with enrolled keys refuses unsigned systems, one without is refused by Windows 11.',
  },
  {
    what: 'SPICE compresses images',
    keys: ['graphics[]/imageCompression'],
    theirs: /^off$/,
    command: true,
    reason: 'It is off in virt-install for displays on the same machine; these are often far away.',
  },
  {
    what: 'An unknown system gets devices of the last fifteen years',
    keys: [
      'os/machine',
      'disks[] added',
      'disks[] removed',
      'disks[]/bus',
      'disks[]/target',
      'controllers[]/model',
      'controllers[]/ports',
      'controllers[] removed',
      'interfaces[]/model',
      'videos[]/model',
    ],
    of: unknown,
    command: false,
    reason:
      'q35, SATA, e1000e and USB 3 instead of i440FX, IDE, e1000 and USB 2: nearly every system knows them.',
  },
  {
    what: 'Devices that an unknown system on a board made for virtio gets',
    keys: ['rngs[] added', 'channels[] added', 'disks[]/bus', 'disks[]/target', 'memballoons[] added'],
    of: (wish) => unknown(wish) && wish.arch !== 'x86_64',
    command: false,
    reason: 'There is hardly a system for such boards without drivers for virtio.',
  },
  {
    what: 'Windows has one socket with many cores',
    keys: ['cpu/sockets', 'cpu/cores', 'cpu/threads'],
    of: (wish) => windows(wish) && (wish.vcpus ?? 2) > 2,
    command: false,
    reason: 'Windows for desktops uses two sockets at most, and libvirt’s default is a socket for each vCPU.',
  },
  {
    what: 'ACPI only with UEFI on ARM',
    keys: ['features/acpi'],
    theirs: /^yes$/,
    of: ({ arch }) => arch === 'armv7l',
    command: true,
    reason: 'Without UEFI nothing gives the tables to the system, and libvirt refuses it on such machines.',
  },
  {
    what: 'The kernel is used where it is',
    keys: ['os/kernel', 'os/initrd'],
    of: ({ method }) => method === 'kernel',
    command: true,
    reason: 'virt-install makes a copy of it for the first boot.',
  },
];

/** The entries that explain a difference. */
export function explanations(found: Found, wish: Wish): Intended[] {
  return INTENDED.filter(
    (one) =>
      one.keys.some((key) => matches(key, found.key)) &&
      (one.theirs?.test(found.theirs) ?? true) &&
      (one.ours?.test(found.ours) ?? true) &&
      (one.of?.(wish) ?? true),
  );
}

function matches(pattern: string, key: string): boolean {
  return pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key;
}
