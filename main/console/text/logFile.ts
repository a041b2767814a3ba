import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { apiError } from '../../../contract/index.ts';

/** Longest name of a file, in bytes, that leaves room for an ending. */
const MAX_NAME = 200;

/**
 * Makes a new file that only this user can read.
 * @param folder is made where it is missing, for this user alone
 * @throws ApiError: `invalid` for what is no name of a file, `conflict` where the file exists
 */
export async function createLogFile(
  folder: string,
  wish: string,
): Promise<{ path: string; file: FileHandle }> {
  const name = logName(wish);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  try {
    // Exclusive: neither a file nor a link that is there is followed or written over.
    return { path, file: await open(path, 'wx', 0o600) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') {
      throw apiError('conflict', `There is a file ${name} in ${folder} already.`, 'Choose another name.');
    }
    throw apiError('unavailable', `${path} cannot be written: ${reasonOf(error)}`, 'Look at the folder.');
  }
}

/**
 * Opens a file that the user has chosen, empty. One that exists keeps who may read it, a new one is the user's alone.
 * @throws ApiError
 */
export async function openChosen(path: string): Promise<{ path: string; file: FileHandle }> {
  try {
    return { path, file: await open(path, 'w', 0o600) };
  } catch (error) {
    throw apiError('unavailable', `${path} cannot be written: ${reasonOf(error)}`, 'Choose another place.');
  }
}

/** What the system says of a failure, without our words around it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^[A-Z0-9]+: /, '').replace(/, (open|write|mkdir|close).*$/, '');
}

function logName(wish: string): string {
  const name = wish.trim();
  if (name === '' || name.startsWith('.') || /[/\p{Cc}]/u.test(name) || Buffer.byteLength(name) > MAX_NAME) {
    throw apiError(
      'invalid',
      'This is no name for a file: it has to be one without slashes that does not begin with a dot.',
    );
  }
  return /\.[A-Za-z0-9]{1,8}$/.test(name) ? name : `${name}.log`;
}
