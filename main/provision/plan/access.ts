import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MachineSpec } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { placeOf } from '../../hypervisor/uri.ts';
import { sharesFiles } from '../sources/hostFiles.ts';
import type { PlannedDisk } from './volumes.ts';

/** S_IXOTH: others may enter a folder. */
const ENTER = 0o001;

/**
 * Folders of this machine that the hypervisor's own user may not enter: libvirt gives it the file itself, but not the
 * way there. Only for the system's hypervisor: that of a session is the user's.
 */
export async function pathWarnings(
  host: Hypervisor,
  disks: readonly PlannedDisk[],
  spec: MachineSpec,
): Promise<string[]> {
  const place = placeOf(host.connection);
  if (!sharesFiles(host) || place?.driver !== 'qemu' || place.path !== '/system') return [];
  const paths = new Set<string>();
  for (const { part } of disks) if ('file' in part.place) paths.add(part.place.file);
  const { install } = spec;
  if (install.method === 'iso' && install.media.kind === 'path') paths.add(install.media.path);
  const closed = new Set<string>();
  for (const path of paths) {
    const folder = await closedFolder(path);
    if (folder !== null) closed.add(folder);
  }
  return [...closed].map(
    (folder) =>
      `The hypervisor's user may not be allowed to enter ${folder}. If starting fails: sudo setfacl -m u:libvirt-qemu:x ${folder} (Fedora: u:qemu:x).`,
  );
}

/** The outermost folder on the way to a file that others may not enter; null: there is none, or it cannot be seen. */
async function closedFolder(path: string): Promise<string | null> {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== '/' && folder !== '.'; folder = dirname(folder))
    folders.unshift(folder);
  for (const folder of folders) {
    const facts = await stat(folder).catch(() => null);
    if (!facts) return null;
    if ((facts.mode & ENTER) === 0) return folder;
  }
  return null;
}
