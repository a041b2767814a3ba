import { z } from 'zod';
import { EditConflict, NewVolume } from '../../../../contract/index.ts';
import { holdEdit, knownEdit, storedKey, storedKeys } from './keptEdits.ts';
import { MachineEdit } from './machineEdit.ts';
import { machineSource } from './source.ts';

const Typed = z.object({
  text: z.string(),
  problem: z.string(),
  label: z.string(),
  from: z.string().exactOptional(),
});

/** An edit as the window's storage has it. */
const StoredEdit = z.object({
  connection: z.string(),
  uuid: z.string(),
  base: z.string(),
  proposed: z.string(),
  ids: z.array(z.string()),
  typed: z.array(z.tuple([z.string(), Typed])),
  newVolumes: z.array(NewVolume),
  deleted: z.array(z.string()),
  selected: z.string(),
  notice: z.string().nullable(),
  conflicts: z.array(EditConflict),
  /** A password was typed, which is not in it. */
  forgot: z.boolean(),
});
export type StoredEdit = z.infer<typeof StoredEdit>;

const FORGOT = 'A password that was typed here was not kept when the window was loaded again. Type it again.';
/** What main puts in the place of passwords: where it had none itself it refuses to make this one. */
const DOTS = '••••••••';
/** Quiet after a change before it is stored, in ms: writing a large definition at each keystroke would be felt. */
const QUIET_MS = 300;

const waiting = new Map<MachineEdit, ReturnType<typeof setTimeout>>();

/**
 * Keeps an edit of a machine in the window's storage for as long as there is something in it that would be lost: it
 * outlives the page when that is loaded again or crashes, and ends with the window. A browser writes its storage to
 * disk, so no password goes there.
 */
export function storeEdit(edit: MachineEdit): void {
  if (edit.source.uuid === null) return;
  const later = () => {
    if (!waiting.has(edit))
      waiting.set(
        edit,
        setTimeout(() => store(edit), QUIET_MS),
      );
  };
  window.addEventListener('pagehide', storeWaiting);
  edit.store.subscribe(later);
  edit.storage.store.subscribe(later);
}

/** Takes up the edits of the page that this one was loaded instead of; before anything asks for edits. */
export function takeUpEdits(): void {
  for (const key of storedKeys()) {
    try {
      const stored = StoredEdit.parse(JSON.parse(sessionStorage.getItem(key) ?? ''));
      const edit = new MachineEdit(machineSource(stored));
      goOn(edit, stored);
      holdEdit(edit);
      storeEdit(edit);
    } catch (error) {
      console.error('An edit of the page before cannot be taken up.', error);
      sessionStorage.removeItem(key);
    }
  }
}

/** Stores at once what waits for it: the page is about to go. */
function storeWaiting(): void {
  for (const edit of [...waiting.keys()]) store(edit);
}

function store(edit: MachineEdit): void {
  clearTimeout(waiting.get(edit));
  waiting.delete(edit);
  const known = knownEdit(edit.source.id);
  // Another one of the same machine has taken its place.
  if (known && known !== edit) return;
  const key = storedKey(edit.source.id);
  try {
    if (known && edit.dirty) sessionStorage.setItem(key, JSON.stringify(toStored(edit)));
    else sessionStorage.removeItem(key);
  } catch {
    // The storage is full, and what it has of this edit is old. The window asks before it goes.
    sessionStorage.removeItem(key);
  }
}

/**
 * Goes on in an edit of its machine with what was stored.
 * @throws XmlError a definition cannot be read
 */
export function goOn(
  edit: MachineEdit,
  { newVolumes, deleted, forgot, ...earlier }: Omit<StoredEdit, 'connection' | 'uuid'>,
): void {
  const told = [earlier.notice, forgot ? FORGOT : null].filter((text) => text !== null);
  edit.takeUp({ ...earlier, notice: told.length > 0 ? told.join('. ') : null });
  for (const volume of newVolumes) edit.storage.make(volume);
  for (const path of deleted) edit.storage.delete(path);
}

/** An edit for the storage, without passwords. */
export function toStored(edit: MachineEdit): StoredEdit {
  const { typed, selected, notice, conflicts } = edit.store.getState();
  const { newVolumes, deleted } = edit.storage.store.getState();
  let forgot = false;
  const hide = (text: string): string => {
    const hidden = withDots(text);
    forgot ||= hidden !== text;
    return hidden;
  };
  const texts = [...typed].flatMap(([field, { text, from, ...rest }]): StoredEdit['typed'] => {
    forgot ||= isPassword(field);
    if (isPassword(field)) return [];
    return [[field, { ...rest, text: hide(text), ...(from !== undefined && { from: hide(from) }) }]];
  });
  return {
    connection: edit.source.connection,
    uuid: edit.source.uuid ?? '',
    base: edit.baseXml,
    proposed: hide(edit.xml),
    ids: edit.domain.devices.map((device) => edit.ids.of(device)),
    typed: texts,
    newVolumes: [...newVolumes.values()],
    deleted: [...deleted],
    selected,
    notice,
    conflicts: [...conflicts],
    forgot,
  };
}

function isPassword(field: string): boolean {
  return field.endsWith('/password');
}

/** A definition, or what is to become one, with dots for each password. */
function withDots(text: string): string {
  return text.replaceAll(
    /(\spasswd\s*=\s*)(?:"([^"]*)"?|'([^']*)'?)/g,
    (all, name: string, double, single) => ((double ?? single) === DOTS ? all : `${name}'${DOTS}'`),
  );
}
