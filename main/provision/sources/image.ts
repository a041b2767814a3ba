import { dirname, resolve } from 'node:path';
import type { FileSource, ImageFacts } from '../../../contract/index.ts';
import { ApiError, apiError } from '../../../contract/index.ts';
import { StorageVolume } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { type ImageUse, imageUse } from '../../hypervisor/uses/imageUse.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import { formatOf } from '../osinfo/formats.ts';
import { readHead } from '../osinfo/heads.ts';
import { readQcow2 } from './qcow2.ts';

/** QEMU itself gives up at 200. */
const MAX_CHAIN = 200;
const LOOK_MS = 60_000;

/** One image, without those below it. */
interface Layer {
  readonly path: string | null;
  readonly volume: { readonly pool: string; readonly volume: string } | null;
  readonly format: string | null;
  readonly capacity: number | null;
  readonly allocation: number | null;
  /** A complete path, or what cannot be followed: a URL, a "json:" description. */
  readonly backing: string | null;
}

/**
 * Looks at a disk image of a host: format, sizes, what it is built upon, who has it.
 * @throws ApiError when it is not there or cannot be read
 */
export async function imageFacts(host: Hypervisor, source: FileSource): Promise<ImageFacts> {
  const signal = AbortSignal.timeout(LOOK_MS);
  const top = await readLayer(host, source, signal);
  const [chain, use] = await Promise.all([followChain(host, top, signal), imageUse(host, top)]);
  const { format, capacity, allocation } = top;
  return {
    format,
    capacity,
    allocation,
    backing: chain.paths,
    usedBy: use.usedBy,
    problem: chain.problem,
    notes: [...chain.notes, ...notesOn(host, top, use)],
  };
}

function readLayer(host: Hypervisor, source: FileSource, signal: AbortSignal): Promise<Layer> {
  return source.kind === 'volume'
    ? volumeLayer(host, source.pool, source.volume)
    : pathLayer(host, source.path, signal);
}

async function volumeLayer(host: Hypervisor, pool: string, volume: string): Promise<Layer> {
  const doing = `Looking at volume ${volume} in pool ${pool} on ${host.connection.name}`;
  const [found] = await host.connection.call('volumeDetails', { pool, volumes: [volume] }, doing);
  if (found) return fromVolume(found);
  const words = `The pool ${pool} on ${host.connection.name} has no volume ${volume}.`;
  throw apiError('not-found', words, 'Refresh the pool and choose the image again.');
}

function fromVolume({ pool, name, xml }: VolumeDetails): Layer {
  const volume = StorageVolume.parse(xml);
  const local = volume.type === 'file' || volume.type === 'block';
  return {
    path: local ? volume.path : null,
    volume: { pool, volume: name },
    format: volume.format,
    capacity: volume.capacity,
    allocation: volume.allocation,
    backing: volume.backingPath,
  };
}

/** What a pool has is libvirt's to tell; of everything else the beginning is read. */
async function pathLayer(host: Hypervisor, path: string, signal: AbortSignal): Promise<Layer> {
  const doing = `Looking for ${path} on ${host.connection.name}`;
  const known = await host.connection.call('volumeByPath', { path }, doing);
  if (known) return fromVolume(known);
  const head = await readHead(host, { kind: 'path', path }, signal);
  const format = formatOf(head.bytes);
  const qcow2 = format === 'qcow2' ? readQcow2(head.bytes) : null;
  if (format === 'qcow2' && !qcow2) {
    throw apiError('invalid', `The image ${path} is damaged: its qcow2 header makes no sense.`);
  }
  const plain = format === null || format === 'raw' || format === 'iso';
  return {
    path,
    volume: null,
    format: format ?? 'raw',
    capacity: qcow2?.capacity ?? (plain ? head.size : null),
    allocation: null,
    backing: qcow2?.backing ? completePath(qcow2.backing, path) : null,
  };
}

/** Names are relative to the folder of the image that names them. */
function completePath(name: string, from: string): string {
  const plain = name.replace(/^file:(\/\/)?/, '');
  return /^[a-z][a-z0-9+.-]*:/i.test(plain) ? plain : resolve(dirname(from), plain);
}

interface Chain {
  readonly paths: string[];
  readonly problem: string | null;
  readonly notes: string[];
}

async function followChain(host: Hypervisor, top: Layer, signal: AbortSignal): Promise<Chain> {
  const paths: string[] = [];
  let next = top.backing;
  while (next !== null) {
    if (paths.includes(next) || next === top.path) {
      return { paths, problem: `The image is built upon itself: ${next} comes again.`, notes: [] };
    }
    paths.push(next);
    if (paths.length >= MAX_CHAIN) return { paths, problem: 'The chain of images is too long.', notes: [] };
    // What is not a file of the host cannot be looked at.
    if (!next.startsWith('/')) return { paths, problem: null, notes: [] };
    const path: string = next;
    try {
      next = (await pathLayer(host, path, signal)).backing;
    } catch (error) {
      return brokenAt(paths, path, error);
    }
  }
  return { paths, problem: null, notes: [] };
}

function brokenAt(paths: string[], path: string, error: unknown): Chain {
  if (!(error instanceof ApiError)) throw error;
  if (error.kind === 'not-found') {
    return { paths, problem: `The image is built upon ${path}, which is not there.`, notes: [] };
  }
  return {
    paths,
    problem: null,
    notes: [`${path}, which it is built upon, could not be looked at: ${error.message}`],
  };
}

function notesOn(host: Hypervisor, { format }: Layer, { unchecked }: ImageUse): string[] {
  return [
    ...(format === 'iso' ? ['This is the image of a CD or DVD, not of a disk.'] : []),
    ...(unchecked > 0
      ? [
          `${unchecked} of the machines on ${host.connection.name} could not be asked in time whether they use it.`,
        ]
      : []),
  ];
}
