import { shellQuote } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { toVolume } from '../../hypervisor/storage.ts';
import { sharesFiles } from '../sources/hostFiles.ts';
import { fileDigest } from './pathSource.ts';
import type { UploadTarget } from './source.ts';

/** A slow disk reads 20 MiB in a second. */
const BYTES_PER_MS = 20 * 1024;
const LEAST_MS = 60_000;

/**
 * SHA-256 of what the host has of an upload, in hexadecimal: reckoned where the bytes are if that can be, otherwise read
 * back from there.
 * @throws as a call of the connection
 */
export async function hostDigest(
  host: Hypervisor,
  { pool, volume }: UploadTarget,
  size: number,
  options: { signal: AbortSignal; progress: (fraction: number | null) => void },
): Promise<string> {
  const doing = `Reading volume ${volume} of pool ${pool} on ${host.connection.name}`;
  const [found] = await host.connection.call('volumeDetails', { pool, volumes: [volume] }, doing);
  const path = found && toVolume(found).type === 'file' ? toVolume(found).path : null;
  const near = path === null ? null : await nearDigest(host, path, size, options.signal);
  if (near !== null) return near;
  const onProgress = (done: number, total: number): void => options.progress(total > 0 ? done / total : null);
  const { signal } = options;
  return host.connection.call('volumeDigest', { pool, volume, length: size }, doing, { signal, onProgress });
}

/** Null where the file cannot be read without libvirt. */
async function nearDigest(
  host: Hypervisor,
  path: string,
  size: number,
  signal: AbortSignal,
): Promise<string | null> {
  if (sharesFiles(host)) {
    const digest = await fileDigest(path, signal).catch(() => null);
    if (digest !== null || signal.aborted) return digest;
  }
  const session = await host.connection.session(signal).catch(() => null);
  if (!session) return null;
  const timeoutMs = LEAST_MS + size / BYTES_PER_MS;
  const command = `sha256sum -b -- ${shellQuote(path)}`;
  const result = await session.run(command, { timeoutMs, signal }).catch(() => null);
  // Names with odd characters make it begin with a backslash.
  return result?.code === 0 ? (/^\\?([0-9a-f]{64})\b/.exec(result.stdout)?.[1] ?? null) : null;
}
