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
