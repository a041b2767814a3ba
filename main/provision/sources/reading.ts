import { finished } from 'node:stream/promises';
import { apiError } from '../../../contract/index.ts';
import type { Location, RemoteFile } from './addresses.ts';

/**
 * The first bytes of a file, fewer where it is shorter; the rest is not fetched. Null: there is none.
 * @throws ApiError as the location does
 */
export async function peek(location: Location, path: string, bytes: number): Promise<Buffer | null> {
  const file = await location.open(path);
  return file && readUpTo(file, bytes);
}

/**
 * The whole text of a small file; null: there is none.
 * @throws ApiError `invalid` when it is larger than `maxBytes`
 */
export async function readText(location: Location, path: string, maxBytes: number): Promise<string | null> {
  const file = await location.open(path);
  if (!file) return null;
  const bytes = await readUpTo(file, maxBytes + 1);
  if (bytes.length <= maxBytes) return bytes.toString('utf8');
  throw apiError('invalid', `${location.shown}${path} is larger than any file of that name should be.`);
}

async function readUpTo({ stream }: RemoteFile, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(part.subarray(0, bytes - length));
    length += part.length;
    if (length >= bytes) break;
  }
  stream.destroy();
  await finished(stream).catch(() => {});
  return Buffer.concat(chunks);
}
