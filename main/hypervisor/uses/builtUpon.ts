import type { StorageUse } from '../../../contract/index.ts';
import { StorageVolume } from '../../../model/index.ts';
import type { DomainDiskPaths } from '../../libvirt/operations/usage.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { askDefinition, readDefinitions } from './definitions.ts';
import { mayHave } from './storageNames.ts';

/**
 * The volumes of active pools whose image below is that path, and where such images may be that libvirt does not tell
 * of: in inactive pools, and as disks outside of all pools of machines that are off (only running ones have their
 * chains of images known).
 * @param told the disks of all machines, as far as the statistics tell; null: the driver has none
 */
export async function builtUpon(
  host: Hypervisor,
  path: string,
  told: readonly DomainDiskPaths[] | null,
  doing: string,
): Promise<Pick<StorageUse, 'under' | 'unchecked'>> {
  const pools = await host.connection.call('listPoolDetails', {}, doing);
  const active = pools.filter((pool) => pool.active).map(({ name }) => name);
  const lists = await Promise.all(
    active.map((pool) => host.connection.call('listVolumeDetails', { pool }, doing)),
  );
  const volumes = lists.flat();
  const under = volumes.flatMap((volume) => {
    if (!mayHave(volume.xml, path)) return [];
    const { backingPath, path: own } = StorageVolume.parse(volume.xml);
    return backingPath === path ? [own ?? volume.key] : [];
  });
  const machines = await withUnknownChains(host, told, { pools: new Set(active), volumes }, doing);
  const inactive = pools.filter((pool) => !pool.active).map(({ name }) => name);
  return { under, unchecked: { pools: inactive, machines } };
}

interface Listed {
  readonly pools: ReadonlySet<string>;
  readonly volumes: readonly VolumeDetails[];
}

/** The names of the machines with disks whose images below nobody knows. */
async function withUnknownChains(
  host: Hypervisor,
  told: readonly DomainDiskPaths[] | null,
  listed: Listed,
  doing: string,
): Promise<string[]> {
  const paths = new Map(told?.map((one) => [one.uuid, one]));
  const keys = new Set(listed.volumes.map(({ key }) => key));
  const isListed = (path: string): boolean =>
    keys.has(path) ||
    listed.volumes.some(({ xml }) => mayHave(xml, path) && StorageVolume.parse(xml).path === path);
  const open = host.inventory.rows().filter(({ uuid, id }) => {
    const found = paths.get(uuid);
    if (!found) return true;
    return id === null && (found.more || !found.paths.every(isListed));
  });
  const texts = await readDefinitions(host, open, { which: 'saved', doing });
  return open
    .filter(({ uuid }) => mayBeBuilt(texts.get(uuid) ?? null, listed.pools, isListed))
    .map(({ name }) => name);
}

/** Whether a definition has a disk that can be built upon another image and is no volume that was looked at. */
function mayBeBuilt(
  xml: string | null,
  pools: ReadonlySet<string>,
  isListed: (path: string) => boolean,
): boolean {
  if (xml === null) return false;
  return askDefinition(
    xml,
    ({ disks }) =>
      disks.all.some(({ source, format }) => {
        if (format === 'raw') return false;
        if (source.volume !== null) return source.pool === null || !pools.has(source.pool);
        const path = source.file ?? source.dev;
        return path !== null && !isListed(path);
      }),
    true,
  );
}
