import { posix } from 'node:path';
import { ApiError, apiError, type FolderListing, type FolderRequest } from '../../../../contract/index.ts';
import type { Hypervisor } from '../../../hypervisor/hypervisor.ts';
import { listPools, listVolumes } from '../../../hypervisor/storage.ts';
import { hasControls } from '../controls.ts';
import { sharesFiles } from '../hostFiles.ts';
import type { Found, Wanted } from './entries.ts';
import { localFolder } from './localFolder.ts';
import { folderOfPools, type PoolFolder, poolFolders } from './poolFolder.ts';
import { missingFolder } from './refusals.ts';
import { sshFolder } from './sshFolder.ts';

/** A folder of a network file system that has gone answers never. */
const READ_MS = 30_000;

/**
 * Reads a folder of a host: here, or over its ssh connection, with what the user may see there; where that is nothing,
 * what the host's pools have in it.
 * @throws ApiError `invalid`, `not-found`, `denied`, `timeout`
 */
export async function browseFolder(host: Hypervisor, request: FolderRequest): Promise<FolderListing> {
  const pools = poolFolders(await poolsOf(host));
  const path = folderPath(request.path, pools);
  const files = await readFiles(host, path, request).catch((error: unknown) => {
    if (error instanceof ApiError && error.kind === 'denied') return error;
    throw error;
  });
  if (files && !(files instanceof ApiError)) return { ...files, note: null, pools };
  const known = await readPools(host, path, pools, request);
  if (known) return { ...known, note: noteOn(host, files), pools };
  throw files ?? missingInPools(host, path);
}

/** A driver without storage has no pools, which is no reason not to see its files. */
async function poolsOf(host: Hypervisor) {
  return listPools(host).catch((error: unknown) => {
    if (error instanceof ApiError && error.kind === 'unsupported') return [];
    throw error;
  });
}

function folderPath(wish: string, pools: readonly PoolFolder[]): string {
  if (wish === '') return (pools.find(({ name }) => name === 'default') ?? pools[0])?.path ?? '/';
  if (!wish.startsWith('/')) {
    throw apiError('invalid', `${wish} is no complete path.`, 'Enter a path that begins with a slash.');
  }
  if (hasControls(wish)) {
    throw apiError('invalid', 'The path has control characters or line breaks.', 'Enter another path.');
  }
  return posix.normalize(wish).replace(/(.)\/+$/, '$1');
}

/** Null: the host's files cannot be seen from here. */
async function readFiles(
  host: Hypervisor,
  path: string,
  wanted: Wanted,
): Promise<(Found & { path: string }) | null> {
  if (host.connection.host?.driver === 'TEST') return null;
  const signal = AbortSignal.timeout(READ_MS);
  if (sharesFiles(host)) return inTime(localFolder(path, wanted), path, signal);
  const session = await host.connection.session(signal).catch(() => null);
  if (!session) return null;
  return sshFolder(session, path, wanted, { host: host.connection.name, signal });
}

function inTime<T>(work: Promise<T>, path: string, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    const words = `The folder ${path} does not answer.`;
    const hint = 'If it is on a network file system, look whether its server is there.';
    signal.addEventListener('abort', () => reject(apiError('timeout', words, hint)), { once: true });
  });
  return Promise.race([work, late]);
}

async function readPools(
  host: Hypervisor,
  wish: string,
  pools: readonly PoolFolder[],
  wanted: Wanted,
): Promise<(Found & { path: string }) | null> {
  const above = posix.dirname(wish);
  const isIn = (folder: string): boolean => pools.some((pool) => pool.path === folder);
  const path = !isIn(wish) && isIn(above) ? above : wish;
  const here = pools.filter((pool) => pool.path === path);
  const volumes = await Promise.all(here.map((pool) => listVolumes(host, pool.name, false)));
  const found = folderOfPools(path, pools, volumes.flat(), wanted);
  return found && { path, ...found };
}

function noteOn(host: Hypervisor, refusal: ApiError | null): string {
  if (refusal) return `${refusal.message} Shown is what libvirt’s storage pools have there.`;
  const { name } = host.connection;
  return `The files of ${name} cannot be seen over this connection, only what its storage pools have. Over ssh they could.`;
}

function missingInPools(host: Hypervisor, path: string): ApiError {
  const { name } = host.connection;
  if (host.connection.host?.driver === 'TEST') return missingFolder(path, name);
  return apiError(
    'unavailable',
    `The files of ${name} cannot be seen over this connection, and none of its pools is in ${path}.`,
    'Type the path of the file, or go to a pool’s folder.',
  );
}
