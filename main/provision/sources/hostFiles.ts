import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parameterOf, shellQuote } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { isLocal, placeOf } from '../../hypervisor/uri.ts';

/** What is at a path of a host; null: that cannot be found out from here. */
export type HostFileKind = 'file' | 'folder' | 'device' | 'missing' | null;

const LOOK_MS = 15_000;

/** Whether paths mean the same files here and for the hypervisor: a socket chosen by hand may lead anywhere. */
export function sharesFiles(host: Hypervisor): boolean {
  const place = placeOf(host.connection);
  return place !== null && isLocal(place) && parameterOf(place, 'socket') === null;
}

/** Looks at a path of the host: here, or through the ssh session of the connection. Never throws. */
export async function lookAtHostPath(
  host: Hypervisor,
  path: string,
  signal: AbortSignal = AbortSignal.timeout(LOOK_MS),
): Promise<HostFileKind> {
  if (!path.startsWith('/') || path.includes('\0')) return null;
  if (host.connection.host?.driver === 'TEST') return null;
  if (sharesFiles(host)) return lookHere(path);
  return lookOverSsh(host, path, signal).catch(() => null);
}

async function lookHere(path: string): Promise<HostFileKind> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return 'folder';
    return facts.isFile() ? 'file' : facts.isBlockDevice() || facts.isCharacterDevice() ? 'device' : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : null;
  }
}

/** The user who signs in may not look into every folder: what they do not see need not be missing. */
async function lookOverSsh(host: Hypervisor, path: string, signal: AbortSignal): Promise<HostFileKind> {
  const session = await host.connection.session(signal);
  if (!session) return null;
  const file = shellQuote(path);
  const parents = parentsOf(path).map((one) => shellQuote(one));
  const script = [
    `if test -d ${file}; then echo folder`,
    `elif test -f ${file}; then echo file`,
    `elif test -b ${file} || test -c ${file}; then echo device`,
    `elif test -e ${file}; then echo other`,
    `else for p in ${parents.join(' ')}; do if test -d "$p"; then test -x "$p" && echo missing; break; fi; done; fi`,
  ].join('; ');
  const { stdout } = await session.run(`sh -c ${shellQuote(script)}`, { signal, timeoutMs: LOOK_MS });
  const word = stdout.trim();
  return word === 'folder' || word === 'file' || word === 'device' || word === 'missing' ? word : null;
}

/** The folders above, nearest first. */
function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...parentsOf(parent)];
}
