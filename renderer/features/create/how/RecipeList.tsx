import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect } from 'react';
import { confirm } from '../../../ui/confirm.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { reportError } from '../../../ui/notify.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import classes from '../Create.module.css';
import { Dim } from '../parts/Note.tsx';
import { draftFrom } from '../recipes/answers.ts';
import { loadRecipes, removeRecipe, useRecipes } from '../recipes/recipeStore.ts';
import { takeDraft, useWizard } from '../wizardStore.ts';
import { isMethod, METHODS } from './methods.ts';

/** Answers that were kept, to begin with. Nothing is shown where there are none. */
export function RecipeList() {
  const recipes = useRecipes((state) => state.list);
  const { connection } = useWizard((state) => state.draft.how);
  useEffect(() => {
    loadRecipes().catch((error: unknown) => reportError('The recipes could not be read', error));
  }, []);
  if (recipes.length === 0) return null;
  const remove = async (name: string) => {
    const { confirmed } = await confirm({
      title: `Remove the recipe ${name}?`,
      body: 'Machines made with it stay as they are.',
      confirmLabel: 'Remove',
      danger: true,
    });
    if (confirmed) await removeRecipe(name);
  };
  return (
    <Disclosure title="Recipes" hint="Begin with answers that you have kept" open>
      <ul className={classes.recipes} aria-label="Recipes">
        {recipes.map(({ name, method, answers }) => (
          <li key={name}>
            <span className={classes.volumeName}>{name}</span>
            <Dim>{isMethod(method) ? METHODS[method].label : method}</Dim>
            <Button
              variant="default"
              aria-label={`Use recipe ${name}`}
              onClick={() => takeDraft(draftFrom(answers, connection))}
            >
              Use
            </Button>
            <IconButton
              label={`Remove recipe ${name}`}
              onClick={() => {
                remove(name).catch((error: unknown) => reportError(`${name} could not be removed`, error));
              }}
            >
              <IconTrash size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
