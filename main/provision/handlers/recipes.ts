import type { Handlers } from '../../../contract/index.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { Recipes } from '../../settings/recipes.ts';

/** The calls about the wizard's recipes. */
export function recipeHandlers(recipes: Recipes): Handlers<Caller>['recipes'] {
  return {
    list: () => recipes.list,
    save: async (recipe) => {
      await recipes.save(recipe);
      return {};
    },
    remove: async ({ name }) => {
      await recipes.remove(name);
      return {};
    },
  };
}
