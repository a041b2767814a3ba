import type { StorageUse } from '../../contract/index.ts';
import { Domain, StorageVolume, XmlError } from '../../model/index.ts';
import type { DomainDiskPaths } from '../libvirt/operations/usage.ts';
import type { Hypervisor } from './hypervisor.ts';
import { toVolume } from './storage.ts';

const INACTIVE = 2;

/**
 * What a path of the host is, and which machines have it or are built upon it: running ones as they run, and all as
 * they are defined.
 */
export async function storageUse(host: Hypervisor, path: string): Promise<StorageUse> {
  const doing = `Finding out who uses ${path} on ${host.connection.name}`;
  const [found, paths, under] = await Promise.all([
    host.connection.call('volumeByPath', { path }, doing),
    host.connection.call('domainDiskPaths', {}, doing),
    builtUpon(host, path, doing),
  ]);
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
  return { volume, usedBy, under };
}

/** The volumes of active pools whose image below is that path. Machines that are off tell nothing of such chains. */
async function builtUpon(host: Hypervisor, path: string, doing: string): Promise<string[]> {
  const pools = await host.connection.call('listPoolDetails', {}, doing);
  const lists = await Promise.all(
    pools
      .filter(({ active }) => active)
      .map(({ name: pool }) => host.connection.call('listVolumeDetails', { pool }, doing)),
  );
  return lists.flat().flatMap((volume) => {
    if (!mayHave(volume.xml, path)) return [];
    const { backingPath, path: own } = StorageVolume.parse(volume.xml);
    return backingPath === path ? [own ?? volume.key] : [];
  });
}

/** Whether a text can stand in a document: it is worth parsing then. Some characters stand there as others. */
function mayHave(xml: string, text: string): boolean {
  return xml.includes(text) || /[&<>'"\s]/.test(text);
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
