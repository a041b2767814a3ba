import type { Domain, HyperV } from '../../../../../model/index.ts';

type State = {
  [K in keyof HyperV]-?: HyperV[K] extends boolean | null ? K : never;
}[keyof HyperV];

/** One thing that Windows is told. */
export interface Enlightenment {
  readonly field: Exclude<State, 'exists'> & string;
  /** libvirt's name, as in the domain capabilities. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Windows runs better with it, and nothing speaks against it. */
  readonly usual?: boolean;
}

/** All of them (https://libvirt.org/formatdomain.html#hypervisor-features). */
export const ENLIGHTENMENTS: readonly Enlightenment[] = [
  { field: 'relaxed', name: 'relaxed', label: 'Relaxed watchdogs', usual: true },
  { field: 'vapic', name: 'vapic', label: 'Virtual APIC', usual: true },
  { field: 'spinlocks', name: 'spinlocks', label: 'Spinlocks that wait', usual: true },
  { field: 'vpindex', name: 'vpindex', label: 'Numbers of vCPUs', usual: true },
  { field: 'runtime', name: 'runtime', label: 'Time that vCPUs ran', usual: true },
  {
    field: 'synic',
    name: 'synic',
    label: 'Synthetic interrupts',
    hint: 'Needs the numbers of vCPUs.',
    usual: true,
  },
  {
    field: 'stimer',
    name: 'stimer',
    label: 'Synthetic timers',
    hint: 'Need synthetic interrupts and Hyper-V’s clock (under Clock and timers).',
  },
  { field: 'reset', name: 'reset', label: 'Reset' },
  { field: 'vendorId', name: 'vendor_id', label: 'Maker of the hypervisor' },
  { field: 'frequencies', name: 'frequencies', label: 'Frequencies', usual: true },
  { field: 'reenlightenment', name: 'reenlightenment', label: 'Told when frequencies change' },
  { field: 'tlbflush', name: 'tlbflush', label: 'Flushes of translations', usual: true },
  { field: 'ipi', name: 'ipi', label: 'Interrupts between vCPUs', usual: true },
  { field: 'evmcs', name: 'evmcs', label: 'Nested machines, quicker', hint: 'Processors of Intel’s only.' },
  { field: 'avic', name: 'avic', label: 'Interrupts by the processor (AVIC)' },
  { field: 'emsrBitmap', name: 'emsr_bitmap', label: 'Registers of nested machines' },
  { field: 'xmmInput', name: 'xmm_input', label: 'Calls with wide registers' },
];

/** The usual ones that the host has and nothing is said about. */
export function usualOnes(hyperv: HyperV, offered: readonly string[]): Enlightenment[] {
  return ENLIGHTENMENTS.filter(
    ({ usual, name, field }) => usual === true && offered.includes(name) && hyperv[field] === null,
  );
}

/** Switches them on. */
export function switchUsual({ features: { hyperv } }: Domain, offered: readonly string[]): void {
  hyperv.mode ??= 'custom';
  for (const { field } of usualOnes(hyperv, offered)) {
    hyperv[field] = true;
    if (field === 'spinlocks') hyperv.spinlockRetries ??= 8191;
  }
}
