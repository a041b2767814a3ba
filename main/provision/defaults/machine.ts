import type { OsFacts } from '../../../contract/index.ts';
import { entryOf } from '../../../model/index.ts';
import { type Chosen, type DefaultsContext, isQ35, isX86, option } from './context.ts';

/** Says which machine type fits a system best. Asked before anything else: the rest depends on it. */
export function suggestMachine(machines: readonly string[], arch: string, os: OsFacts): string {
  const first = machines[0] ?? '';
  if (!isX86({ arch }) || !isQ35(first) || fitsQ35(os)) return first;
  return machines.find((machine) => machine === 'pc') ?? first;
}

/**
 * Devices sit in PCI Express slots of q35, where virtio speaks version 1.0 only: a system that has the virtio of
 * before needs the old board.
 */
function fitsQ35({ drivers, generic }: OsFacts): boolean {
  if (generic) return drivers.q35;
  if (!drivers.q35) return false;
  return drivers.virtio1 || !drivers.virtioBlock;
}

export function chooseMachine(context: DefaultsContext): Chosen<string> {
  const { machines, machine, os, arch } = context;
  const suggested = suggestMachine(machines, arch, os);
  const old = isX86({ arch }) && !isQ35(suggested) && isQ35(machines[0] ?? '');
  const reason = old ? `${os.name} does not know the devices of the q35 board.` : null;
  return {
    value: machine,
    reason: machine === suggested ? reason : null,
    options: machines.length === 0 ? [] : machines.map((name) => option(name, labelOf(name))),
  };
}

const LABELS: Readonly<Record<string, string>> = {
  q35: 'q35 (PCI Express)',
  pc: 'pc (i440FX, PCI)',
};

function labelOf(machine: string): string {
  return entryOf(LABELS, machine) ?? machine;
}
