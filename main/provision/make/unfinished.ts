import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonFile } from '../../settings/jsonFile.ts';
import type { Artifact } from '../plan/types.ts';

/** A volume that was about to be made, under its final name. */
const UnfinishedVolume = z.object({
  pool: z.string(),
  volume: z.string(),
  words: z.string(),
  /** Whether it is for the first boot only. */
  temporary: z.boolean(),
  /** How it looked when it was complete ({@link stampOf}); null: it was being made. */
  stamp: z.string().nullable(),
});
export type UnfinishedVolume = z.infer<typeof UnfinishedVolume>;

/** A machine whose making has not ended: neither with a machine nor with everything removed again. */
export const Unfinished = z.object({
  id: z.string(),
  uri: z.string(),
  name: z.string(),
  /** Of the definition, from the moment before it is saved. */
  uuid: z.string().nullable(),
  volumes: z.array(UnfinishedVolume),
});
export type Unfinished = z.infer<typeof Unfinished>;

/**
 * Machines that are being made, kept on disk before anything of them is made: a Virtdeck that was killed leaves volumes
 * under names that the user may have given to something else since, so that what they are has to be known for certain.
 */
export class UnfinishedMachines {
  readonly #file: JsonFile<Unfinished[]>;
  /** Those that this process makes. */
  readonly #own = new Set<string>();

  /** @param folder the data folder */
  constructor(folder: string, onProblem: (message: string) => void) {
    this.#file = new JsonFile({
      path: join(folder, 'unfinished-machines.json'),
      schema: z.array(Unfinished),
      fallback: () => [],
      onProblem,
    });
  }

  /** Those of a connection that are not being made any more. Only one Virtdeck runs with a data folder. */
  orphans(uri: string): Unfinished[] {
    return this.#file.value.filter((one) => one.uri === uri && !this.#own.has(one.id));
  }

  /** A machine that begins to be made. */
  begin(uri: string, name: string): Making {
    const id = randomUUID();
    this.#own.add(id);
    let now: Unfinished = { id, uri, name, uuid: null, volumes: [] };
    const keep = (change: Partial<Unfinished>): Promise<void> => {
      now = { ...now, ...change };
      return this.#file.set([...this.#others(id), now]);
    };
    const without = ({ pool, name: volume }: Artifact): UnfinishedVolume[] =>
      now.volumes.filter((one) => one.pool !== pool || one.volume !== volume);
    const withVolume = (artifact: Artifact, stamp: string | null): Promise<void> => {
      const { pool, name: volume, words } = artifact;
      const temporary = 'temporary' in artifact && artifact.temporary;
      return keep({ volumes: [...without(artifact), { pool, volume, words, temporary, stamp }] });
    };
    return {
      starts: (artifact) => withVolume(artifact, null),
      complete: withVolume,
      isOthers: (artifact) => keep({ volumes: without(artifact) }),
      temporary: () => now.volumes.filter((one) => one.temporary),
      defines: (uuid) => keep({ uuid }),
      end: () => this.remove(id),
      abandon: () => void this.#own.delete(id),
    };
  }

  /** Keeps of an orphan only the volumes that are still open. */
  async keepOnly({ id }: Unfinished, volumes: UnfinishedVolume[]): Promise<void> {
    const changed = this.#file.value.map((one) => (one.id === id ? { ...one, volumes } : one));
    await this.#file.set(changed);
  }

  async remove(id: string): Promise<void> {
    this.#own.delete(id);
    const others = this.#others(id);
    if (others.length < this.#file.value.length) await this.#file.set(others);
  }

  #others(id: string): Unfinished[] {
    return this.#file.value.filter((one) => one.id !== id);
  }
}

/** What is kept of one machine while it is made. */
export interface Making {
  /** To be awaited before the volume is made: there is none of its name. */
  starts(artifact: Artifact): Promise<void>;
  complete(artifact: Artifact, stamp: string | null): Promise<void>;
  /** Somebody else was faster: the volume of this name is not Virtdeck's. */
  isOthers(artifact: Artifact): Promise<void>;
  /** What has been made for the first boot only. */
  temporary(): UnfinishedVolume[];
  /** To be awaited before the definition is saved. */
  defines(uuid: string): Promise<void>;
  /** The machine is there, or nothing of it. */
  end(): Promise<void>;
  /** Something is left: it is looked at when the host is seen again. */
  abandon(): void;
}
