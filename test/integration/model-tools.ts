import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseDocument, serialize, uncovered } from '../../model/index.ts';

const exec = promisify(execFile);

/** Runs a program and gives its output; what it wrote to standard error is in the error. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await exec(program, [...args], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout;
}

/** The same in a folder of its own, which is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'virtdeck-model-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Holds documents against libvirt's own schema, all in one run of the program.
 *
 * @returns the names of those that do not fit, with what is wrong
 */
export async function invalid(schema: string, documents: ReadonlyMap<string, string>): Promise<string[]> {
  return withFolder(async (folder) => {
    const problems: string[] = [];
    for (const [name, xml] of documents) {
      const file = join(folder, 'document.xml');
      await writeFile(file, xml);
      try {
        await exec('virt-xml-validate', [file, schema]);
      } catch (error) {
        problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return problems;
  });
}

/** What is wrong with the model's reading of a document: nothing if it comes back as it was and all is understood. */
export function misread(xml: string): string[] {
  const document = parseDocument(xml);
  const unchanged = serialize(document) === xml ? [] : ['it did not come back as it was'];
  return [...unchanged, ...uncovered(document)];
}

/** Runs jobs, a few at a time. */
export async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  job: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await job(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
