import { access, constants, stat } from 'node:fs/promises';
import { type ApiError, apiError, type FileSource } from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { toVolume } from '../hypervisor/storage.ts';
import { hasControls } from './sources/controls.ts';
import { sharesFiles } from './sources/hostFiles.ts';

/** Where a disk's or drive's content is, as a definition names it. */
export type DiskPlace =
  | { readonly file: string }
  | { readonly dev: string }
  | { readonly pool: string; readonly volume: string };

/** An installation medium, looked at as far as that is possible. */
export interface Medium {
  readonly place: DiskPlace;
  readonly warnings: readonly string[];
  /** Why it cannot be used; null: it can, as far as is known. */
  readonly problem: ApiError | null;
}

/** Looks whether the medium is there. */
export async function findMedium(host: Hypervisor, media: FileSource): Promise<Medium> {
  return media.kind === 'volume'
    ? volumeMedium(host, media.pool, media.volume)
    : pathMedium(host, media.path);
}

/** The place of a volume: its path where it is a file or device of the host. */
export async function findVolume(
  host: Hypervisor,
  pool: string,
  volume: string,
): Promise<{ place: DiskPlace; format: string | null } | null> {
  const doing = `Looking for volume ${volume} in pool ${pool} on ${host.connection.name}`;
  const [found] = await host.connection.call('volumeDetails', { pool, volumes: [volume] }, doing);
  if (!found) return null;
  const { type, path, format } = toVolume(found);
  if (type === 'file') return { place: { file: path }, format };
  if (type === 'block') return { place: { dev: path }, format };
  return { place: { pool, volume }, format };
}

async function volumeMedium(host: Hypervisor, pool: string, volume: string): Promise<Medium> {
  const found = await findVolume(host, pool, volume);
  if (found) return { place: found.place, warnings: [], problem: null };
  const problem = apiError(
    'not-found',
    `The pool ${pool} on ${host.connection.name} has no volume ${volume}.`,
    'Refresh the pool and choose the medium again.',
  );
  return { place: { pool, volume }, warnings: [], problem };
}

async function pathMedium(host: Hypervisor, path: string): Promise<Medium> {
  const place = path.startsWith('/dev/') ? { dev: path } : { file: path };
  const { name } = host.connection;
  if (!path.startsWith('/')) {
    const problem = apiError(
      'invalid',
      `${path} is no complete path.`,
      'Enter a path that begins with a slash.',
    );
    return { place, warnings: [], problem };
  }
  if (hasControls(path)) {
    const words = 'The path has control characters or line breaks, which no definition can hold.';
    return {
      place,
      warnings: [],
      problem: apiError('invalid', words, 'Rename the file, or choose another.'),
    };
  }
  // The demo host has no files.
  if (host.connection.host?.driver === 'TEST') return { place, warnings: [], problem: null };
  const doing = `Looking for ${path} on ${name}`;
  const known = await host.connection.call('volumeByPath', { path }, doing);
  if (known) return { place, warnings: [], problem: null };
  if (sharesFiles(host)) return localMedium(path, place);
  const warning = `No pool of ${name} knows ${path}: whether it is there cannot be checked. If starting fails, put the file into a pool's folder and refresh the pool.`;
  return { place, warnings: [warning], problem: null };
}

/** On this machine the file itself can be looked at. */
async function localMedium(path: string, place: DiskPlace): Promise<Medium> {
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'EIO');
  if (facts === 'ENOENT' || facts === 'ENOTDIR') {
    const problem = apiError(
      'not-found',
      `There is no file ${path} on this machine.`,
      'Check the path, or choose another medium.',
    );
    return { place, warnings: [], problem };
  }
  if (typeof facts !== 'string' && facts.isDirectory()) {
    const problem = apiError('invalid', `${path} is a folder.`, 'Choose an ISO file.');
    return { place, warnings: [], problem };
  }
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  const warning = `You cannot read ${path} yourself; the hypervisor's user may have the same trouble.`;
  return { place, warnings: readable ? [] : [warning], problem: null };
}
