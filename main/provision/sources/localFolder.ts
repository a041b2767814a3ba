import { createReadStream } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { apiError } from '../../../contract/index.ts';
import { insidePath, type Location, type RemoteFile } from './addresses.ts';

/** A folder of this machine. Links that lead out of it are not followed. */
export function folderLocation(folder: string): Location {
  const shown = folder.endsWith('/') ? folder : `${folder}/`;
  const find = async (path: string): Promise<string | null> => {
    const root = await mustBeFolder(folder);
    const found = await realpath(join(root, insidePath(path))).catch(absent);
    if (found === null) return null;
    if (found.startsWith(root === '/' ? root : `${root}/`)) return found;
    throw apiError('denied', `${join(folder, path)} is a link that leads out of ${folder}.`);
  };
  return {
    shown,
    addressOf: (path) => join(folder, insidePath(path)),
    open: async (path) => {
      const found = await find(path);
      return found === null ? null : openLocalFile(found);
    },
    has: async (path) => {
      const found = await find(path);
      return found !== null && (await stat(found)).isFile();
    },
  };
}

/** Opens a file of this machine; null: there is none. */
export async function openLocalFile(path: string): Promise<RemoteFile | null> {
  // Not blocking: a named pipe without a writer would hang here.
  const facts = await stat(path).catch(absent);
  if (facts === null) return null;
  if (!facts.isFile()) throw apiError('invalid', `${path} is no ordinary file.`);
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw apiError('denied', `${path} cannot be read: ${error.message}.`, 'Check its permissions.');
  });
  return { size: facts.size, stream: createReadStream('', { fd: file }) };
}

async function mustBeFolder(folder: string): Promise<string> {
  const found = await realpath(folder).catch(absent);
  if (found === null) {
    throw apiError('not-found', `There is no folder ${folder} on this machine.`, 'Check the path.');
  }
  if ((await stat(found)).isDirectory()) return found;
  throw apiError(
    'invalid',
    `${folder} is no folder.`,
    'Choose the folder that the installation tree is in; an ISO file is chosen under “ISO or CD-ROM”.',
  );
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw apiError('denied', `It cannot be read: ${error.message}.`, 'Check the permissions.');
}
