import type { Dirent, Stats } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { apiError, type FolderEntry } from '../../../../contract/index.ts';
import { type Found, inOrder, isUsable, isWanted, MOST_ENTRIES, type Wanted } from './entries.ts';
import { deniedFolder, missingFolder } from './refusals.ts';

/** Names looked at; a folder with more is told in part. */
const MOST_NAMES = 200_000;
/** Files asked at the same time. */
const AT_ONCE = 32;

/**
 * Reads a folder of this machine, or the one that a file is in.
 * @throws ApiError `not-found`, `denied`
 */
export async function localFolder(path: string, wanted: Wanted): Promise<Found & { path: string }> {
  try {
    const folder = (await stat(path)).isDirectory() ? path : dirname(path);
    return { path: folder, ...(await read(folder, wanted)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missingFolder(path, 'this machine');
    if (code === 'EACCES' || code === 'EPERM') throw deniedFolder(path, 'you');
    const words = error instanceof Error ? error.message : String(error);
    throw apiError('unavailable', `The folder ${path} cannot be read: ${words}.`, 'Choose another folder.');
  }
}

async function read(folder: string, wanted: Wanted): Promise<Found> {
  const named: Pick<FolderEntry, 'name' | 'kind'>[] = [];
  let seen = 0;
  let unusable = 0;
  for await (const one of await opendir(folder)) {
    seen += 1;
    if (seen > MOST_NAMES) break;
    if (!isWanted(one.name, wanted)) continue;
    if (isUsable(one.name)) named.push({ name: one.name, kind: await kindOf(folder, one) });
    else unusable += 1;
  }
  const shown = inOrder(named).slice(0, MOST_ENTRIES);
  const entries: FolderEntry[] = [];
  for (let at = 0; at < shown.length; at += AT_ONCE) {
    const part = shown.slice(at, at + AT_ONCE).map((one) => withFacts(folder, one));
    entries.push(...(await Promise.all(part)));
  }
  return { entries, more: seen > MOST_NAMES || named.length > MOST_ENTRIES, unusable };
}

/** What the folder itself tells is enough for everything but links. */
async function kindOf(folder: string, entry: Dirent): Promise<FolderEntry['kind']> {
  const facts = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => null) : entry;
  return facts === null ? 'other' : kindIn(facts);
}

function kindIn(facts: Dirent | Stats): FolderEntry['kind'] {
  if (facts.isDirectory()) return 'folder';
  if (facts.isFile()) return 'file';
  return facts.isBlockDevice() ? 'device' : 'other';
}

async function withFacts(
  folder: string,
  { name, kind }: Pick<FolderEntry, 'name' | 'kind'>,
): Promise<FolderEntry> {
  const facts = await stat(join(folder, name)).catch(() => null);
  const size = kind === 'file' && facts ? facts.size : null;
  return { name, kind, size, modified: facts ? Math.round(facts.mtimeMs) : null };
}
