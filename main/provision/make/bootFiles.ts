import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError, apiError } from '../../../contract/index.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import type { BootFileArtifact } from '../plan/types.ts';
import { withoutSecrets } from '../sources/addresses.ts';
import { openFile } from '../sources/location.ts';

/** No installer's kernel or initrd is larger. */
export const MOST_BYTES = 1024 ** 3;
/** A server that sends a byte now and then is given up after this, in ms. */
const FETCH_MS = 30 * 60_000;

/** A file that was fetched to this machine. */
export interface Fetched {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** The folder of one {@link Fetching}; its name says which process it is of. */
export function fetchingFolder(folder: string): string {
  return join(folder, `${process.pid}-${randomUUID()}`);
}

/**
 * Deletes what processes that were killed have fetched: only one Virtdeck runs with a data folder. Another time, where it
 * cannot be.
 */
export async function removeFetched(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = /^(\d+)-/.exec(name)?.[1];
    if (pid === undefined || Number(pid) === process.pid) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Files on their way from a server to a host. */
export class Fetching {
  readonly #folder: string;

  /** @param folder made when it is needed, and removed by {@link remove} */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Fetches a kernel or an initrd.
   * @throws ApiError that names the address and what is wrong with it; `cancelled`
   */
  async fetch(artifact: BootFileArtifact, job: JobControl): Promise<Fetched> {
    const shown = shownAddress(artifact.source);
    job.stage(`Fetching ${shown}`);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomUUID());
    const late = AbortSignal.timeout(FETCH_MS);
    const signal = AbortSignal.any([job.signal, late]);
    try {
      await receive(artifact.source, path, signal, job);
    } catch (error) {
      if (job.signal.aborted) throw apiError('cancelled', 'Cancelled.');
      if (late.aborted) throw apiError('timeout', `Fetching ${shown} takes too long: it was given up.`);
      if (error instanceof ApiError) throw error;
      const words = error instanceof Error ? error.message : String(error);
      throw apiError('unavailable', `${shown} cannot be fetched: ${words.replace(/\.$/, '')}.`);
    }
    await refuseOthers(path, shown);
    if (artifact.transform) await writeFile(path, await artifact.transform(await readFile(path)));
    return { path, size: (await stat(path)).size };
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function receive(source: string, path: string, signal: AbortSignal, job: JobControl): Promise<void> {
  const file = await openFile(source, { signal });
  let received = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.byteLength;
      if (file.size) job.progress(received / file.size);
      done(received > MOST_BYTES ? tooLarge(source) : null, chunk);
    },
  });
  await pipeline(file.stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  if (file.size === null || received === file.size) return;
  throw apiError(
    'unavailable',
    `${shownAddress(source)} ended early: ${received} of ${file.size} bytes came.`,
    'Try again.',
  );
}

function tooLarge(source: string): Error {
  const words = `${shownAddress(source)} is larger than ${MOST_BYTES / 1024 ** 2} MiB: it is no kernel or initrd.`;
  return apiError('invalid', words, 'Check the address.');
}

/** An empty file, and the page by which a server or a hotel says something else. */
async function refuseOthers(path: string, shown: string): Promise<void> {
  const file = await open(path);
  const head = Buffer.alloc(64);
  const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
  if (bytesRead === 0) throw apiError('invalid', `${shown} is empty.`, 'Check the address.');
  if (/^\s*<(!doctype|html|\?xml)/i.test(head.toString('latin1'))) {
    throw apiError('invalid', `What comes from ${shown} is a web page.`, 'Check the address.');
  }
}

/** An address without user and password. */
function shownAddress(source: string): string {
  return URL.canParse(source) ? withoutSecrets(new URL(source)) : source;
}
