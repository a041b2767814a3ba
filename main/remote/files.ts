import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Nobody writes longer ones by hand. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Opens a file to read it. Without waiting: a pipe that nobody writes to would keep us for ever. */
export function openToRead(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NONBLOCK);
}

/** A small text file of the user; null where it cannot be read, is none, or is huge. */
export async function readFile(path: string): Promise<string | null> {
  const file = await openToRead(path).catch(() => null);
  try {
    const info = await file?.stat();
    if (!file || !info?.isFile() || info.size > MAX_BYTES) return null;
    return await file.readFile('utf8');
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

/** The files that a pattern with `*` and `?` in its last part means, sorted; the path itself where it has none. */
export async function glob(pattern: string): Promise<string[]> {
  const last = basename(pattern);
  if (!/[*?]/.test(last)) return [pattern];
  const names = await readdir(dirname(pattern)).catch(() => []);
  const source = last
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const fits = new RegExp(`^${source}$`);
  return names
    .filter((name) => fits.test(name) && (!name.startsWith('.') || last.startsWith('.')))
    .sort()
    .map((name) => join(dirname(pattern), name));
}
