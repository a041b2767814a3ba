import { Button, CloseButton } from '@mantine/core';
import type { ApiErrorData, EditConflict, EditOutcome } from '../../../../contract/index.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { useEdit, useEditState } from '../edit/context.tsx';
import { applyWithUndo } from './applied.tsx';
import classes from './Hardware.module.css';

/** What others did meanwhile, what both changed, and what came of applying. */
export function Notices() {
  const edit = useEdit();
  const { notice, conflicts, applyError, result, error } = useEditState((state) => state);
  const open = (result?.changes ?? []).filter((change) => change.problem !== undefined);
  const kept = (result?.storage ?? []).filter((storage) => storage.problem !== undefined);
  return (
    <div className={classes.notices}>
      {error && (
        <ErrorView
          title="The definition could not be read again"
          error={error}
          again={() => void edit.reload()}
        />
      )}
      {applyError && <ErrorView title={failureTitle(applyError.kind)} error={applyError} />}
      {result?.refused && <Refused message={result.refused.message} mayForce={result.refused.mayForce} />}
      {open.length + kept.length > 0 && (
        <div className={classes.notice} role="status">
          <div>
            Not everything could be done at once:
            <ul>
              {open.map((change) => (
                <li key={change.key}>{outcomeWords(change)}</li>
              ))}
              {kept.map(({ path, problem }) => (
                <li key={path}>
                  {path} was not deleted: {problem}
                </li>
              ))}
            </ul>
          </div>
          <CloseButton aria-label="Dismiss" onClick={() => edit.dismissResult()} />
        </div>
      )}
      {notice !== null && (
        <div className={classes.notice} role="status">
          <div>{notice}</div>
          <CloseButton aria-label="Dismiss" onClick={() => edit.dismissNotice()} />
        </div>
      )}
      {conflicts.map((conflict) => (
        <Conflict key={conflict.key} conflict={conflict} />
      ))}
    </div>
  );
}

/** When the answer was lost, the changes may have been made. */
function failureTitle(kind: ApiErrorData['kind']): string {
  const lost = kind === 'unavailable' || kind === 'timeout';
  return lost ? 'Whether the changes were applied is not known' : 'The changes were not applied';
}

function outcomeWords({ words, saved, live, problem }: EditOutcome): string {
  const now =
    live === 'next-boot' ? 'at the next boot' : live === 'failed' ? 'not in the running machine' : '';
  const kept = saved === 'failed' ? 'not saved' : now;
  return [words, [kept, problem].filter(Boolean).join(': ')].filter(Boolean).join(' — ');
}

function Refused({ message, mayForce }: { message: string; mayForce: boolean }) {
  const edit = useEdit();
  return (
    <div className={classes.notice} data-kind="error" role="alert">
      <div>
        libvirt’s schema refuses this definition: {message}
        {mayForce && ' The definition held things before that the schema may not know.'}
      </div>
      {mayForce && (
        <Button size="compact-xs" variant="default" onClick={() => void applyWithUndo(edit, false)}>
          Apply without the check
        </Button>
      )}
      <CloseButton aria-label="Dismiss" onClick={() => edit.dismissResult()} />
    </div>
  );
}

/** Both values side by side, with a choice. */
function Conflict({ conflict }: { conflict: EditConflict }) {
  const edit = useEdit();
  const { key, words, base, theirs, ours } = conflict;
  return (
    <div className={classes.notice} data-kind="error" role="alert">
      <div>
        {words.charAt(0).toUpperCase() + words.slice(1)} was changed by somebody else too.
        <dl className={classes.sides}>
          <dt>Before</dt>
          <dt>Theirs</dt>
          <dt>Yours</dt>
          <dd>{base ?? 'not set'}</dd>
          <dd>{theirs ?? 'not set'}</dd>
          <dd>{ours ?? 'not set'}</dd>
        </dl>
      </div>
      <Button size="compact-xs" variant="default" onClick={() => edit.resolve(key, 'theirs')}>
        Take theirs
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => edit.resolve(key, 'ours')}>
        Keep yours
      </Button>
    </div>
  );
}
