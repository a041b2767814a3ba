import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiErrorData } from '../../../../contract/index.ts';
import { toErrorData } from '../../../state/host.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { showNotice } from '../../../ui/notify.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { Dim, Note } from '../parts/Note.tsx';
import { answersOf } from '../recipes/answers.ts';
import { saveRecipe, useRecipes } from '../recipes/recipeStore.ts';
import { useWizard } from '../wizardStore.ts';

/** Keeps the answers under a name, to begin with them another time. */
export function openSaveRecipe(): void {
  openDialog((close) => <SaveRecipe onClose={close} />);
}

function SaveRecipe({ onClose }: { onClose: () => void }) {
  const draft = useWizard((state) => state.draft);
  const known = useRecipes((state) => state.list);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const { leftOut } = answersOf(draft);
  const wanted = name.trim();
  const exists = known.some((recipe) => recipe.name === wanted);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      await saveRecipe(wanted, draft);
      showNotice('success', 'Recipe saved', `${wanted} is offered in the first step.`);
      onClose();
    } catch (thrown) {
      setError(toErrorData(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} title="Save as recipe" size={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') void save();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label="Recipe’s name"
            maxLength={128}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
          />
          <Dim>All answers are kept except the host and the machine’s name.</Dim>
          {leftOut.length > 0 && <Note>Left out, since it is or may be secret: {leftOut.join(', ')}.</Note>}
          {exists && <Note warning>It takes the place of the recipe of that name.</Note>}
          {error && <ErrorView title="The recipe was not saved" error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <ReasonButton type="submit" loading={busy} reason={wanted === '' ? 'It needs a name.' : null}>
              {exists ? 'Replace' : 'Save'}
            </ReasonButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
