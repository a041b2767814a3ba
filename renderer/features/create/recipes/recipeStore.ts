import { create } from 'zustand';
import type { Recipe } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import type { Draft } from '../draft/draft.ts';
import { answersOf } from './answers.ts';

/** The recipes as main last told them. */
export const useRecipes = create<{ readonly list: readonly Recipe[] }>()(() => ({ list: [] }));

/** Reads them again. Throws ApiError. */
export async function loadRecipes(): Promise<void> {
  useRecipes.setState({ list: await client().recipes.list({}) });
}

/** Keeps the answers under a name, in the place of what has that name. */
export async function saveRecipe(name: string, draft: Draft): Promise<void> {
  const { answers } = answersOf(draft);
  await client().recipes.save({ name, method: draft.how.method, time: Date.now(), answers });
  await loadRecipes();
}

/** Forgets the answers under a name. Throws ApiError. */
export async function removeRecipe(name: string): Promise<void> {
  await client().recipes.remove({ name });
  await loadRecipes();
}
