import { link, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ApiError, apiError } from '../../../contract/index.ts';
import { StorageVolume, shellQuote } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { refreshPool, toVolume } from '../../hypervisor/storage.ts';
import { virStorageVolCreateFlags as Create } from '../../libvirt/generated/enums-storage.ts';
import { isLinkError } from '../make/link.ts';
import { exists, removeVolume, watched } from '../make/volumes.ts';
import { sharesFiles } from '../sources/hostFiles.ts';

/** A complete volume that is to get its name. */
export interface Settling {
  readonly host: Hypervisor;
  readonly pool: string;
  /** Name of the volume that has the bytes. */
  readonly from: string;
  readonly to: string;
  /** Bytes. */
  readonly size: number;
  readonly progress: (fraction: number) => void;
  /** libvirt is about to be asked for a copy under the final name, which was free. */
  readonly copying: () => void;
}

/**
 * Gives a volume its name. libvirt cannot rename one (https://libvirt.org/html/libvirt-libvirt-storage.html): where the
 * file can be reached, here or over ssh, it is renamed at once; otherwise libvirt copies it, on file systems that can
 * without moving a byte. Nothing that exists is replaced.
 * @returns how it was done, for the log
 * @throws ApiError `exists` when the name is taken
 */
export async function settle(settling: Settling): Promise<string> {
  const { host, pool, from, to } = settling;
  if (await exists(host, { pool, volume: to })) throw taken(settling);
  const path = await filePath(settling);
  const renamed =
    path !== null && ((await renameHere(settling, path)) || (await renameThere(settling, path)));
  if (renamed) {
    await refreshPool(host, pool);
    return `Renamed ${from} to ${to}`;
  }
  settling.copying();
  await copy(settling);
  await removeVolume(host, { pool, volume: from });
  return `Copied ${from} to ${to} on the host: its file cannot be renamed from here`;
}

/**
 * Whether what has the final name can be a copy that libvirt was making when the line broke: it has the size of the
 * original from the beginning on. What somebody else has put there meanwhile has hardly.
 */
export async function maybeCopy({
  host,
  pool,
  from,
  to,
}: Pick<Settling, 'host' | 'pool' | 'from' | 'to'>): Promise<boolean> {
  const doing = `Comparing ${to} with ${from} in pool ${pool} on ${host.connection.name}`;
  const original = await host.connection.call('volumeSizes', { pool, volume: from }, doing);
  const copied = await host.connection.call('volumeSizes', { pool, volume: to }, doing);
  return original !== null && copied !== null && original.capacity === copied.capacity;
}

function taken({ host, pool, to }: Settling): ApiError {
  return apiError(
    'exists',
    `The pool ${pool} on ${host.connection.name} has a volume ${to} already.`,
    'Choose another name.',
  );
}

/** Where the bytes are, if that is an ordinary file of the host named after the volume. */
async function filePath({ host, pool, from, to }: Settling): Promise<string | null> {
  const doing = `Looking for volume ${from} in pool ${pool} on ${host.connection.name}`;
  const [found] = await host.connection.call('volumeDetails', { pool, volumes: [from] }, doing);
  if (!found || to.includes('/')) return null;
  const { type, path } = toVolume(found);
  return type === 'file' && path.startsWith('/') && path.endsWith(`/${from}`) ? path : null;
}

async function renameHere(settling: Settling, path: string): Promise<boolean> {
  if (!sharesFiles(settling.host)) return false;
  try {
    // A link never replaces a file, which a rename would.
    await link(path, join(dirname(path), settling.to));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw taken(settling);
    return false;
  }
  await unlink(path);
  return true;
}

/** Over ssh, with what the user may do there. */
async function renameThere(settling: Settling, path: string): Promise<boolean> {
  const session = await settling.host.connection.session().catch(() => null);
  if (!session) return false;
  const target = join(dirname(path), settling.to);
  const script = `ln -- ${shellQuote(path)} ${shellQuote(target)} && rm -f -- ${shellQuote(path)}`;
  const result = await session.run(script).catch(() => null);
  return result?.code === 0;
}

async function copy(settling: Settling): Promise<void> {
  const { host, pool, from, to, size, progress } = settling;
  const xml = rawVolumeXml(to, size);
  const source = { pool, volume: from };
  const doing = `Copying ${from} to ${to} in pool ${pool} on ${host.connection.name}`;
  const attempt = (flags: number): Promise<unknown> => {
    const made = host.connection.call('cloneVolume', { pool, xml, flags, source }, doing);
    return watched(host, { pool, volume: to }, size, made, progress);
  };
  try {
    await attempt(Create.VIR_STORAGE_VOL_CREATE_REFLINK).catch((error: unknown) => {
      if (isLinkError(error) || (error instanceof ApiError && error.kind === 'exists')) throw error;
      return attempt(0);
    });
  } catch (error) {
    // The name was free before: what has it now is the beginning of the copy.
    if (!isLinkError(error) && !(error instanceof ApiError && error.kind === 'exists'))
      await removeVolume(host, { pool, volume: to }).catch(() => {});
    throw error;
  }
}

/** An empty volume of as many bytes as they are; what is in them libvirt finds out by itself. */
export function rawVolumeXml(name: string, size: number): string {
  const volume = StorageVolume.parse('<volume/>\n');
  volume.name = name;
  volume.set('capacity/@unit', 'bytes');
  volume.capacity = size;
  volume.set('allocation/@unit', 'bytes');
  volume.allocation = 0;
  volume.format = 'raw';
  return volume.toXml();
}
