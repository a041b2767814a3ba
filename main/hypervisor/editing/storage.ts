import {
  ApiError,
  type EditResult,
  type MachineEditInput,
  type NewVolume,
  type StorageOutcome,
} from '../../../contract/index.ts';
import { buildVolume, Domain } from '../../../model/index.ts';
import { virStorageVolCreateFlags as Create } from '../../libvirt/generated/enums-storage.ts';
import { toApiError } from '../errors.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { toVolume } from '../storage.ts';
import { storageUse } from '../uses/storageUse.ts';

/**
 * Makes the volumes that an edit needs, makes the edit, and deletes the storage that it gives up. Volumes that the
 * machine does not have after all (libvirt refused the edit, or somebody else changed the same) are removed again.
 * @param log where something goes wrong that cannot be told beside what went wrong before
 * @throws ApiError where a volume cannot be made; then nothing is changed
 */
export async function withStorage(
  host: Hypervisor,
  input: MachineEditInput,
  log: (line: string) => void,
  apply: (input: MachineEditInput) => Promise<EditResult>,
): Promise<EditResult> {
  const { newVolumes = [], deleteStorage = [] } = input;
  if (newVolumes.length === 0 && deleteStorage.length === 0) return apply(input);
  const made: Made[] = [];
  try {
    for (const volume of newVolumes) made.push(await make(host, volume));
    const result = await apply({ ...input, proposed: withPaths(input.proposed, made) });
    const kept = await removeUnused(host, input.uuid, made);
    const nothing = result.refused !== null || result.conflicts.length > 0;
    const deleted = nothing ? [] : await deleteAll(host, deleteStorage);
    return { ...result, storage: [...kept, ...deleted] };
  } catch (error) {
    await removeUnused(host, input.uuid, made).catch((failure: unknown) => {
      const why = failure instanceof Error ? failure.message : String(failure);
      log(`Volumes that were made for a failed change are still there: ${why}`);
    });
    throw error;
  }
}

interface Made {
  readonly wish: NewVolume;
  /** Where it really is. */
  readonly path: string;
}

async function make(host: Hypervisor, wish: NewVolume): Promise<Made> {
  const { pool, name, capacity, format, allocate } = wish;
  const doing = `Creating volume ${name} in pool ${pool} on ${host.connection.name}`;
  const description = buildVolume({ name, capacity, format, allocation: allocate ? capacity : 0 });
  const flags = allocate && format === 'qcow2' ? Create.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA : 0;
  const created = await host.connection.call(
    'createVolume',
    { pool, xml: description.toXml(), flags },
    doing,
  );
  return { wish, path: toVolume(created).path };
}

/** The definition with the paths that the volumes have got. */
function withPaths(xml: string, made: readonly Made[]): string {
  const moved = made.filter(({ wish, path }) => wish.path !== path);
  if (moved.length === 0) return xml;
  const domain = Domain.parse(xml);
  for (const { source } of domain.disks.all) {
    const found = moved.find(({ wish }) => wish.path === source.file || wish.path === source.dev);
    if (!found) continue;
    if (source.file === null) source.dev = found.path;
    else source.file = found.path;
  }
  return domain.toXml();
}

/** Removes those of the new volumes that no definition of the machine names; the outcomes of the others. */
async function removeUnused(
  host: Hypervisor,
  uuid: string,
  made: readonly Made[],
): Promise<StorageOutcome[]> {
  if (made.length === 0) return [];
  const doing = host.connection.doing('Reading the definition of', host.row(uuid));
  const { live, saved } = await host.connection.call('bothDefinitions', { uuid, secure: false }, doing);
  const used = new Set(
    [live, saved].flatMap((xml) =>
      xml === null ? [] : Domain.parse(xml).disks.all.map(({ source }) => source.location),
    ),
  );
  for (const { wish } of made.filter(({ path }) => !used.has(path))) {
    const removing = `Removing volume ${wish.name} from pool ${wish.pool} on ${host.connection.name}`;
    await host.connection.call('deleteVolume', { pool: wish.pool, volume: wish.name }, removing);
  }
  return made
    .filter(({ path }) => used.has(path))
    .map(({ wish, path }) => ({ path, ...(wish.path !== path && { wanted: wish.path }), done: 'made' }));
}

async function deleteAll(host: Hypervisor, paths: readonly string[]): Promise<StorageOutcome[]> {
  const outcomes: StorageOutcome[] = [];
  for (const path of paths) {
    try {
      const problem = await deleteOne(host, path);
      outcomes.push(problem === null ? { path, done: 'deleted' } : { path, done: 'kept', problem });
    } catch (error) {
      // The machine is changed already: what became of the file is told beside that.
      const failure = error instanceof ApiError ? error : toApiError(error, { doing: `Deleting ${path}` });
      outcomes.push({ path, done: 'kept', problem: failure.message });
    }
  }
  return outcomes;
}

async function deleteOne(host: Hypervisor, path: string): Promise<string | null> {
  const { volume, usedBy, under } = await storageUse(host, path);
  const names = usedBy.map(({ name }) => name).join(', ');
  if (usedBy.length > 0) return `It is still used by ${names}.`;
  if (under.length > 0) return `Other images are built upon it: ${under.join(', ')}.`;
  if (!volume) return 'It is in no active pool, so libvirt cannot delete it.';
  const doing = `Deleting volume ${volume.name} of pool ${volume.pool} on ${host.connection.name}`;
  await host.connection.call('deleteVolume', { pool: volume.pool, volume: volume.name }, doing);
  return null;
}
