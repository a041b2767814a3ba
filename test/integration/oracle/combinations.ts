import type { MachineSpecInput } from '../../../contract/index.ts';

/** One machine that virt-install and Virtdeck are both asked for, with as little said as possible. */
export interface Wish {
  /** Short id of the system; null: unknown ("generic" for virt-install). */
  readonly os: string | null;
  readonly method: 'iso' | 'import' | 'pxe' | 'kernel' | 'permanent' | 'empty';
  readonly arch: string;
  /** Null: whatever is the default. */
  readonly machine?: string;
  readonly firmware?: 'efi';
  readonly virtType: 'qemu' | 'kvm';
  readonly graphics?: 'spice' | 'none';
  readonly vcpus?: number;
  /** Of the disk; `none`: no disk, `two`: two of them. */
  readonly disks?: 'none' | 'two' | 'preallocated';
}

/** In a real host's words: x86 by emulation. */
export const ON_LAB: readonly Wish[] = [
  ...matrix(
    ['debian11', 'ubuntu22.04', 'fedora37', 'win10', 'win11', 'winxp', 'freebsd13.1', null],
    [
      { method: 'iso', arch: 'x86_64', virtType: 'qemu' },
      { method: 'import', arch: 'x86_64', virtType: 'qemu', machine: 'pc' },
    ],
  ),
  ...matrix(
    ['debian11', 'win2k22', 'centos-stream9'],
    [
      { method: 'iso', arch: 'x86_64', virtType: 'qemu', firmware: 'efi' },
      { method: 'pxe', arch: 'x86_64', virtType: 'qemu' },
      { method: 'import', arch: 'x86_64', virtType: 'qemu', graphics: 'spice' },
    ],
  ),
  { os: 'debian11', method: 'kernel', arch: 'x86_64', virtType: 'qemu' },
  { os: 'fedora37', method: 'permanent', arch: 'x86_64', virtType: 'qemu', graphics: 'none' },
  { os: 'opensusetumbleweed', method: 'import', arch: 'x86_64', virtType: 'qemu', disks: 'two' },
  { os: 'alpinelinux3.17', method: 'import', arch: 'x86_64', virtType: 'qemu', disks: 'preallocated' },
  { os: 'win10', method: 'iso', arch: 'x86_64', virtType: 'qemu', vcpus: 4 },
  { os: 'debian11', method: 'import', arch: 'i686', virtType: 'qemu' },
  { os: 'winxp', method: 'iso', arch: 'i686', virtType: 'qemu', machine: 'pc' },
  { os: 'netbsd9.0', method: 'iso', arch: 'x86_64', virtType: 'qemu' },
  { os: 'openbsd7.0', method: 'import', arch: 'x86_64', virtType: 'qemu' },
  { os: 'solaris11', method: 'iso', arch: 'x86_64', virtType: 'qemu' },
];

/** Of hosts that cannot be had here: with KVM, or of other architectures. */
export const PRETENDED: readonly Wish[] = [
  ...matrix(['debian11', 'win11', 'win10', 'rhel9.0'], [{ method: 'iso', arch: 'x86_64', virtType: 'kvm' }]),
  ...matrix(
    ['debian11', 'fedora37'],
    [
      { method: 'import', arch: 'aarch64', virtType: 'qemu' },
      { method: 'import', arch: 'aarch64', virtType: 'kvm' },
      { method: 'import', arch: 'ppc64le', virtType: 'qemu' },
      { method: 'import', arch: 's390x', virtType: 'kvm' },
      { method: 'permanent', arch: 'riscv64', virtType: 'qemu' },
      { method: 'permanent', arch: 'armv7l', virtType: 'qemu' },
    ],
  ),
  { os: 'debian11', method: 'iso', arch: 'aarch64', virtType: 'kvm' },
  { os: 'fedora37', method: 'iso', arch: 's390x', virtType: 'kvm' },
  { os: 'fedora37', method: 'iso', arch: 'ppc64le', virtType: 'qemu' },
  { os: null, method: 'import', arch: 'aarch64', virtType: 'qemu' },
];

function matrix(systems: readonly (string | null)[], kinds: readonly Omit<Wish, 'os'>[]): Wish[] {
  return systems.flatMap((os) => kinds.map((kind) => ({ os, ...kind })));
}

/** "debian11 by iso on x86_64 (qemu, q35, UEFI)" */
export function titleOf(wish: Wish): string {
  const { os, method, arch, virtType, machine, firmware, graphics, vcpus, disks } = wish;
  const more = [virtType, machine, firmware, graphics, vcpus && `${vcpus} vcpus`, disks && `disks: ${disks}`];
  return `${os ?? 'unknown'} by ${method} on ${arch} (${more.filter(Boolean).join(', ')})`;
}

/** Where the machine is to be put. */
export interface Place {
  readonly pool: string;
  /** Of the pool. */
  readonly folder: string;
  readonly iso: string;
  readonly kernel: string;
}

const GIB = 1024 ** 3;

/** What virt-install is told. */
export function theirWords(wish: Wish, { folder, iso, kernel }: Place): string[] {
  const disk = wish.method === 'import' ? '' : ',format=qcow2';
  const sparse = wish.disks === 'preallocated' ? ',sparse=no' : '';
  const count = wish.disks === 'none' ? 0 : wish.disks === 'two' ? 2 : 1;
  const disks = ['machine.qcow2', 'machine-1.qcow2']
    .slice(0, count)
    .flatMap((name) => ['--disk', `${folder}/${name},size=20${disk}${sparse}`]);
  const methods: Readonly<Record<Wish['method'], string[]>> = {
    iso: ['--cdrom', iso],
    import: ['--import'],
    empty: ['--import'],
    pxe: ['--pxe'],
    kernel: [
      '--install',
      `kernel=${kernel},initrd=${kernel},kernel_args=console=ttyS0,kernel_args_overwrite=yes`,
    ],
    permanent: ['--import', '--boot', `kernel=${kernel},cmdline=console=ttyS0`],
  };
  const boot = wish.firmware === 'efi' ? ['--boot', 'firmware=efi'] : [];
  return [
    ...['--name', 'machine', '--memory', '4096', '--vcpus', String(wish.vcpus ?? 2)],
    ...['--osinfo', wish.os ?? 'generic', '--arch', wish.arch, '--virt-type', wish.virtType],
    ...(wish.machine ? ['--machine', wish.machine] : []),
    ...methods[wish.method],
    ...boot,
    ...(count === 0 ? ['--disk', 'none'] : disks),
    ...['--network', 'network=default'],
    ...(wish.graphics !== 'none' && wish.arch === 's390x' ? [] : ['--graphics', wish.graphics ?? 'vnc']),
    ...['--noautoconsole', '--dry-run', '--check', 'all=off'],
  ];
}

/** What Virtdeck is told. */
export function ourWords(wish: Wish, os: string | null, { pool, iso, kernel }: Place): MachineSpecInput {
  const count = wish.disks === 'none' ? 0 : wish.disks === 'two' ? 2 : 1;
  const disk = { kind: 'new', pool, capacity: 20 * GIB, preallocate: wish.disks === 'preallocated' } as const;
  const media = { kind: 'path', path: iso } as const;
  const file = { kind: 'path', path: kernel } as const;
  const installs = {
    iso: { method: 'iso', media },
    // With an empty disk in the place of one with a system: what is imported decides nothing else.
    import: { method: 'pxe', order: 'disk-first' },
    empty: { method: 'empty' },
    pxe: { method: 'pxe', order: 'two-phase' },
    kernel: { method: 'kernel', kernel: file, initrd: file, arguments: 'console=ttyS0', boot: 'two-phase' },
    permanent: { method: 'kernel', kernel: file, arguments: 'console=ttyS0', boot: 'permanent' },
  } as const;
  return {
    connection: 'none',
    name: 'machine',
    os,
    virtType: wish.virtType,
    arch: wish.arch,
    install: installs[wish.method],
    memoryMiB: 4096,
    vcpus: wish.vcpus ?? 2,
    disks: Array.from({ length: count }, () => disk),
    cards: [{ kind: 'network', name: 'default' }],
    platform: {
      ...(wish.machine && { machine: wish.machine }),
      ...(wish.firmware && { firmware: wish.firmware }),
      ...(wish.graphics && { graphics: wish.graphics }),
    },
  };
}
