import { type ApiError, apiError, type FileSource } from '../../../contract/index.ts';
import { StorageVolume } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import type { Place } from '../definition/parts.ts';
import { findMedium } from '../media.ts';
import { networkPlace, type PoolBook } from './pools.ts';
import { diskFormat } from './volumes.ts';

/** A file of the host that a machine reads, as far as the host tells of it. */
export interface FoundFile {
  readonly place: Place;
  /** The volume that it is; null: no pool knows it. */
  readonly volume: { readonly pool: string; readonly volume: string } | null;
  /** Null: unknown. */
  readonly format: string | null;
  /** Bytes that a guest sees; null: unknown. */
  readonly capacity: number | null;
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

/** Looks whether a file is there, and what it is. */
export async function findFile(host: Hypervisor, pools: PoolBook, source: FileSource): Promise<FoundFile> {
  const medium = await findMedium(host, source);
  const details = medium.problem ? null : await volumeOf(host, source);
  const volume = details ? StorageVolume.parse(details.xml) : null;
  const known = details && { pool: details.pool, volume: details.name };
  return {
    place: (known && (await networkOf(pools, known))) ?? medium.place,
    volume: known,
    format: volume ? (volume.format === null ? null : diskFormat(volume.format)) : null,
    capacity: volume?.capacity ?? null,
    warnings: medium.warnings,
    problems: medium.problem ? [medium.problem] : [],
  };
}

async function volumeOf(host: Hypervisor, source: FileSource): Promise<VolumeDetails | null> {
  const { connection } = host;
  if (source.kind === 'path') {
    const doing = `Looking for ${source.path} on ${connection.name}`;
    return connection.call('volumeByPath', { path: source.path }, doing);
  }
  const { pool, volume } = source;
  const doing = `Looking for volume ${volume} in pool ${pool} on ${connection.name}`;
  const [found] = await connection.call('volumeDetails', { pool, volumes: [volume] }, doing);
  return found ?? null;
}

async function networkOf(
  pools: PoolBook,
  { pool, volume }: { pool: string; volume: string },
): Promise<Place | null> {
  const { info, pool: document } = await pools.get(pool);
  return ['rbd', 'gluster', 'sheepdog'].includes(info.type) ? networkPlace(document, volume) : null;
}

/** The path of a file that the hypervisor itself reads: a kernel, a device tree. */
export function pathOf(found: FoundFile, what: string): { path: string; problems: readonly ApiError[] } {
  if ('file' in found.place) return { path: found.place.file, problems: found.problems };
  if ('dev' in found.place) return { path: found.place.dev, problems: found.problems };
  const problem = apiError(
    'unsupported',
    `The ${what} is not a file of the host: the hypervisor cannot read it before the machine begins.`,
    'Choose one in a pool of files.',
  );
  return { path: '/', problems: [...found.problems, problem] };
}
