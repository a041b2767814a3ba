import { type DomainRow, type ImageFacts, isActive } from '../../../contract/index.ts';
import type { Agent } from '../../libvirt/agent/agent.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { readDefinitions } from './definitions.ts';
import { keysOf, storageIn } from './storageNames.ts';

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
/** Storage by what a definition calls it. */
type Sources = ReadonlySet<string>;

/** Not all changes are told by events: what was read is believed for so long, in ms. */
const BELIEVED_MS = 10_000;

/** Definitions that were read, by machine, until an event says that one has changed. */
interface Known {
  agent: Agent;
  readonly definitions: Map<string, { readonly sources: Sources; readonly at: number }>;
  /** For each reading that goes on, the machines of which events have told meanwhile. */
  readonly readings: Set<Set<string>>;
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
  const definitions = await remembered(host, open, doing);
  const { path, volume } = image;
  const keys = keysOf({ paths: path === null ? [] : [path], volume });
  const usedBy = rows.filter(
    ({ uuid }) =>
      (path !== null && paths.get(uuid)?.paths.includes(path)) ||
      keys.some((key) => definitions.get(uuid)?.has(key)),
  );
  return {
    usedBy: usedBy.map((row) => ({ name: row.name, running: isActive(row) })),
    unchecked: open.filter(({ uuid }) => !definitions.has(uuid)).length,
  };
}

/** What the definitions of some machines name; without those that there was no time for. */
async function remembered(
  host: Hypervisor,
  rows: readonly DomainRow[],
  doing: string,
): Promise<ReadonlyMap<string, Sources>> {
  const { definitions, readings } = knownOf(host);
  const now = performance.now();
  for (const [uuid, { at }] of definitions) if (now - at > BELIEVED_MS) definitions.delete(uuid);
  const found = new Map<string, Sources>();
  for (const { uuid } of rows) {
    const there = definitions.get(uuid);
    if (there) found.set(uuid, there.sources);
  }
  const missing = rows.filter(({ uuid }) => !found.has(uuid));
  const changed = new Set<string>();
  readings.add(changed);
  try {
    const texts = await readDefinitions(host, missing, { which: 'saved', doing, until: now + READING_MS });
    for (const [uuid, xml] of texts) {
      const sources = sourcesIn(xml);
      found.set(uuid, sources);
      if (!changed.has(uuid)) definitions.set(uuid, { sources, at: now });
    }
  } finally {
    readings.delete(changed);
  }
  return found;
}

function knownOf(host: Hypervisor): Known {
  const { agent } = host.connection;
  const there = known.get(host);
  if (there) {
    // What happened while there was no connection, no event has told.
    if (there.agent !== agent) there.definitions.clear();
    there.agent = agent;
    return there;
  }
  const made: Known = { agent, definitions: new Map(), readings: new Set() };
  known.set(host, made);
  host.onEvent((event) => {
    if (event.kind !== 'domain') return;
    made.definitions.delete(event.uuid);
    for (const changed of made.readings) changed.add(event.uuid);
  });
  return made;
}

/** The storage that a definition names. One that cannot be read names none that could be compared. */
export function sourcesIn(xml: string | null): Sources {
  return (xml === null ? null : storageIn(xml)) ?? new Set();
}
