import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { confirm } from '../../../ui/confirm.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { IconButton, ReasonButton } from '../../../ui/ReasonButton.tsx';
import { useEdit, useEditState } from '../edit/context.tsx';
import type { MachineEdit } from '../edit/machineEdit.ts';
import { formOf } from '../forms/registry.ts';
import { applyWithUndo } from './applied.tsx';
import { barWords } from './barWords.ts';
import classes from './Hardware.module.css';
import { storageWords } from './storageWords.ts';

const ReviewDialog = lazyPart(async () => (await import('./ReviewDialog.tsx')).ReviewDialog);

interface EditBarProps {
  /** Why nothing can be applied; null: it can. */
  refusal: string | null;
  /** What applying is called: "Apply", "Use these settings". */
  applyLabel: string;
  onApplied?: (() => void) | undefined;
}

const NOTHING = 'Nothing was changed.';
const NEVER = 'This cannot be changed while the machine runs, and nothing of the machine is saved.';

/** What is changed and not applied yet. */
export function EditBar({ refusal, applyLabel, onApplied }: EditBarProps) {
  const edit = useEdit();
  const state = useEditState((all) => all);
  const { changes, typed, applying } = state;
  const draft = edit.source.kind === 'draft';
  if (!edit.dirty && !applying && !state.canRedo && !draft) return null;
  const wrong = [...typed.values()][0];
  const reason =
    applyReason(refusal, wrong?.label, state.conflicts.length, changes.length, draft) ??
    (changes.length > 0 && changes.every(({ effect }) => effect === 'never') ? NEVER : missingIn(edit));
  return (
    <section className={classes.bar} aria-label="Changes">
      <p role="status">
        {[barWords(changes, state.active), ...storageWords(edit)].join('. ')}
        {wrong && `. ${wrong.label}: ${wrong.problem}`}
      </p>
      <IconButton
        label="Undo"
        variant="subtle"
        reason={state.canUndo ? null : 'There is nothing to take back.'}
        onClick={() => edit.undo()}
      >
        <IconArrowBackUp size={16} />
      </IconButton>
      <IconButton
        label="Redo"
        variant="subtle"
        reason={state.canRedo ? null : 'There is nothing to do again.'}
        onClick={() => edit.redo()}
      >
        <IconArrowForwardUp size={16} />
      </IconButton>
      <ReasonButton
        size="xs"
        variant="subtle"
        reason={edit.dirty ? null : NOTHING}
        onClick={() => void discard(edit)}
      >
        Discard
      </ReasonButton>
      <ReasonButton
        size="xs"
        variant="default"
        reason={changes.length === 0 ? NOTHING : null}
        onClick={() => showReview(edit)}
      >
        Review
      </ReasonButton>
      <ReasonButton
        size="xs"
        loading={applying}
        reason={reason}
        onClick={() => void applyWithUndo(edit).then((done) => done && onApplied?.())}
      >
        {applyLabel}
      </ReasonButton>
    </section>
  );
}

/** What has still to be chosen in a device that is new or changed. */
function missingIn(edit: MachineEdit): string | null {
  const { changes } = edit.store.getState();
  if (changes.length === 0) return null;
  const changed = edit.changedDevices(changes);
  for (const device of edit.domain.devices) {
    if (!changed.has(device.element)) continue;
    const form = formOf(device);
    const missing = form.missing(device, edit.domain);
    if (missing !== null) return `${form.name(device)}: ${missing}`;
  }
  return null;
}

function applyReason(
  refusal: string | null,
  wrong: string | undefined,
  conflicts: number,
  changes: number,
  draft: boolean,
): string | null {
  if (refusal !== null) return refusal;
  if (wrong !== undefined) return `${wrong} has to be put right first.`;
  if (conflicts > 0) return 'Choose first which values to keep where somebody else has changed the same.';
  return changes === 0 && !draft ? NOTHING : null;
}

async function discard(edit: MachineEdit): Promise<void> {
  const { changes } = edit.store.getState();
  if (changes.length > 1) {
    const answer = await confirm({
      title: `Discard ${changes.length} changes?`,
      body: 'What was changed here and not applied is lost.',
      confirmLabel: 'Discard',
      danger: true,
    });
    if (!answer.confirmed) return;
  }
  edit.discard();
}

function showReview(edit: MachineEdit): void {
  openDialog((close) => <ReviewDialog edit={edit} onClose={close} />);
}
