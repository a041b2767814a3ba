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

  /** Those of a connection. */
  of(uri: string): Leftover[] {
    return this.#file.value.filter((one) => one.uri === uri);
  }

  /** To be called before the volume is made. */
  async add(leftover: Leftover): Promise<void> {
    await this.#file.set([...this.#file.value, leftover]);
  }

  /** It is gone, or somebody else looks after it now. */
  async remove({ uri, pool, volume }: Leftover): Promise<void> {
    const others = this.#file.value.filter(
      (one) => one.uri !== uri || one.pool !== pool || one.volume !== volume,
    );
    if (others.length < this.#file.value.length) await this.#file.set(others);
  }
}
