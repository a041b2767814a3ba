import { ApiError } from '../../../contract/index.ts';
import { StorageVolume, virshOn } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { refreshPool } from '../../hypervisor/storage.ts';
import { imageUse } from '../../hypervisor/uses/imageUse.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import type { Unfinished, UnfinishedVolume } from './unfinished.ts';
import { removeVolume } from './volumes.ts';

/**
 * By what a volume that was made is known again: whoever writes to it, or makes another one of its name, changes it.
 * Null: its storage tells no times.
 */
export function stampOf({ xml }: Pick<VolumeDetails, 'xml'>): string | null {
  const volume = StorageVolume.parse(xml);
  const written = volume.get('target/timestamps/mtime');
  if (!written) return null;
  return JSON.stringify([volume.path, volume.capacity, written]);
}

/** What libvirt says of a volume now; null: it is not there. */
export async function lookUp(
  host: Hypervisor,
  { pool, volume }: Pick<UnfinishedVolume, 'pool' | 'volume'>,
): Promise<VolumeDetails | null> {
  const doing = `Looking for volume ${volume} in pool ${pool} on ${host.connection.name}`;
  const [found] = await host.connection.call('volumeDetails', { pool, volumes: [volume] }, doing);
  return found ?? null;
}

/** The same after its pool was read anew: files come and go behind libvirt's back. */
export async function lookAgain(
  host: Hypervisor,
  place: Pick<UnfinishedVolume, 'pool' | 'volume'>,
): Promise<VolumeDetails | null> {
  await refreshPool(host, place.pool);
  return lookUp(host, place).catch((error: unknown) => {
    if (error instanceof ApiError && error.kind === 'not-found') return null;
    throw error;
  });
}

/** Whether a volume is for certain still the one that was made: null tells nothing. */
export function isAsMade(found: Pick<VolumeDetails, 'xml'>, stamp: string | null): boolean {
  return stamp !== null && stampOf(found) === stamp;
}

/**
 * Removes what a Virtdeck that was killed has left of a machine: volumes that are as it has made them and that nobody
 * has as a disk or as a backing image. A machine that was saved stays, with its disks.
 * @param followed whether somebody waits for its installation, and removes what was made for that
 * @param keep told which volumes are still open, if any
 * @throws ApiError `conflict` that names what only the user can judge
 */
export async function tidyMachine(
  host: Hypervisor,
  unfinished: Unfinished,
  followed: boolean,
  job: JobControl,
  keep: (open: UnfinishedVolume[]) => Promise<void>,
): Promise<void> {
  const { name, volumes } = unfinished;
  job.stage(`Looking for what is left of ${name}`);
  const saved = await isSaved(host, unfinished);
  if (saved) job.log(`${name} had been saved before Virtdeck ended: it stays, with its disks`);
  const inQuestion = volumes.filter((one) => !saved || (one.temporary && !followed));
  const open: UnfinishedVolume[] = [];
  for (const one of inQuestion) if (!(await tidyVolume(host, one, job))) open.push(one);
  await keep(open);
  if (open.length > 0) throw doubtful(host, name, open);
}

async function isSaved(host: Hypervisor, { uuid, name }: Unfinished): Promise<boolean> {
  if (uuid === null) return false;
  const doing = `Looking for ${name} on ${host.connection.name}`;
  const { domains } = await host.connection.call('refreshDomains', { uuids: [uuid] }, doing);
  return domains.length > 0;
}

/** Whether nothing is left to be judged. */
async function tidyVolume(host: Hypervisor, one: UnfinishedVolume, job: JobControl): Promise<boolean> {
  const found = await lookAgain(host, one);
  if (!found) {
    job.log(`${one.words} is not there`);
    return true;
  }
  const user = await userOf(host, found);
  if (user !== null) {
    job.log(`${one.words} stays: ${user}`);
    return true;
  }
  if (!isAsMade(found, one.stamp)) {
    job.log(`${one.words} stays: whether it is still what Virtdeck has made cannot be told`);
    return false;
  }
  await removeVolume(host, one);
  job.log(`Removed ${one.words}`);
  return true;
}

/** Who has a volume, in words; null: nobody. */
async function userOf(host: Hypervisor, { pool, name, xml }: VolumeDetails): Promise<string | null> {
  const { path } = StorageVolume.parse(xml);
  const { usedBy, unchecked } = await imageUse(host, { path, volume: { pool, volume: name } });
  if (usedBy.length > 0) return `it is a disk of ${usedBy.map((one) => one.name).join(', ')}`;
  if (unchecked > 0) return `${unchecked} machines could not be asked whether they use it`;
  const doing = `Reading the volumes of pool ${pool} on ${host.connection.name}`;
  const others = await host.connection.call('listVolumeDetails', { pool }, doing);
  const upon = others.find((one) => path !== null && StorageVolume.parse(one.xml).backingPath === path);
  return upon ? `${upon.name} is built upon it` : null;
}

function doubtful(host: Hypervisor, name: string, open: readonly UnfinishedVolume[]): ApiError {
  const names = open.map(({ volume, pool }) => `${volume} in pool ${pool}`).join(', ');
  return new ApiError({
    kind: 'conflict',
    message: `Virtdeck was ended while it was making ${name} on ${host.connection.name}. Left over, and perhaps not whole: ${names}.`,
    hint: 'It was not removed, because you may have put something else there since. Delete what you do not need.',
    remedies: open.map(({ pool, volume }) => ({
      kind: 'command' as const,
      label: `Delete ${volume}`,
      command: virshOn(host.connection.uri, 'vol-delete', '--pool', pool, '--vol', volume),
    })),
  });
}
