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
  const place = { path, pool: found?.pool ?? null, name: found?.name ?? null };
  const users = new Set(
    (paths ?? []).filter((domain) => domain.paths.includes(path)).map((domain) => domain.uuid),
  );
  for (const uuid of await definedWith(host, place, paths, doing)) users.add(uuid);
  const rows = host.inventory.rows().filter(({ uuid }) => users.has(uuid));
  return { volume, usedBy: rows.map(({ uuid, name }) => ({ uuid, name })), under };
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
    if (!volume.xml.includes(path)) return [];
    const { backingPath, path: own } = StorageVolume.parse(volume.xml);
    return backingPath === path ? [own ?? volume.key] : [];
  });
}

interface Place {
  readonly path: string;
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
  return uuids.filter((_uuid, index) => names(texts[index] ?? null, place));
}

/** Whether a definition names it, by its path or as a volume. */
function names(xml: string | null, { path, pool, name }: Place): boolean {
  if (xml === null || !(xml.includes(path) || (name !== null && xml.includes(name)))) return false;
  try {
    const domain = Domain.parse(xml);
    return (
      domain.disks.all.some(({ source }) =>
        source.volume === null
          ? source.location === path
          : source.volume === name && source.pool === pool && name !== null,
      ) ||
      domain.memoryDevices.all.some(({ sourcePath }) => sourcePath === path) ||
      domain.filesystems.all.some(({ sourceFile, sourceDev }) => sourceFile === path || sourceDev === path)
    );
  } catch (error) {
    // What cannot be read may have it.
    if (error instanceof XmlError) return true;
    throw error;
  }
}
