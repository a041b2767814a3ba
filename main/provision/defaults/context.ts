import type { OsFacts, PlatformChoices, PlatformOption } from '../../../contract/index.ts';
import type { DomainCapabilities } from '../../../model/index.ts';

/** What the values of a platform are chosen by. */
export interface DefaultsContext {
  /** libvirt's driver: QEMU, Xen, LXC, TEST. */
  readonly driver: string;
  readonly type: string;
  readonly arch: string;
  /** hvm, xen, exe... */
  readonly osType: string;
  /** The host's own architecture. */
  readonly hostArch: string;
  /** Machine types, the suggested one first. */
  readonly machines: readonly string[];
  readonly machine: string;
  /** What such a machine can have on this host. */
  readonly capabilities: DomainCapabilities;
  readonly os: OsFacts;
  readonly method: string;
  /** What the user has chosen: other values follow from it. */
  readonly choices: PlatformChoices;
}

/** A value, why it is the default where that is not plain, and what else there is. */
export interface Chosen<T> {
  readonly value: T;
  readonly reason: string | null;
  readonly options: readonly PlatformOption[];
}

/** The value that was chosen, else the default; with the options of the field. */
export function chosen<T>(
  choice: T | undefined,
  value: T,
  options: readonly PlatformOption[],
  reason: string | null = null,
): Chosen<T> {
  return { value: choice ?? value, reason, options };
}

export function option(value: string, label = value, refusal: string | null = null): PlatformOption {
  return { value, label, refusal };
}

/** Options for something that is there or not; `refusal`: why it cannot be there. */
export function yesNo(refusal: string | null): PlatformOption[] {
  return [option('true', 'Yes', refusal), option('false', 'No')];
}

/** Options of which the host has some: those it has not get a refusal. */
export function offered(
  values: readonly (readonly [value: string, label: string])[],
  has: readonly string[],
  context: DefaultsContext,
): PlatformOption[] {
  return values.map(([value, label]) =>
    option(
      value,
      label,
      value === 'none' || has.includes(value) ? null : `This host does not offer it for ${kindOf(context)}.`,
    ),
  );
}

/** "machines of type q35" */
export function kindOf({ machine, arch }: DefaultsContext): string {
  return machine === '' ? `${arch} machines` : `machines of type ${machine} (${arch})`;
}

export function isX86(context: Pick<DefaultsContext, 'arch'>): boolean {
  return /^(?:x86_64|i[3-6]86)$/.test(context.arch);
}

/** A board with PCI Express of which the root ports are made by libvirt: q35, and virt of ARM and RISC-V. */
export function hasPcie({ arch, machine }: Pick<DefaultsContext, 'arch' | 'machine'>): boolean {
  if (isX86({ arch })) return isQ35(machine);
  return /^(?:aarch64|arm|riscv|loongarch)/.test(arch) && /^virt(?:-|$)/.test(machine);
}

export function isQ35(machine: string): boolean {
  return machine.includes('q35');
}

export function isContainer(context: Pick<DefaultsContext, 'osType'>): boolean {
  return context.osType === 'exe';
}

/** Paravirtualised Xen: no firmware, no emulated devices. */
export function isParavirtual({ osType }: Pick<DefaultsContext, 'osType'>): boolean {
  return osType === 'xen' || osType === 'linux' || osType === 'xenpvh';
}
