import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Timestamp, XmlText } from '../../contract/index.ts';
import { writeAtomically } from './jsonFile.ts';

/** A definition that was replaced, with when and why. */
export const HistoryEntry = z.object({
  time: Timestamp,
  /** In words: "Deleted", "Hardware changed". */
  cause: z.string(),
  uri: z.string(),
  uuid: z.string(),
  name: z.string(),
  xml: XmlText,
  /** Who replaced it; `other`: another program, and Virtdeck saw it. */
  by: z.enum(['virtdeck', 'other']).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** An entry with the name that it is kept under. */
export type StoredEntry = HistoryEntry & { readonly id: string };

/** Definitions kept for one domain; the oldest go first. */
const KEPT = 100;

/**
 * The local history of definitions (design, section 4): one file per definition that was replaced,
 * under a folder per connection and domain, so that adding never rewrites what is there.
 */
export class DefinitionHistory {
  readonly #folder: string;
  #sequence = 0;

  /** @param folder the data folder ($XDG_DATA_HOME/virtdeck) */
  constructor(folder: string) {
    this.#folder = join(folder, 'definitions');
  }

  /** Keeps a definition. Throws when it cannot: the caller must then not replace it. */
  async keep(entry: HistoryEntry): Promise<void> {
    const folder = this.#place(entry.uri, entry.uuid);
    this.#sequence += 1;
    const name = `${String(entry.time).padStart(15, '0')}-${process.pid}-${this.#sequence}.json`;
    await writeAtomically(join(folder, name), JSON.stringify(entry));
    const names = await definitionFiles(folder);
    const old = names.slice(0, Math.max(0, names.length - KEPT));
    await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
  }

  /** The definitions kept for a domain, newest first. Files that cannot be read are left out. */
  async list(uri: string, uuid: string): Promise<StoredEntry[]> {
    const folder = this.#place(uri, uuid);
    const names = (await definitionFiles(folder)).reverse();
    const entries = await Promise.all(
      names.map(async (name): Promise<StoredEntry | null> => {
        const entry = await readEntry(join(folder, name));
        return entry && { ...entry, id: name.replace(/\.json$/, '') };
      }),
    );
    return entries.filter((entry) => entry !== null);
  }

  /** One of a domain's entries; null when there is none of that id. */
  async find(uri: string, uuid: string, id: string): Promise<HistoryEntry | null> {
    return /^[0-9-]{1,100}$/.test(id) ? readEntry(join(this.#place(uri, uuid), `${id}.json`)) : null;
  }

  #place(uri: string, uuid: string): string {
    const connection = createHash('sha256').update(uri).digest('hex').slice(0, 16);
    const domain = /^[0-9a-f-]{1,64}$/.test(uuid) ? uuid : createHash('sha256').update(uuid).digest('hex');
    return join(this.#folder, connection, domain);
  }
}

async function definitionFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).sort();
}

async function readEntry(path: string): Promise<HistoryEntry | null> {
  try {
    const json: unknown = JSON.parse(await readFile(path, 'utf8'));
    const result = HistoryEntry.safeParse(json);
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
