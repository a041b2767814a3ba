import { holdEdit, knownEdit } from './keptEdits.ts';
import { MachineEdit } from './machineEdit.ts';
import type { EditSource } from './source.ts';
import { storeEdit } from './storedEdits.ts';

/** The edit of a source; the same one for as long as something in it would be lost. */
export function editOf(source: EditSource): MachineEdit {
  const known = knownEdit(source.id);
  if (known) return known;
  const made = new MachineEdit(source);
  holdEdit(made);
  storeEdit(made);
  return made;
}
