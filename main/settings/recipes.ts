import { join } from 'node:path';
import { z } from 'zod';
import { apiError, Recipe } from '../../contract/index.ts';
import { JsonFile } from './jsonFile.ts';

/** More than anybody keeps; a limit so that the file stays one that is read at the start. */
const LIMIT = 200;
/** Characters of one recipe: the documents of cloud-init are the largest part. */
const LARGEST = 2 * 1024 * 1024;

const RecipesFile = z.object({ version: z.literal(1), recipes: z.array(Recipe) });

/** Choices of the New machine wizard that the user keeps under a name: `recipes.json` in the configuration. */
export class Recipes {
  readonly #file: JsonFile<z.infer<typeof RecipesFile>>;

  /** @param folder the configuration folder ($XDG_CONFIG_HOME/virtdeck) */
  constructor(folder: string, onProblem: (message: string) => void) {
    this.#file = new JsonFile({
      path: join(folder, 'recipes.json'),
      schema: RecipesFile,
      fallback: () => ({ version: 1 as const, recipes: [] }),
      salvage,
      onProblem,
    });
  }

  /** By name. */
  get list(): Recipe[] {
    return [...this.#file.value.recipes].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Keeps one, in the place of one of the same name. What looks like a secret is not written. */
  async save(recipe: Recipe): Promise<void> {
    const clean: Recipe = {
      ...recipe,
      answers: z.record(z.string(), z.unknown()).parse(blank(recipe.answers)),
    };
    if (JSON.stringify(clean).length > LARGEST) {
      throw apiError('invalid', `${recipe.name} is too large to be kept as a recipe.`);
    }
    const others = this.#file.value.recipes.filter(({ name }) => name !== recipe.name);
    if (others.length >= LIMIT) {
      throw apiError('conflict', `There are ${LIMIT} recipes already.`, 'Remove some that are not used.');
    }
    await this.#file.set({ version: 1, recipes: [...others, clean] });
  }

  async remove(name: string): Promise<void> {
    const { recipes } = this.#file.value;
    await this.#file.set({ version: 1, recipes: recipes.filter((recipe) => recipe.name !== name) });
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }
}

/** The names that the wizard gives to what nobody else may read. */
const SECRET_NAME = /password|passphrase|secret|productkey/i;

/**
 * A copy without values that stand under a secret's name. The wizard leaves them out itself; this makes
 * sure of it, whoever calls.
 */
function blank(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blank);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      SECRET_NAME.test(name) && typeof part === 'string' ? '' : blank(part),
    ]),
  );
}

/** The recipes of a damaged file that can still be read. */
function salvage(value: unknown): z.infer<typeof RecipesFile> | null {
  const list = z.object({ recipes: z.array(z.unknown()) }).safeParse(value);
  if (!list.success) return null;
  const recipes = list.data.recipes.flatMap((one) => {
    const read = Recipe.safeParse(one);
    return read.success ? [read.data] : [];
  });
  return { version: 1, recipes };
}
