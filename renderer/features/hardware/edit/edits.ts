import { MachineEdit } from './machineEdit.ts';
import type { EditSource } from './source.ts';

const edits = new Map<string, MachineEdit>();

/** The edit of a source; the same one for as long as something in it would be lost. */
export function editOf(source: EditSource): MachineEdit {
  const known = edits.get(source.id);
  if (known) return known;
  const made = new MachineEdit(source);
  edits.set(source.id, made);
  return made;
}

/** Somebody looks at it: what is typed from now on must be found again. */
export function holdEdit(edit: MachineEdit): void {
  edits.set(edit.source.id, edit);
}

/** Nobody looks at it any more: it goes, unless there are changes in it. */
export function leaveEdit(edit: MachineEdit): void {
  if (!edit.dirty && edits.get(edit.source.id) === edit) edits.delete(edit.source.id);
}

/** Throws an edit away with what is in it. */
export function dropEdit(id: string): void {
  edits.delete(id);
}

/** The edit of an id, if there is something in it that would be lost. */
export function keptEdit(id: string): MachineEdit | undefined {
  const edit = edits.get(id);
  return edit?.dirty ? edit : undefined;
}
