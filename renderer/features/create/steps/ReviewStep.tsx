import { Button, Checkbox, Group, Loader, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconPencil } from '@tabler/icons-react';
import { useEffect } from 'react';
import { connectionTitle, useConnection } from '../../../state/connections.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { reportError } from '../../../ui/notify.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import classes from '../Create.module.css';
import { osNameOf } from '../draft/questions.ts';
import { summaryOf } from '../draft/summary.ts';
import { Mistake, Note } from '../parts/Note.tsx';
import { loadRecipes } from '../recipes/recipeStore.ts';
import { Definition } from '../review/Definition.tsx';
import { openEditBefore } from '../review/openEditBefore.tsx';
import { openSaveRecipe } from '../review/SaveRecipe.tsx';
import { answersKey, type PlanView, usePlan } from '../review/usePlan.ts';
import { change, useWizard } from '../wizardStore.ts';
import type { StepProps } from './stepProps.ts';

/** The summary, the name, and exactly what would be made. */
export function ReviewStep({ name, problems }: StepProps) {
  const { draft, failure, defaults } = useWizard();
  const { review } = draft;
  const connection = useConnection(draft.how.connection ?? '');
  const view = usePlan(name.problem === null && !name.checking);
  const { spec, plan, error, again } = view;
  useEffect(() => {
    loadRecipes().catch((thrown: unknown) => reportError('The recipes could not be read', thrown));
  }, []);
  const host = connection ? connectionTitle(connection) : '';
  return (
    <Stack gap="lg">
      {failure && (
        <ErrorView
          title={`${failure.name} was not created. It ${failure.cancelled ? 'was cancelled' : 'failed'} at: ${failure.stage}`}
          error={failure.error}
        />
      )}
      <div className={classes.pair}>
        <TextInput
          label="Name"
          value={review.name}
          onChange={(event) => change('review', { name: event.currentTarget.value, nameTyped: true })}
          error={name.problem ?? problems.name}
          rightSection={name.checking ? <Loader size={14} aria-label="Checking the name" /> : null}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label="Title"
          placeholder="none"
          value={review.title}
          onChange={(event) => change('review', { title: event.currentTarget.value })}
          autoComplete="off"
        />
      </div>
      <Checkbox
        label="Start it whenever the host starts"
        checked={review.autostart}
        onChange={(event) => change('review', { autostart: event.currentTarget.checked })}
      />
      {spec && (
        <section aria-label="Summary">
          <Facts facts={summaryOf(spec, { host, system: osNameOf(draft), defaults: defaults.value })} />
        </section>
      )}
      {error && <ErrorView title="The definition could not be prepared" error={error} again={again} />}
      {plan && plan.problems.length > 0 && <Problems problems={plan.problems} />}
      {plan?.warnings.map((warning) => (
        <Note key={warning} warning>
          {warning}
        </Note>
      ))}
      <Edited view={view} />
      <Actions view={view} name={review.name.trim()} />
      {view.loading && <Loader size="sm" aria-label="Preparing the definition" />}
      {plan && <Definition plan={plan} name={review.name.trim()} />}
    </Stack>
  );
}

/** What would make it fail as things stand. Create says the same, should it still be so then. */
function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <section aria-label="What is in the way" className={classes.fields}>
      {problems.map((problem) => (
        <Mistake key={problem}>{problem}</Mistake>
      ))}
    </section>
  );
}

/** A definition edited by hand is used as it is: that has to be said, and the more when answers have changed. */
function Edited({ view: { spec } }: { view: PlanView }) {
  const { edited, editedFor } = useWizard((state) => state.draft.review);
  if (edited === null) return null;
  const outdated = spec !== null && answersKey(spec) !== editedFor;
  return (
    <Note warning={outdated}>
      {outdated
        ? 'The definition was edited, and answers have been changed since: what they change is not in it. '
        : 'The definition was edited by hand. '}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => change('review', { edited: null, editedFor: '' })}
      >
        Discard the edits
      </Button>
    </Note>
  );
}

function Actions({ view: { spec, plan }, name }: { view: PlanView; name: string }) {
  return (
    <Group gap="xs">
      <ReasonButton
        variant="default"
        leftSection={<IconPencil size={15} />}
        reason={plan && spec ? null : 'The definition is not prepared yet.'}
        onClick={() => {
          if (!plan || !spec) return;
          const { connection } = spec;
          openEditBefore({ connection, name, xml: plan.xml, answers: answersKey(spec) });
        }}
      >
        Edit before install
      </ReasonButton>
      <Button variant="default" leftSection={<IconBookmark size={15} />} onClick={openSaveRecipe}>
        Save as recipe
      </Button>
    </Group>
  );
}
