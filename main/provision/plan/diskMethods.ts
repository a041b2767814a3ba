import type { z } from 'zod';
import { type ApiError, apiError, type CloudInstall, type ImportInstall } from '../../../contract/index.ts';
import { buildVolume } from '../../../model/index.ts';
import type { DiskPart } from '../definition/parts.ts';
import { imageFacts } from '../sources/image.ts';
import { type MethodPlan, PLAIN } from './draft.ts';
import { type FoundFile, findFile } from './files.ts';
import type { MethodContext } from './methodContext.ts';
import { type PlanPool, placeBefore } from './pools.ts';
import { seedDrive } from './seedDrive.ts';
import type { CopyArtifact, VolumeArtifact } from './types.ts';
import { cannotMake, diskFormat, volumeName, volumeXml } from './volumes.ts';

/** A disk that has a system on it already. */
export async function planImport(
  method: MethodContext,
  install: z.infer<typeof ImportInstall>,
): Promise<MethodPlan> {
  const image = await readImage(method, install.disk);
  const part: DiskPart = {
    artifact: null,
    place: image.found.place,
    format: image.format ?? 'raw',
    bus: method.platform.diskBus,
    discard: false,
  };
  return {
    ...PLAIN,
    firstDisk: { part, artifact: null, warnings: [], problems: [] },
    final: { boot: ['disk'] },
    warnings: image.warnings,
    problems: image.problems,
  };
}

/** What is known of an image: where it is, its format, who has it. */
interface KnownImage {
  readonly found: FoundFile;
  readonly format: string | null;
  /** Bytes; null: unknown. */
  readonly capacity: number | null;
  /** Bytes that it takes on the host; null: unknown. */
  readonly allocation: number | null;
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

async function readImage(
  { host, pools }: MethodContext,
  source: z.infer<typeof ImportInstall>['disk'],
): Promise<KnownImage> {
  const found = await findFile(host, pools, source);
  const known = { found, format: found.format, capacity: found.capacity, allocation: null };
  if (found.problems.length > 0) {
    return { ...known, warnings: found.warnings, problems: found.problems };
  }
  const facts = await imageFacts(host, source).catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw error;
  });
  if (facts instanceof Error) {
    // The demo host has no files; on others what cannot be looked at may still be there.
    const warning = `The image could not be looked at: ${facts.message} Its format is taken for ${found.format ?? 'raw'}.`;
    return { ...known, warnings: [...found.warnings, warning], problems: [] };
  }
  const users = facts.usedBy.map((one) => `${one.name}${one.running ? ' (running)' : ''}`);
  return {
    found,
    format: facts.format === null ? null : diskFormat(facts.format),
    capacity: facts.capacity,
    allocation: facts.allocation,
    warnings: [
      ...found.warnings,
      ...(users.length > 0
        ? [`The image is a disk of ${users.join(', ')}: two machines that write to it destroy it.`]
        : []),
      ...facts.notes,
    ],
    problems: facts.problem === null ? [] : [apiError('invalid', facts.problem)],
  };
}

/** From an image that is made for clouds, with cloud-init's documents in a drive. */
export async function planCloud(
  method: MethodContext,
  install: z.infer<typeof CloudInstall>,
): Promise<MethodPlan> {
  const image = await readImage(method, install.image);
  const pool = await method.pools.get(install.pool);
  const disk =
    install.disk === 'overlay' ? overlay(method, install, image, pool) : copy(method, install, image, pool);
  const seed = await seedDrive(method, install);
  const drives = seed ? [seed.drive] : [];
  const stays = seed !== null && !install.removeSeed;
  // Loaded when somebody wants it: it brings a reader of YAML along.
  const { examineCloudInit } = await import('../sources/seed.ts');
  const documents = examineCloudInit(install.cloudInit, { machineName: method.spec.name });
  return {
    ...PLAIN,
    warnings: [
      // An image is read by many at once; it is not written to.
      ...(install.disk === 'overlay' ? image.found.warnings : image.warnings),
      ...documents.warnings,
    ],
    firstDisk: { part: disk.part, artifact: null, warnings: [], problems: [] },
    final: { boot: ['disk'], drives: stays ? drives : [] },
    install: seed && !stays ? { drives } : null,
    artifacts: [disk.artifact, ...(seed ? [seed.artifact] : [])],
    problems: [
      ...image.problems,
      ...disk.problems,
      ...(documents.problem === null ? [] : [apiError('invalid', documents.problem)]),
    ],
  };
}

interface PlannedImage<A> {
  readonly part: DiskPart;
  readonly artifact: A;
  readonly problems: readonly ApiError[];
}

type Cloud = z.infer<typeof CloudInstall>;

/** A disk that holds what differs from the image. */
function overlay(
  method: MethodContext,
  install: Cloud,
  image: KnownImage,
  pool: PlanPool,
): PlannedImage<VolumeArtifact> {
  const name = takeName(pool, method.spec.name, 'qcow2');
  const { place } = image.found;
  const backing = 'file' in place ? place.file : 'dev' in place ? place.dev : null;
  const capacity = install.capacity ?? image.capacity ?? 0;
  const volume = buildVolume({
    name,
    capacity,
    allocation: 0,
    format: 'qcow2',
    backingPath: backing ?? '',
    backingFormat: image.format ?? 'raw',
  });
  volume.set('capacity/@unit', 'bytes');
  volume.set('allocation/@unit', 'bytes');
  const artifact: VolumeArtifact = {
    kind: 'overlay',
    id: 'image',
    words: `the disk ${name} over the image in pool ${pool.info.name}`,
    pool: pool.info.name,
    name,
    xml: volume.toXml(),
    capacity,
    preallocate: false,
  };
  const problems: ApiError[] = [...tooSmall(install, image)];
  if (!pool.ability?.overlays) {
    problems.push(
      apiError(
        'unsupported',
        `In pools of type ${pool.info.type} a disk cannot be laid over an image.`,
        'Choose a pool of files, or a full copy.',
      ),
    );
  }
  if (image.problems.length === 0 && (backing === null || capacity === 0)) {
    problems.push(
      apiError(
        'unsupported',
        'Of an image that is not a file of the host, or of which the size is not known, only a copy can be made.',
        'Choose a full copy.',
      ),
    );
  }
  return { part: imagePart(method, pool, name, 'qcow2'), artifact, problems };
}

/** All of the image, in a volume of its own. */
function copy(
  method: MethodContext,
  install: Cloud,
  image: KnownImage,
  pool: PlanPool,
): PlannedImage<CopyArtifact> {
  const format = pool.ability?.formats.includes(image.format ?? 'raw')
    ? (image.format ?? 'raw')
    : (pool.ability?.formats[0] ?? 'raw');
  const name = takeName(pool, method.spec.name, format);
  const problems: ApiError[] = [...tooSmall(install, image)];
  if (!pool.ability) problems.push(cannotMake(pool));
  if (image.problems.length === 0 && !image.found.volume) {
    problems.push(
      apiError(
        'unsupported',
        'libvirt copies images that are in a pool only.',
        'Move the image into a pool’s folder and refresh the pool, or choose a disk over the image.',
      ),
    );
  }
  const sparse = pool.ability?.sparse !== false;
  const whole = Math.max(image.capacity ?? 0, install.capacity ?? 0);
  const artifact: CopyArtifact = {
    kind: 'copy',
    id: 'image',
    words: `a copy of the image, ${name} in pool ${pool.info.name}`,
    pool: pool.info.name,
    name,
    xml: volumeXml(pool, name, image.capacity ?? 0, format, !sparse),
    source: image.found.volume ?? { pool: '', volume: '' },
    capacity: install.capacity,
    size: sparse ? (image.allocation ?? 0) : whole,
  };
  return { part: imagePart(method, pool, name, format), artifact, problems };
}

function takeName(pool: PlanPool, machine: string, format: string): string {
  const name = volumeName(pool, machine, format);
  pool.taken.add(name);
  return name;
}

function imagePart({ platform }: MethodContext, pool: PlanPool, name: string, format: string): DiskPart {
  return {
    artifact: 'image',
    place: placeBefore(pool, name),
    format,
    bus: platform.diskBus,
    discard: platform.discard,
  };
}

function tooSmall({ capacity }: Cloud, image: KnownImage): ApiError[] {
  if (capacity === null || image.capacity === null || capacity >= image.capacity) return [];
  const words = `The image is larger than the disk would be: ${image.capacity} bytes.`;
  return [apiError('invalid', words, 'Make the disk at least as large.')];
}
