import { type DomainRow, type ImageFacts, isActive } from '../../../contract/index.ts';
import { Domain, XmlError } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { Agent } from '../../libvirt/agent/agent.ts';

/** An image by all the names that machines may know it by. */
export interface ImageNames {
  readonly path: string | null;
  readonly volume: { readonly pool: string; readonly volume: string } | null;
}

/** Which machines have an image as a disk. */
export interface ImageUse {
  readonly usedBy: ImageFacts['usedBy'];
  /** Machines whose definitions could not be read in time. */
  readonly unchecked: number;
}

/** What one call does not tell is read in its turn, but no longer than this, in ms. */
const READING_MS = 3_000;
/** Definitions read at a time: other calls wait as long. */
const BATCH = 20;
const INACTIVE = 2;

/** Sources of disks by what a definition calls them; volumes as "pool\0volume". */
type Sources = ReadonlySet<string>;

/** Not all changes are told by events: what was read is believed for so long, in ms. */
const BELIEVED_MS = 10_000;

/** Definitions that were read, by machine, until an event says that one has changed. */
interface Known {
  agent: Agent;
  readonly definitions: Map<string, { readonly sources: Sources; readonly at: number }>;
}

const known = new WeakMap<Hypervisor, Known>();

/**
 * Finds who has an image: all machines' disks with one call, and definitions only for what that leaves open (saved ones
 * of running machines, disks that are volumes). Those are remembered.
 */
export async function imageUse(host: Hypervisor, image: ImageNames): Promise<ImageUse> {
  const doing = `Reading which machines of ${host.connection.name} have the image`;
  const rows = host.inventory.rows();
  const bulk = await host.connection.call('domainDiskPaths', {}, doing);
  const paths = new Map(bulk?.map((one) => [one.uuid, one]));
  const open = rows.filter((row) => {
    const found = paths.get(row.uuid);
    return !found || found.more || (isActive(row) && row.persistent);
  });
  const definitions = await readDefinitions(host, open, doing);
  const usedBy = rows.filter(
    ({ uuid }) =>
      (image.path !== null && paths.get(uuid)?.paths.includes(image.path)) ||
      names(image).some((name) => definitions.get(uuid)?.sources.has(name)),
  );
  return {
    usedBy: usedBy.map((row) => ({ name: row.name, running: isActive(row) })),
    unchecked: open.filter(({ uuid }) => !definitions.has(uuid)).length,
  };
}

function names({ path, volume }: ImageNames): string[] {
  return [...(path === null ? [] : [path]), ...(volume === null ? [] : [`${volume.pool}\0${volume.volume}`])];
}

async function readDefinitions(
  host: Hypervisor,
  rows: readonly DomainRow[],
  doing: string,
): Promise<Known['definitions']> {
  const cache = cacheOf(host);
  const now = performance.now();
  for (const [uuid, { at }] of cache) if (now - at > BELIEVED_MS) cache.delete(uuid);
  const missing = rows.map((row) => row.uuid).filter((uuid) => !cache.has(uuid));
  const end = now + READING_MS;
  for (let from = 0; from < missing.length && performance.now() < end; from += BATCH) {
    const uuids = missing.slice(from, from + BATCH);
    const texts = await host.connection.call('domainXMLs', { uuids, flags: INACTIVE }, doing);
    for (const [index, uuid] of uuids.entries()) {
      cache.set(uuid, { sources: sourcesIn(texts[index] ?? null), at: performance.now() });
    }
  }
  return cache;
}

function cacheOf(host: Hypervisor): Known['definitions'] {
  const { agent } = host.connection;
  const there = known.get(host);
  if (there) {
    // What happened while there was no connection, no event has told.
    if (there.agent !== agent) there.definitions.clear();
    there.agent = agent;
    return there.definitions;
  }
  const definitions: Known['definitions'] = new Map();
  known.set(host, { agent, definitions });
  host.onEvent((event) => {
    if (event.kind === 'domain') definitions.delete(event.uuid);
  });
  return definitions;
}

/** What a definition's disks are made of. One that cannot be read has none that could be compared. */
export function sourcesIn(xml: string | null): Sources {
  const sources = new Set<string>();
  if (!xml?.includes('<disk')) return sources;
  try {
    for (const { source } of Domain.parse(xml).disks) {
      const path = source.file ?? source.dev;
      if (path !== null) sources.add(path);
      if (source.volume !== null) sources.add(`${source.pool ?? ''}\0${source.volume}`);
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  return sources;
}
