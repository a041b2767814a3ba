import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { apiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { SendOptions, UploadSource, UploadTarget } from './source.ts';

const MIB = 1024 * 1024;
/** The first part, before the speed of the line is known. */
const FIRST = 32 * MIB;
const LEAST = 8 * MIB;
const MOST = 1024 * MIB;
/** What is lost when the line breaks, at most, in seconds of sending. Each part costs a look at the whole pool. */
const PART_S = 10;
const READ = 256 * 1024;

/** A file of the machine that Virtdeck runs on: the connection's job worker reads it itself. */
export class PathSource implements UploadSource {
  readonly size: number;
  readonly #path: string;
  #part = FIRST;

  private constructor(path: string, size: number) {
    this.#path = path;
    this.size = size;
  }

  /** @throws ApiError when there is no such file, or it cannot be read, or has another size than was said */
  static async open(path: string, size: number): Promise<PathSource> {
    const found = await sizeOf(path);
    if (found === size) return new PathSource(path, size);
    throw apiError(
      'conflict',
      `${path} has ${found} bytes, and not the ${size} it had when it was chosen.`,
      'Choose the file again.',
    );
  }

  async send(
    host: Hypervisor,
    target: UploadTarget,
    offset: number,
    { signal, progress }: SendOptions,
  ): Promise<number> {
    const length = Math.min(this.#part, this.size - offset);
    const started = performance.now();
    const input = { ...target, path: this.#path, offset, length };
    const doing = `Uploading ${this.#path} to ${host.connection.name}`;
    await host.connection.call('uploadPart', input, doing, { signal, onProgress: progress });
    const seconds = (performance.now() - started) / 1000;
    const ideal = (length / Math.max(seconds, 0.001)) * PART_S;
    this.#part = Math.round(Math.min(MOST, Math.max(LEAST, ideal)));
    return length;
  }

  digest(signal: AbortSignal): Promise<string> {
    return fileDigest(this.#path, signal);
  }

  close(): void {}
}

/** SHA-256 of a local file, in hexadecimal. */
export async function fileDigest(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: READ, signal })) hash.update(chunk);
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw apiError('invalid', `${path} is no file.`, 'Choose a file.');
    await (await open(path, 'r')).close();
    return facts.size;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw apiError('not-found', `There is no file ${path} on this machine.`, 'Choose the file again.');
    if (code === 'EACCES' || code === 'EPERM')
      throw apiError('denied', `You may not read ${path}.`, 'Choose a file that you can read.');
    throw error;
  }
}
