import type {
  ArchOffer,
  HostOffer,
  InstallMethod,
  OsScript,
  OsSource,
  PoolInfo,
} from '../../../../contract/index.ts';
import type { Draft } from './draft.ts';
import type { DiskDraft, FileDraft } from './parts.ts';

/** What is computed from answers, and what a host offers for them. */

export const GIB = 1024 ** 3;

/** Whether the method makes a container, which has no disks and no platform. */
export function isContainer(method: InstallMethod): boolean {
  return method === 'os-container' || method === 'app-container';
}

/** Whether the method itself brings the first disk. */
export function bringsDisk(method: InstallMethod): boolean {
  return method === 'import' || method === 'cloud';
}

/** libosinfo's id of the system; null: generic. */
export function osOf({ os }: Pick<Draft, 'os'>): string | null {
  return (os.choice === 'auto' ? os.recognised : os.chosen)?.id ?? null;
}

/** What the system is called; null: unknown. */
export function osNameOf({ os }: Pick<Draft, 'os'>): string | null {
  return (os.choice === 'auto' ? os.recognised : os.chosen)?.name ?? null;
}

/** The architecture as the host offers it: the chosen one, else the host's own, which comes first. */
export function archOf(draft: Pick<Draft, 'how'>, offer: HostOffer | null): ArchOffer | undefined {
  const fits = offer?.arches.filter(({ osType }) => isContainer(draft.how.method) === (osType === 'exe'));
  return fits?.find(({ arch }) => arch === draft.how.arch) ?? fits?.[0] ?? offer?.arches[0];
}

/** The domain type: the chosen one where this architecture has it, else the best. */
export function virtTypeOf(draft: Pick<Draft, 'how'>, offer: HostOffer | null): string {
  const types = archOf(draft, offer)?.virtTypes ?? [];
  return (types.find(({ type }) => type === draft.how.virtType) ?? types[0])?.type ?? '';
}

/** The disks that are made or taken besides the one that the method brings. */
export function disksOf({ how, resources }: Pick<Draft, 'how' | 'resources'>): readonly DiskDraft[] {
  if (isContainer(how.method)) return [];
  return bringsDisk(how.method) ? resources.moreDisks : resources.disks;
}

/** Types of pools in which libvirt can make volumes (https://libvirt.org/storage.html). */
const MAKES_VOLUMES = new Set([
  'dir',
  'fs',
  'netfs',
  'logical',
  'disk',
  'rbd',
  'sheepdog',
  'zfs',
  'vstorage',
]);
/** Types whose volumes are files, which can have a format and be built upon another image. */
const HAS_FORMATS = new Set(['dir', 'fs', 'netfs', 'vstorage']);

/** Why no volume can be made in a pool; null: it can. */
export function poolRefusal({ active, type }: Pick<PoolInfo, 'active' | 'type'>): string | null {
  if (!active) return 'not started';
  return MAKES_VOLUMES.has(type) ? null : `${type} pools cannot make volumes`;
}

/** Whether volumes of a pool can have a format; of none that is known, they can. */
export function canMakeFormats(pool: Pick<PoolInfo, 'type'> | undefined): boolean {
  return pool === undefined || HAS_FORMATS.has(pool.type);
}

/** The pool that new volumes go to unless another one is chosen; empty: there is none. */
export function defaultPool(offer: HostOffer | null): string {
  const pools = offer?.pools.filter((pool) => poolRefusal(pool) === null) ?? [];
  return (pools.find(({ name }) => name === offer?.defaultPool) ?? pools[0])?.name ?? '';
}

/** The first entry where the method has one: what tells which system it is. */
export function mediumOf(draft: Draft): FileDraft | null {
  switch (draft.how.method) {
    case 'iso':
      return draft.iso.media;
    case 'import':
      return draft.importing.disk;
    case 'cloud':
      return draft.cloud.image;
    case 'kernel':
      return draft.kernel.withMedia ? draft.kernel.media : null;
    default:
      return null;
  }
}

/** A file of the host that can be looked at; null: none is chosen, or its path is still being typed. */
export function osSourceOf(file: FileDraft | null): Extract<OsSource, { kind: 'volume' | 'path' }> | null {
  const source = file && fileSource(file);
  if (!source || source.kind === 'url') return null;
  return source.kind === 'path' && !source.path.startsWith('/') ? null : source;
}

const ON_DRIVES: ReadonlySet<string> = new Set(['cdrom', 'disk', 'floppy']);

/** Why an installation of this kind cannot do without questions although the system has scripts; null: it can. */
export function unattendedRefusal(method: InstallMethod, scripts: readonly OsScript[]): string | null {
  const carried = scripts.some(({ injectionMethods }) => injectionMethods.some((one) => ON_DRIVES.has(one)));
  if (method !== 'iso' || carried) return null;
  return 'The installer of this system takes answers only with the kernel that is started, not from a medium. Choose “Network install tree” in the first step for that.';
}

/** The file as main is told of it; null: nothing is chosen yet. */
export function fileSource(file: FileDraft) {
  switch (file.kind) {
    case 'volume':
      return file.pool && file.volume
        ? ({ kind: 'volume', pool: file.pool, volume: file.volume } as const)
        : null;
    case 'path':
      return file.path.trim() ? ({ kind: 'path', path: file.path.trim() } as const) : null;
    case 'drive':
      return file.drive ? ({ kind: 'path', path: file.drive } as const) : null;
    case 'url':
      return file.url.trim() ? ({ kind: 'url', url: file.url.trim() } as const) : null;
    case 'upload':
      return null;
  }
}

/** The last part of the file's path; empty: nothing is chosen. */
export function fileName(file: FileDraft | null): string {
  const source = file && fileSource(file);
  if (!source) return '';
  if (source.kind === 'volume') return source.volume;
  return (source.kind === 'path' ? source.path : source.url).split('/').at(-1) ?? '';
}
