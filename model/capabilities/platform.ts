import type { DomElement } from '../dom.ts';
import { getPath } from '../path/get.ts';
import { ARM, BHYVE, CONTAINER, type PlatformTable, POWER, QEMU, RISCV, S390, X86, XEN } from './tables.ts';

/** What decides which devices there are. */
export interface Platform {
  /** The domain type: `kvm`, `qemu`, `lxc`, `xen`... */
  readonly type: string;
  readonly arch: string;
  /** The machine type, possibly with its version. */
  readonly machine: string;
}

export function platformOf(capabilities: DomElement): Platform {
  return {
    type: getPath(capabilities, 'domain') ?? '',
    arch: getPath(capabilities, 'arch') ?? '',
    machine: getPath(capabilities, 'machine') ?? '',
  };
}

const QEMU_BY_ARCH: readonly (readonly [RegExp, PlatformTable])[] = [
  [/^(?:x86_64|i[3-6]86)$/, X86],
  [/^(?:aarch64|arm)/, ARM],
  [/^ppc/, POWER],
  [/^s390/, S390],
  [/^riscv/, RISCV],
];

/** What the platform is known to have. Newer libvirt tells itself, and then this is not asked. */
export function tableFor(platform: Platform): PlatformTable {
  switch (platform.type) {
    case 'lxc':
    case 'openvz':
    case 'vz':
      return CONTAINER;
    case 'xen':
      return XEN;
    case 'bhyve':
      return BHYVE;
    default:
      return ofQemu(platform);
  }
}

function ofQemu(platform: Platform): PlatformTable {
  const table = QEMU_BY_ARCH.find(([arch]) => arch.test(platform.arch))?.[1] ?? QEMU;
  const { diskBuses, cpuModes } = table;
  return {
    ...table,
    // Q35 has no IDE.
    diskBuses: platform.machine.includes('q35') ? diskBuses.filter((bus) => bus !== 'ide') : diskBuses,
    // Emulation cannot pass the host's processor on.
    cpuModes: ['qemu', 'test'].includes(platform.type) ? ['custom', 'maximum'] : cpuModes,
  };
}
