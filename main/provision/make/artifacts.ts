import { once } from 'node:events';
import { ApiError, apiError } from '../../../contract/index.ts';
import { StorageVolume } from '../../../model/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { refreshPool, toVolume } from '../../hypervisor/storage.ts';
import { virStorageVolCreateFlags as Create } from '../../libvirt/generated/enums-storage.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import type { DiskPlace } from '../media.ts';
import type {
  Artifact,
  BootFileArtifact,
  CopyArtifact,
  SeedArtifact,
  VolumeArtifact,
} from '../plan/types.ts';
import { rawVolumeXml } from '../uploads/settle.ts';
import type { Fetched } from './bootFiles.ts';
import type { Made } from './made.ts';
import { lookUp, stampOf } from './tidy.ts';
import type { Making } from './unfinished.ts';
import { exists, removeVolume, watched } from './volumes.ts';

/** What artifacts are made with. */
export interface Workshop {
  readonly host: Hypervisor;
  readonly job: JobControl;
  readonly made: Made;
  readonly making: Making;
  /** Boot files, by the artifact's id. */
  readonly fetched: ReadonlyMap<string, Fetched>;
}

/**
 * Makes one artifact on the host.
 * @returns where it is
 * @throws ApiError that names it; whatever is there of it is in `made`
 */
export async function makeArtifact(shop: Workshop, artifact: Artifact): Promise<DiskPlace> {
  const place = await makeKind(shop, artifact);
  const found = await lookUp(shop.host, { pool: artifact.pool, volume: artifact.name });
  await shop.making.complete(artifact, found && stampOf(found));
  return place;
}

function makeKind(shop: Workshop, artifact: Artifact): Promise<DiskPlace> {
  switch (artifact.kind) {
    case 'volume':
    case 'overlay':
      return makeDisk(shop, artifact);
    case 'copy':
      return makeCopy(shop, artifact);
    case 'seed':
      return makeSeed(shop, artifact);
    case 'boot-file':
      return makeBootFile(shop, artifact);
  }
}

async function makeDisk(shop: Workshop, artifact: VolumeArtifact): Promise<DiskPlace> {
  const { host, job } = shop;
  const { pool, name, words, xml, capacity, preallocate } = artifact;
  job.stage(`Creating ${words}`);
  const flags =
    preallocate && formatOf(xml) === 'qcow2' ? Create.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA : 0;
  return newVolume(shop, artifact, () => {
    const doing = `Creating ${words} on ${host.connection.name}`;
    const created = host.connection.call('createVolume', { pool, xml, flags }, doing);
    if (!preallocate) return created;
    const seen = watched(host, { pool, volume: name }, capacity, created, job.progress);
    return unstoppable(job, 'allocates', seen);
  });
}

async function makeCopy(shop: Workshop, artifact: CopyArtifact): Promise<DiskPlace> {
  const { host, job } = shop;
  const { pool, name, words, xml, source, capacity } = artifact;
  job.stage(`Copying ${source.volume} to ${words}`);
  const reading = `Reading ${source.volume} of pool ${source.pool} on ${host.connection.name}`;
  const image = await host.connection.call('volumeSizes', source, reading);
  if (!image) throw apiError('not-found', `The pool ${source.pool} has no volume ${source.volume} any more.`);
  const place = await newVolume(shop, artifact, () => {
    const doing = `Copying ${source.volume} to ${words} on ${host.connection.name}`;
    const cloned = host.connection.call('cloneVolume', { pool, xml, source }, doing);
    const seen = watched(host, { pool, volume: name }, image.allocation, cloned, job.progress);
    return unstoppable(job, 'copies', seen);
  });
  const sizes = await host.connection.call('volumeSizes', { pool, volume: name }, reading);
  if (capacity !== null && sizes && capacity > sizes.capacity) {
    job.stage(`Resizing ${words}`);
    const doing = `Resizing ${words} on ${host.connection.name}`;
    await host.connection.call('resizeVolume', { pool, volume: name, capacity }, doing);
  }
  return place;
}

async function makeSeed(shop: Workshop, artifact: SeedArtifact): Promise<DiskPlace> {
  const { host, job } = shop;
  const { pool, name, words } = artifact;
  job.stage(`Writing ${words}`);
  const bytes = await artifact.content();
  const place = await makeRoom(shop, artifact, bytes.byteLength);
  const doing = `Writing ${words} on ${host.connection.name}`;
  try {
    const request = { kind: 'upload', pool, volume: name, offset: 0, length: bytes.byteLength } as const;
    const stream = await host.connection.agent.openStream(request);
    stream.end(bytes);
    await once(stream, 'finish', { signal: job.signal }).finally(() => {
      if (!stream.writableFinished) stream.destroy();
    });
  } catch (error) {
    throw toApiError(error, { doing, uri: host.connection.uri });
  }
  return settled(shop, artifact, place);
}

async function makeBootFile(shop: Workshop, artifact: BootFileArtifact): Promise<DiskPlace> {
  const { host, job } = shop;
  const { id, pool, name, words } = artifact;
  const fetched = shop.fetched.get(id);
  if (!fetched) throw apiError('internal', `${words} was not fetched.`);
  job.stage(`Uploading ${words}`);
  const place = await makeRoom(shop, artifact, fetched.size);
  const doing = `Uploading ${words} to ${host.connection.name}`;
  const part = { pool, volume: name, path: fetched.path, offset: 0, length: fetched.size, sparse: false };
  const onProgress = (done: number, total: number): void => job.progress(total > 0 ? done / total : null);
  await host.connection.call('uploadPart', part, doing, { signal: job.signal, onProgress });
  return settled(shop, artifact, place);
}

/** An empty volume for so many bytes. */
function makeRoom(shop: Workshop, artifact: Artifact, size: number): Promise<DiskPlace> {
  const { host } = shop;
  const { pool, name, words } = artifact;
  const doing = `Making room for ${words} on ${host.connection.name}`;
  const input = { pool, xml: rawVolumeXml(name, size) };
  return newVolume(shop, artifact, () => host.connection.call('createVolume', input, doing));
}

/** libvirt looks at what was uploaded by itself, but not at once. */
async function settled({ host }: Workshop, { pool }: Artifact, place: DiskPlace): Promise<DiskPlace> {
  await refreshPool(host, pool).catch(() => {});
  return place;
}

/**
 * Waits for what goes on in libvirtd whatever becomes of its caller, also when its connection is closed: until then the
 * volume can neither be made otherwise nor deleted ("is still being allocated"). Says so when the user cancels.
 */
async function unstoppable<T>(job: JobControl, does: string, work: Promise<T>): Promise<T> {
  const say = (): void => job.stage(`Waiting: libvirt cannot be stopped while it ${does}`);
  job.signal.addEventListener('abort', say);
  if (job.signal.aborted) say();
  try {
    return await work;
  } finally {
    job.signal.removeEventListener('abort', say);
  }
}

/** Makes a volume that is removed again if anything fails, but never one that was there before. */
async function newVolume(
  { host, made, making }: Workshop,
  artifact: Artifact,
  create: () => Promise<VolumeDetails>,
): Promise<DiskPlace> {
  const { pool, name, words } = artifact;
  if (await exists(host, { pool, volume: name })) {
    const message = `The pool ${pool} on ${host.connection.name} has a volume ${name} already.`;
    throw apiError('exists', message, 'Choose another name.');
  }
  const undo = {
    what: words,
    undo: async () => {
      // What libvirt was about to make when it ended it does not know of.
      await refreshPool(host, pool);
      await removeVolume(host, { pool, volume: name });
    },
  };
  await making.starts(artifact);
  try {
    const created = await create();
    made.add(undo);
    return placeOf(created);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'exists') await making.isOthers(artifact);
    else made.add(undo);
    throw error;
  }
}

function placeOf(created: VolumeDetails): DiskPlace {
  const { type, path } = toVolume(created);
  if (type === 'file') return { file: path };
  return type === 'block' ? { dev: path } : { pool: created.pool, volume: created.name };
}

function formatOf(xml: string): string | null {
  return StorageVolume.parse(xml).format ?? null;
}
