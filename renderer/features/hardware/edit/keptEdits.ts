import type { DomainRef } from '../../../../contract/index.ts';
import { domainKey } from '../../../state/keys.ts';
import { watchUnfinished } from '../../../state/unfinished.ts';
import type { MachineEdit } from './machineEdit.ts';

/** By the ids of their sources. Its code stays small: pages ask for edits that show none. */
const edits = new Map<string, MachineEdit>();

watchUnfinished(() => [...edits.values()].some((edit) => edit.dirty));

/** Tells the edit of a machine that exists from others. */
export function machineEditId(machine: DomainRef): string {
  return `machine ${domainKey(machine)}`;
}

/** The edit of an id that somebody looks at, or in which there is something that would be lost. */
export function knownEdit(id: string): MachineEdit | undefined {
  return edits.get(id);
}

const STORED = 'virtdeck edit ';

/** Where the window's storage has the edit of an id. */
export function storedKey(id: string): string {
  return STORED + id;
}

/** The keys of the edits in the window's storage: those of the page that this one was loaded instead of. */
export function storedKeys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(STORED));
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
  sessionStorage.removeItem(storedKey(id));
}

/** The edit of an id, if there is something in it that would be lost. */
export function keptEdit(id: string): MachineEdit | undefined {
  const edit = edits.get(id);
  return edit?.dirty ? edit : undefined;
}
