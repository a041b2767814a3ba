import { openDialog } from '../../../ui/dialogs.tsx';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { reportError, showNotice } from '../../../ui/notify.tsx';
import type { MachineEdit } from '../edit/machineEdit.ts';
import { type EditSource, machineSource } from '../edit/source.ts';
import { type Step, undoing } from '../edit/undoApply.ts';

const RestoreDialog = lazyPart(async () => (await import('./RestoreDialog.tsx')).RestoreDialog);

/**
 * Applies an edit of a machine; what was applied can be taken back from the notice.
 * @param validate false: also what libvirt’s schema refuses
 */
export async function applyWithUndo(edit: MachineEdit, validate = true): Promise<boolean> {
  const before = edit.base.toXml();
  const done = await edit.apply({ validate });
  const { source } = edit;
  if (!done || source.kind !== 'machine' || source.uuid === null) return done;
  const step = { before, after: edit.base.toXml() };
  if (step.before === step.after) return done;
  const name = edit.base.name ?? 'the machine';
  const back = machineSource({ connection: source.connection, uuid: source.uuid }, 'Undone');
  const deleted = edit.store.getState().result?.storage?.some((one) => one.done === 'deleted') ?? false;
  const kept = edit.transient ? 'Nothing of it is saved.' : 'The definition before is kept in its history.';
  const words = deleted ? `${kept} Undo does not bring back the storage that was deleted.` : kept;
  showNotice('success', `Changed ${name}`, words, [
    { label: 'Undo', run: () => void takeBack(back, step, name) },
  ]);
  return done;
}

async function takeBack(source: EditSource, step: Step, name: string): Promise<void> {
  try {
    const { edit, clear } = await undoing(source, step);
    if (!edit.dirty) {
      showNotice('info', `Nothing to undo in ${name}`, 'It is as it was before.');
      return;
    }
    // Where something of it was changed again, or not all of it can be, the user sees what would be done.
    if (!clear || !(await edit.apply()) || leftOpen(edit)) {
      showRestore(edit, `Undo in ${name}`);
      return;
    }
    showNotice('success', `Undone in ${name}`, 'It is as it was before the change.');
  } catch (error) {
    reportError(`The change of ${name} could not be undone`, error);
  }
}

function leftOpen(edit: MachineEdit): boolean {
  const { result, applyError } = edit.store.getState();
  return applyError !== null || (result?.changes.some((change) => change.problem !== undefined) ?? false);
}

/** Shows an edit that goes back, with Apply. */
export function showRestore(edit: MachineEdit, title: string, refusal: string | null = null): void {
  openDialog((close) => <RestoreDialog edit={edit} title={title} refusal={refusal} onClose={close} />);
}
