import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { apiError, type OsSource } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { toVolume } from '../../hypervisor/storage.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import { sharesFiles } from '../sources/hostFiles.ts';
import { SECTOR } from './iso9660.ts';
import { headOverSsh } from './sshHeads.ts';

/** All volume descriptors of an ISO 9660 image, and its boot catalog as a rule. */
export const HEAD_BYTES = 64 * 1024;

/** How long a host may take for it, in ms. */
export const HEAD_MS = 20_000;

/** The beginning of a file, wherever it is. */
export interface Head {
  /** What it is called, without its folder. */
  readonly name: string;
  /** The first 64 KiB, or all of a shorter file. */
  readonly bytes: Uint8Array;
  /** Of the whole file; null: unknown, as with drives. */
  readonly size: number | null;
  /** A sector of it, from an offset that is a multiple of one; null: it cannot be had. */
  readSector(offset: number): Promise<Uint8Array | null>;
}

/**
 * Reads the beginning of what a system is to be recognised by.
 * @throws ApiError why it cannot be read
 */
export async function readHead(host: Hypervisor, source: OsSource, signal: AbortSignal): Promise<Head> {
  switch (source.kind) {
    case 'header':
      return givenHead(source);
    case 'local':
      return fileHead(source.path);
    case 'volume':
      return volumeHead(host, await findVolume(host, source.pool, source.volume, signal), signal);
    case 'path':
      return pathHead(host, source.path, signal);
  }
}

function givenHead({ name, size, base64 }: Extract<OsSource, { kind: 'header' }>): Head {
  const bytes = Buffer.from(base64, 'base64').subarray(0, HEAD_BYTES);
  return { name: basename(name), bytes, size, readSector: async () => null };
}

/** A volume that a pool knows first; then the file itself, where it is here or ssh leads to it. */
async function pathHead(host: Hypervisor, path: string, signal: AbortSignal): Promise<Head> {
  const { connection } = host;
  if (!path.startsWith('/')) throw apiError('invalid', `${path} is no complete path.`);
  const doing = `Looking for ${path} on ${connection.name}`;
  const options = { signal, timeoutMs: HEAD_MS };
  const known = await connection.call('volumeByPath', { path }, doing, options);
  // The volumes of the demo host have no bytes.
  if (known && connection.host?.driver !== 'TEST') return volumeHead(host, known, signal);
  if (sharesFiles(host)) return fileHead(path);
  const session = await connection.session(signal).catch(() => null);
  if (session) return headOverSsh(session, path, { host: connection.name, signal, bytes: HEAD_BYTES });
  throw apiError(
    'unsupported',
    `${path} cannot be read: no storage pool of ${connection.name} has it.`,
    'Choose the system from the list, or make a pool of the folder that the file is in.',
  );
}

async function findVolume(
  host: Hypervisor,
  pool: string,
  volume: string,
  signal: AbortSignal,
): Promise<VolumeDetails> {
  const doing = `Looking for volume ${volume} in pool ${pool} on ${host.connection.name}`;
  const options = { signal, timeoutMs: HEAD_MS };
  const [found] = await host.connection.call('volumeDetails', { pool, volumes: [volume] }, doing, options);
  if (found) return found;
  throw apiError('not-found', `The pool ${pool} on ${host.connection.name} has no volume ${volume}.`);
}

async function volumeHead(host: Hypervisor, details: VolumeDetails, signal: AbortSignal): Promise<Head> {
  const { pool, name } = details;
  const doing = `Reading the beginning of ${name} on ${host.connection.name}`;
  const read = (offset: number, bytes: number) =>
    host.connection.call('volumeHead', { pool, volume: name, offset, bytes }, doing, {
      signal,
      timeoutMs: HEAD_MS,
    });
  const { capacity, format } = toVolume(details);
  // libvirt's capacity is what a guest sees; only with raw bytes it is the file's own size.
  const size = format === null || format === 'raw' || format === 'iso' ? capacity : null;
  const least = Math.min(HEAD_BYTES, size ?? HEAD_BYTES);
  return {
    name,
    bytes: least === 0 ? new Uint8Array(0) : await read(0, least),
    size,
    readSector: async (offset) => (size === null || offset + SECTOR > size ? null : read(offset, SECTOR)),
  };
}

/** A file, image or drive of this machine. */
async function fileHead(path: string): Promise<Head> {
  const { bytes, size } = await readFile(path, 0, HEAD_BYTES);
  return {
    name: basename(path),
    bytes,
    size,
    readSector: async (offset) => (await readFile(path, offset, SECTOR)).bytes,
  };
}

/** @throws ApiError why not */
async function readFile(
  path: string,
  offset: number,
  length: number,
): Promise<{ bytes: Uint8Array; size: number | null }> {
  try {
    // Without waiting: a pipe that nobody writes to would hang here.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const facts = await file.stat();
      if (facts.isDirectory()) throw apiError('invalid', `${path} is a folder.`);
      if (!facts.isFile() && !facts.isBlockDevice()) throw apiError('invalid', `${path} is no file.`);
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, offset);
      return { bytes: buffer.subarray(0, bytesRead), size: facts.isFile() ? facts.size : null };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw whyUnreadable(path, error);
  }
}

function whyUnreadable(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return apiError('not-found', `There is no file ${path}.`);
  if (code === 'EACCES' || code === 'EPERM') return apiError('denied', `You may not read ${path}.`);
  if (code === 'ENOMEDIUM') return apiError('not-found', `There is no medium in ${path}.`);
  return error instanceof Error ? error : new Error(String(error));
}
