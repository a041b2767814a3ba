import type { StorageUse } from '../../contract/index.ts';
import { Domain, XmlError } from '../../model/index.ts';
import type { DomainDiskPaths } from '../libvirt/operations/usage.ts';
import { builtUpon, mayHave } from './builtUpon.ts';
import type { Hypervisor } from './hypervisor.ts';
import { toVolume } from './storage.ts';

const INACTIVE = 2;

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
  const place = { paths: all, pool: found?.pool ?? null, name: found?.name ?? null };
  const users = new Set(
    (paths ?? []).filter((domain) => domain.paths.some((one) => all.has(one))).map((domain) => domain.uuid),
  );
  for (const uuid of await definedWith(host, place, paths, doing)) users.add(uuid);
  // One that is not in the list yet uses it all the same.
  const usedBy = [...users].map((uuid) => ({ uuid, name: host.inventory.row(uuid)?.name ?? uuid }));
  return { volume, usedBy, ...built };
}

interface Place {
  readonly paths: ReadonlySet<string>;
  readonly pool: string | null;
  readonly name: string | null;
}

/**
 * The machines in whose saved definition it stands. The statistics tell that of those that are off and whose disks
 * all have paths; of others the definition is read.
 */
async function definedWith(
  host: Hypervisor,
  place: Place,
  told: readonly DomainDiskPaths[] | null,
  doing: string,
): Promise<string[]> {
  const clear = new Set((told ?? []).filter(({ more }) => !more).map(({ uuid }) => uuid));
  const asked = host.inventory.rows().filter(({ uuid, id }) => id !== null || !clear.has(uuid));
  const uuids = asked.map(({ uuid }) => uuid);
  const texts = await host.connection.call('domainXMLs', { uuids, flags: INACTIVE }, doing);
  const users = uuids.filter((_uuid, index) => names(texts[index] ?? null, place));
  // What a machine has while it runs need not stand in its saved definition any more.
  const untold = asked.filter(({ uuid, id }) => id !== null && !clear.has(uuid)).map(({ uuid }) => uuid);
  if (untold.length === 0) return users;
  const running = await host.connection.call('domainXMLs', { uuids: untold, flags: 0 }, doing);
  return [...users, ...untold.filter((_uuid, index) => names(running[index] ?? null, place))];
}

/** Whether a definition names it, by its path or as a volume. */
function names(xml: string | null, { paths, pool, name }: Place): boolean {
  if (xml === null || ![...paths, name].some((one) => one !== null && mayHave(xml, one))) return false;
  const has = (path: string | null): boolean => path !== null && paths.has(path);
  try {
    const domain = Domain.parse(xml);
    return (
      domain.disks.all.some(({ source }) =>
        source.volume === null
          ? has(source.location)
          : source.volume === name && source.pool === pool && name !== null,
      ) ||
      domain.memoryDevices.all.some(({ sourcePath }) => has(sourcePath)) ||
      domain.filesystems.all.some(({ sourceFile, sourceDev }) => has(sourceFile) || has(sourceDev))
    );
  } catch (error) {
    // What cannot be read may have it.
    if (error instanceof XmlError) return true;
    throw error;
  }
}
