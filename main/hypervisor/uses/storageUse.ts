import type { StorageUse } from '../../../contract/index.ts';
import type { DomainDiskPaths } from '../../libvirt/operations/usage.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { toVolume } from '../storage.ts';
import { builtUpon } from './builtUpon.ts';
import { readDefinitions } from './definitions.ts';
import { keysOf, mayHave, type StorageNames, storageIn } from './storageNames.ts';

/**
 * What a path of the host is, and which machines have it or are built upon it: running ones as they run, and all as
 * they are defined.
 */
export async function storageUse(host: Hypervisor, path: string): Promise<StorageUse> {
  const doing = `Finding out who uses ${path} on ${host.connection.name}`;
  const [found, paths] = await Promise.all([
    host.connection.call('volumeByPath', { path }, doing),
    host.connection.call('domainDiskPaths', {}, doing),
  ]);
  const built = await builtUpon(host, path, paths, doing);
  const volume = found && { ...toVolume(found), pool: found.pool };
  // libvirt finds a volume by other paths of it too: what others call it counts as well.
  const all = new Set([path, ...(volume ? [volume.path] : [])]);
  const place = { paths: all, volume: found && { pool: found.pool, volume: found.name } };
  const users = new Set(
    (paths ?? []).filter((domain) => domain.paths.some((one) => all.has(one))).map((domain) => domain.uuid),
  );
  for (const uuid of await definedWith(host, place, paths, doing)) users.add(uuid);
  // One that is not in the list yet uses it all the same.
  const usedBy = [...users].map((uuid) => ({ uuid, name: host.inventory.row(uuid)?.name ?? uuid }));
  return { volume, usedBy, ...built };
}

/**
 * The machines in whose definitions it stands. The statistics tell that of those that are off and whose disks
 * all have paths; of others the definition is read.
 */
async function definedWith(
  host: Hypervisor,
  place: StorageNames,
  told: readonly DomainDiskPaths[] | null,
  doing: string,
): Promise<string[]> {
  const clear = new Set((told ?? []).filter(({ more }) => !more).map(({ uuid }) => uuid));
  const asked = host.inventory.rows().filter(({ uuid, id }) => id !== null || !clear.has(uuid));
  // What a machine has while it runs need not stand in its saved definition any more.
  const untold = asked.filter(({ uuid, id }) => id !== null && !clear.has(uuid));
  const saved = await readDefinitions(host, asked, { which: 'saved', doing });
  const running = await readDefinitions(host, untold, { which: 'running', doing });
  return [...saved, ...running].filter(([, xml]) => xml !== null && names(xml, place)).map(([uuid]) => uuid);
}

/** Whether a definition names it. What cannot be read may have it. */
function names(xml: string, place: StorageNames): boolean {
  const texts = [...place.paths, ...(place.volume ? [place.volume.volume] : [])];
  if (!texts.some((text) => mayHave(xml, text))) return false;
  const storage = storageIn(xml);
  return storage === null || keysOf(place).some((key) => storage.has(key));
}
