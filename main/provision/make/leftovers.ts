import { join } from 'node:path';
import { z } from 'zod';
import { JsonFile } from '../../settings/jsonFile.ts';

const Leftover = z.object({ uri: z.string(), pool: z.string(), volume: z.string() });
export type Leftover = z.infer<typeof Leftover>;

/**
 * Volumes that Virtdeck has made for a while, under names that nobody else has: kept on disk, so that one that ended
 * unexpectedly deletes them when it sees the host again.
 */
export class Leftovers {
  readonly #file: JsonFile<Leftover[]>;
  /** Those that this process has made and looks after. */
  readonly #own = new Set<string>();

  /** @param folder the data folder */
  constructor(folder: string) {
    this.#file = new JsonFile({
      path: join(folder, 'temporary-volumes.json'),
      schema: z.array(Leftover),
      fallback: () => [],
      // What cannot be kept is deleted by whoever made it, as long as this process lives.
      onProblem: () => {},
    });
  }

  /** Those of a connection that nobody looks after. Only one Virtdeck runs with a data folder. */
  orphans(uri: string): Leftover[] {
    return this.#file.value.filter((one) => one.uri === uri && !this.#own.has(keyOf(one)));
  }

  /** To be called before the volume is made. */
  async add(leftover: Leftover): Promise<void> {
    this.#own.add(keyOf(leftover));
    await this.#file.set([...this.#file.value, leftover]);
  }

  /** Nobody looks after it any more: it goes when its host is seen again. */
  abandon(leftover: Leftover): void {
    this.#own.delete(keyOf(leftover));
  }

  /** It is gone, or has become something that stays. */
  async remove(leftover: Leftover): Promise<void> {
    this.#own.delete(keyOf(leftover));
    const others = this.#file.value.filter((one) => keyOf(one) !== keyOf(leftover));
    if (others.length < this.#file.value.length) await this.#file.set(others);
  }
}

function keyOf({ uri, pool, volume }: Leftover): string {
  return JSON.stringify([uri, pool, volume]);
}
