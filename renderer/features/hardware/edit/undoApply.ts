import { Domain } from '../../../../model/index.ts';
import { MachineEdit } from './machineEdit.ts';
import { rebase } from './rebase.ts';
import type { EditSource } from './source.ts';

/** Two definitions that an edit went from and to. */
export interface Step {
  readonly before: string;
  readonly after: string;
}

/**
 * An edit that takes a step back, and leaves alone what was changed since by others. It is read, proposed and not
 * applied; `clear` says that nothing of the step was changed again meanwhile, so that it can be without asking.
 */
export async function undoing(
  source: EditSource,
  step: Step,
): Promise<{ edit: MachineEdit; clear: boolean }> {
  const edit = await freshEdit(source);
  const now = edit.base.toXml();
  const { proposed, conflicts } = rebase(Domain.parse(step.after), Domain.parse(step.before), now);
  propose(edit, proposed);
  return { edit, clear: conflicts.length === 0 };
}

/** An edit that makes the definition what it was; not applied. Displays keep the passwords that they have now. */
export async function restoring(source: EditSource, xml: string): Promise<MachineEdit> {
  const edit = await freshEdit(source);
  const then = Domain.parse(xml);
  keepPasswords(then, edit.base);
  propose(edit, then);
  return edit;
}

/** Definitions are kept without passwords: that one is missing there does not say that there was none. */
function keepPasswords(then: Domain, now: Domain): void {
  for (const display of then.graphics.all) {
    display.password ??= now.graphics.find(({ type }) => type === display.type)?.password ?? null;
  }
}

/** Beside the edit of the page: what is not applied there stays there. */
async function freshEdit(source: EditSource): Promise<MachineEdit> {
  const edit = new MachineEdit(source);
  await edit.reload();
  const { phase, error } = edit.store.getState();
  if (phase !== 'ready') throw error ?? new Error('The definition could not be read');
  return edit;
}

/** libvirt changes names otherwise, and a UUID never. */
function propose(edit: MachineEdit, domain: Domain): void {
  domain.name = edit.base.name;
  domain.uuid = edit.base.uuid;
  edit.replaceAll(domain.toXml());
}
