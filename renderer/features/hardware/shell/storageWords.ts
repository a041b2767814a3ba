import type { StorageUse } from '../../../../contract/index.ts';
import { formatBytes } from '../../../ui/format.ts';
import type { MachineEdit } from '../edit/machineEdit.ts';

/** What applying does to storage, a sentence each. */
export function storageWords(edit: MachineEdit): string[] {
  const made = edit.storage.newVolumesOf(edit.domain);
  const deleted = edit.storage.deletedOf(edit.domain);
  return [
    ...made.map(
      ({ name, pool, capacity }) => `Volume ${name} of ${formatBytes(capacity)} is made in pool ${pool}`,
    ),
    ...deleted.map((path) => `${path} is deleted`),
  ];
}

/** Machines and pools that are named one by one. */
const MOST_NAMED = 5;

/** Where images may be built upon storage without anybody having looked, in a sentence; null: nowhere. */
export function uncheckedWords({ unchecked }: StorageUse): string | null {
  const places = [
    unchecked.pools.length > 0 && `in inactive pools (${named(unchecked.pools)})`,
    unchecked.machines.length > 0 && `outside of active pools (disks of ${named(unchecked.machines)})`,
  ].filter((place) => place !== false);
  if (places.length === 0) return null;
  return `Images that are built upon it would be lost with it: none were found, but it was not looked ${places.join(' and ')}.`;
}

function named(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return names.slice(0, MOST_NAMED).join(', ') + more;
}
