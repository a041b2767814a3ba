import { Button } from '@mantine/core';
import type { MediaGuess } from '../../../../contract/index.ts';
import { useOsDatabase } from '../../../state/systems.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import classes from '../Create.module.css';
import { mediumOf, osNameOf, osSourceOf } from '../draft/questions.ts';
import { Dim, Note } from '../parts/Note.tsx';
import { askAgain, change, useWizard } from '../wizardStore.ts';
import { openOsList } from './OsDialog.tsx';

/** Which system will be in the machine: recognised, chosen, or not known. */
export function OsField() {
  const { draft, facts, guess, tree } = useWizard();
  const database = useOsDatabase();
  const name = osNameOf(draft);
  const automatic = draft.os.choice === 'auto';
  const asked = draft.how.method === 'tree' ? tree : guess;
  const reading = automatic && asked.key !== '' && asked.value === null && asked.error === null;
  return (
    <section aria-label="Operating system" className={classes.fields}>
      <span className={classes.fieldLabel} aria-hidden="true">
        Operating system
      </span>
      <div className={classes.osLine}>
        <output aria-live="polite">
          {reading ? 'Reading the medium…' : (name ?? 'Generic')}{' '}
          <Dim>{reading ? '' : origin(automatic, name, guess.value, draft.how.method)}</Dim>
        </output>
        <Button variant="default" onClick={openOsList}>
          Choose
        </Button>
        {!automatic && hasMedium(draft) && (
          <Button variant="subtle" onClick={() => change('os', { choice: 'auto' })}>
            Recognise it again
          </Button>
        )}
      </div>
      {automatic && !reading && name === null && <Dim>{whyUnknown(guess.value)}</Dim>}
      {automatic && guess.value?.os && guess.value.detail && <Note>{guess.value.detail}</Note>}
      {automatic && guess.error && draft.how.method !== 'tree' && (
        <ErrorView title="The medium could not be read" error={guess.error} again={askAgain} />
      )}
      {facts.error && (
        <ErrorView
          title={`What ${name ?? 'the system'} needs could not be read`}
          error={facts.error}
          again={askAgain}
        />
      )}
      {database && !database.available && <Note warning>{database.reason}</Note>}
    </section>
  );
}

function hasMedium(draft: Parameters<typeof mediumOf>[0]): boolean {
  return draft.how.method === 'tree' || osSourceOf(mediumOf(draft)) !== null;
}

function origin(automatic: boolean, name: string | null, guess: MediaGuess | null, method: string): string {
  if (name === null) return automatic ? '' : '(chosen)';
  if (!automatic) return '(chosen)';
  if (method === 'tree') return '(recognised from the tree)';
  if (guess?.by === 'name') return '(by the file’s name)';
  return '(recognised from the medium)';
}

function whyUnknown(guess: MediaGuess | null): string {
  const generic = 'Devices are chosen that most systems can use. Choose the system for better ones.';
  if (guess?.reason === 'unknown') return `The medium is not in the database of systems. ${generic}`;
  if (guess?.reason === 'unreadable') return `The medium could not be read. ${generic}`;
  return generic;
}
