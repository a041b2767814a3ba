import type { Domain, MachineType } from '../../../../../model/index.ts';
import type { Option } from '../../fields/index.ts';
import type { guestSupport } from './hostFacts.ts';

/** The kind of board: `pc-q35-7.2` is `q35`; other names without their version. */
export function familyOf(name: string): string {
  if (/^(?:pc-)?q35/.test(name)) return 'q35';
  if (name === 'pc' || /^pc-(?:i440fx-)?[0-9]/.test(name)) return 'pc';
  return name.replace(/-[0-9.]+(?:-.*)?$/, '').replace(/[0-9.]+$/, '');
}

/**
 * Machine types that the host offers, those of the machine's own kind first. Another kind has other buses: devices
 * that have their places could not stay.
 */
export function machineOptions(domain: Domain, found: ReturnType<typeof guestSupport>): Option[] {
  if (!found) return [];
  const own = found.domain?.machines.all ?? [];
  const all = own.length > 0 ? own : found.guest.machines.all;
  const family = familyOf(domain.os.machine ?? '');
  const placed = domain.devices.some((device) => device.has('address'));
  const reasonFor = (name: string) =>
    placed && domain.os.machine !== null && familyOf(name) !== family
      ? 'its devices have other places'
      : null;
  const options = all.flatMap((machine): Option[] =>
    machine.name === null
      ? []
      : [{ value: machine.name, label: wordsFor(machine), reason: reasonFor(machine.name) }],
  );
  return options.sort((a, b) => Number(a.reason !== null) - Number(b.reason !== null));
}

function wordsFor({ name, canonical, deprecated }: MachineType): string {
  const newest = canonical === null ? '' : ` (the newest: ${canonical})`;
  return `${name ?? ''}${newest}${deprecated ? ' (outdated)' : ''}`;
}
