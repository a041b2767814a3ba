import type { DiskDraft } from '../draft/parts.ts';
import { bringsDisk } from '../draft/questions.ts';
import { change, useWizard } from '../wizardStore.ts';

/** The list that the method of the draft uses. */
function listName(): 'disks' | 'moreDisks' {
  return bringsDisk(useWizard.getState().draft.how.method) ? 'moreDisks' : 'disks';
}

function update(next: (disks: readonly DiskDraft[]) => DiskDraft[]): void {
  const name = listName();
  change('resources', { [name]: next(useWizard.getState().draft.resources[name]) });
}

/** Changes answers about one disk. */
export function changeDisk(key: number, part: Partial<DiskDraft>): void {
  update((disks) => disks.map((disk) => (disk.key === key ? { ...disk, ...part } : disk)));
}

/** Takes a disk out of the draft. */
export function removeDisk(key: number): void {
  update((disks) => disks.filter((disk) => disk.key !== key));
}

/** Adds a disk after the others. */
export function addDisk(disk: DiskDraft): void {
  update((disks) => [...disks, disk]);
}
