import { type ApiError, apiError, type DiskSpec } from '../../../contract/index.ts';
import { buildVolume } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { DiskPart } from '../definition/parts.ts';
import { findVolume } from '../media.ts';
import { freeVolumeName, volumeNameProblem } from '../names.ts';
import { networkPlace, type PlanPool, type PoolBook, placeBefore } from './pools.ts';
import type { VolumeArtifact } from './types.ts';

/** What became of a disk that was asked for. */
export interface PlannedDisk {
  readonly part: DiskPart;
  readonly artifact: VolumeArtifact | null;
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

/** What all disks of a plan have in common. */
export interface DiskContext {
  readonly host: Hypervisor;
  readonly pools: PoolBook;
  readonly machine: string;
  /** The bus where none was chosen. */
  readonly bus: string;
  readonly discard: boolean;
}

/** Plans a disk: a new volume, or one that is there. */
export function planDisk(context: DiskContext, spec: DiskSpec, id: string): Promise<PlannedDisk> {
  return spec.kind === 'new' ? planNew(context, spec, id) : planExisting(context, spec);
}

async function planNew(
  context: DiskContext,
  spec: Extract<DiskSpec, { kind: 'new' }>,
  id: string,
): Promise<PlannedDisk> {
  const pool = await context.pools.get(spec.pool);
  const { ability, info } = pool;
  const warnings: string[] = [];
  const problems: ApiError[] = [];
  if (!ability) problems.push(cannotMake(pool));
  const format =
    ability && !ability.formats.includes(spec.format) ? (ability.formats[0] ?? 'raw') : spec.format;
  if (format !== spec.format) {
    warnings.push(`The pool ${info.name} (${info.type}) holds disks of the format ${format} only.`);
  }
  const name = spec.name === '' ? volumeName(pool, context.machine, format) : spec.name;
  if (spec.name !== '' && pool.taken.has(name)) {
    problems.push(
      apiError(
        'exists',
        `The pool ${info.name} has a volume ${name} already.`,
        'Choose another name, or take that disk.',
      ),
    );
  }
  const wrong = spec.name === '' ? null : volumeNameProblem(name);
  if (wrong !== null) problems.push(apiError('invalid', wrong, 'Choose another name for the disk.'));
  pool.taken.add(name);
  const preallocate = spec.preallocate || ability?.sparse === false;
  const artifact: VolumeArtifact = {
    kind: 'volume',
    id,
    words: `the disk ${name} in pool ${info.name}`,
    pool: info.name,
    name,
    xml: volumeXml(pool, name, spec.capacity, format, preallocate),
    capacity: spec.capacity,
    preallocate,
  };
  const part: DiskPart = {
    artifact: id,
    place: placeBefore(pool, name),
    format,
    bus: spec.bus ?? context.bus,
    discard: context.discard && !preallocate,
  };
  return { part, artifact, warnings, problems };
}

export function cannotMake({ info }: PlanPool): ApiError {
  return apiError(
    'unsupported',
    `No volumes can be made in pool ${info.name}: libvirt makes none in pools of type ${info.type}.`,
    'Choose a volume that is there, or another pool.',
  );
}

/** The description of a new volume. Only pools of files are told a format: the others have but one. */
export function volumeXml(
  { ability }: PlanPool,
  name: string,
  capacity: number,
  format: string,
  preallocate: boolean,
): string {
  const volume = buildVolume({
    name,
    capacity,
    allocation: preallocate ? capacity : 0,
    format: ability?.files === true ? format : undefined,
  });
  volume.set('capacity/@unit', 'bytes');
  volume.set('allocation/@unit', 'bytes');
  return volume.toXml();
}

/** A name that no volume of the pool has. On a disk it is the partition's: libvirt takes no other. */
export function volumeName(pool: PlanPool, machine: string, format: string): string {
  if (pool.info.type === 'disk') return partitionName(pool);
  if (pool.ability?.files) return freeVolumeName(machine, format, pool.taken);
  for (let count = 0; ; count += 1) {
    const name = count === 0 ? machine : `${machine}-${count}`;
    if (!pool.taken.has(name)) return name;
  }
}

function partitionName({ pool, taken }: PlanPool): string {
  const device = (pool.source.devices.at(0)?.path ?? 'sda').replace(/^.*\//, '');
  const separator = /\d$/.test(device) ? 'p' : '';
  for (let number = 1; ; number += 1) {
    const name = `${device}${separator}${number}`;
    if (!taken.has(name)) return name;
  }
}

async function planExisting(
  context: DiskContext,
  spec: Extract<DiskSpec, { kind: 'existing' }>,
): Promise<PlannedDisk> {
  const { host, pools } = context;
  const pool = await pools.get(spec.pool);
  const found = await findVolume(host, spec.pool, spec.volume);
  const problems = found ? [] : [noVolume(spec.pool, spec.volume)];
  const network = ['rbd', 'gluster', 'sheepdog'].includes(pool.info.type);
  const place = network ? networkPlace(pool.pool, spec.volume) : found?.place;
  const part: DiskPart = {
    artifact: null,
    place: place ?? { pool: spec.pool, volume: spec.volume },
    format: diskFormat(found?.format ?? null),
    bus: spec.bus ?? context.bus,
    discard: false,
  };
  return { part, artifact: null, warnings: [], problems };
}

function noVolume(pool: string, volume: string): ApiError {
  return apiError('not-found', `The pool ${pool} has no volume ${volume}.`, 'Choose another one.');
}

const FORMATS = new Set([
  'qcow2',
  'qcow',
  'qed',
  'vmdk',
  'vdi',
  'vpc',
  'vhdx',
  'bochs',
  'cloop',
  'dmg',
  'luks',
]);

/** What QEMU is told: volumes without a format of their own (partitions, ISO images) are raw. */
export function diskFormat(format: string | null): string {
  return format !== null && FORMATS.has(format) ? format : 'raw';
}
