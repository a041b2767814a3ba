import { readFileSync, renameSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { makeFolder } from '../runtime/makeFolder.ts';

export interface JsonFileOptions<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly fallback: () => T;
  /** What can be saved of a value that does not fit the schema; null: nothing. */
  readonly salvage?: (value: unknown) => T | null;
  /** Told, in words for the user, when the file could not be read or written. */
  readonly onProblem: (message: string) => void;
}

/**
 * One JSON file of the user's configuration, small enough to be kept whole in memory. Damage never
 * stops the program: the damaged file is kept aside, the user is told, and what can be read is used.
 * Writes are atomic (written beside, flushed, renamed), one at a time, and only the newest counts.
 */
export class JsonFile<T> {
  readonly #options: JsonFileOptions<T>;
  #value: T;
  #dirty = false;
  /** There is a file that could not be read: it must not be written over. */
  #unread = false;
  #writing: Promise<void> | null = null;

  constructor(options: JsonFileOptions<T>) {
    this.#options = options;
    this.#value = this.#read();
  }

  get value(): T {
    return this.#value;
  }

  /** Takes a new value and writes it soon. Await the result to know that it is on the disk. */
  set(value: T): Promise<void> {
    this.#value = value;
    this.#dirty = true;
    this.#writing ??= this.#writeAll().then(() => {
      this.#writing = null;
      // Set after the last look at it, and before this.
      return this.#dirty ? this.set(this.#value) : undefined;
    });
    return this.#writing;
  }

  /** Resolves when nothing is left to be written. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  #read(): T {
    const { path, schema, fallback, salvage, onProblem } = this.#options;
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      this.#unread = !isMissing(error);
      if (this.#unread) onProblem(`${path} cannot be read (${reason(error)}); defaults are used.`);
      return fallback();
    }
    const json = parse(text);
    const result = json === undefined ? null : schema.safeParse(json);
    if (result?.success) return result.data;
    const saved = json === undefined ? null : (salvage?.(json) ?? null);
    const used = saved === null ? 'Defaults are used' : 'What could be read of it is used';
    try {
      const aside = this.#moveAside('damaged');
      onProblem(`${path} is damaged. ${used}; the damaged file is kept as ${aside}.`);
    } catch (error) {
      this.#unread = true;
      onProblem(`${path} is damaged. ${used}; it could not be kept aside (${reason(error)}).`);
    }
    // The next start finds what this one uses.
    if (saved !== null) void this.set(saved);
    return saved ?? fallback();
  }

  /** Returns where the file is then. */
  #moveAside(why: 'damaged' | 'unread'): string {
    const aside = `${this.#options.path}.${why}-${new Date().toISOString().replaceAll(':', '')}`;
    renameSync(this.#options.path, aside);
    this.#unread = false;
    return aside;
  }

  async #writeAll(): Promise<void> {
    while (this.#dirty) {
      this.#dirty = false;
      try {
        if (this.#unread) this.#moveAside('unread');
        await writeAtomically(this.#options.path, `${JSON.stringify(this.#value, null, 2)}\n`);
      } catch (error) {
        this.#options.onProblem(`${this.#options.path} cannot be written: ${reason(error)}.`);
      }
    }
  }
}

/** Writes a file that only its owner may read so that it is either old or new, never half. Nothing else is left. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  makeFolder(dirname(path));
  const beside = `${path}.${process.pid}.new`;
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value ?? undefined;
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
