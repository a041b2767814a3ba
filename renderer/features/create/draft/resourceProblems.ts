import type { Draft } from './draft.ts';
import { archOf, canMakeFormats, defaultPool, disksOf, GIB, virtTypeOf } from './questions.ts';
import type { Known } from './spec.ts';
import { recommendedGiB } from './spec.ts';

type Found = Record<string, string>;

const MIB = 1024 ** 2;
/** As many as main takes. */
const MOST_MIB = 2 ** 43;

const isCount = (value: number) => Number.isInteger(value) && value >= 1;

/** The most vCPUs that the chosen way of running allows. */
export function maxVcpus(draft: Draft, { offer, defaults }: Known): number {
  const virt = virtTypeOf(draft, offer);
  const offered = archOf(draft, offer)?.virtTypes.find(({ type }) => type === virt)?.maxVcpus;
  const limits = [offered, defaults?.vcpus.maximum].filter((limit) => limit !== undefined && limit > 0);
  return limits.length === 0 ? 4096 : Math.min(...limits.map(Number));
}

/** What is wrong with the size of a new disk, in GiB; null: nothing, or it is the recommended one. */
export function sizeProblem(sizeGiB: number | null): string | null {
  if (sizeGiB === null) return null;
  if (!(sizeGiB * GIB >= MIB)) return 'The disk needs a size of at least 0.001 GiB.';
  return sizeGiB * GIB > Number.MAX_SAFE_INTEGER ? 'No storage holds a disk that large.' : null;
}

/** What is wrong with processors, memory and disks. */
export function resourceProblems(draft: Draft, known: Known): Found {
  const { vcpus, memoryMiB } = draft.resources;
  const found: Found = {};
  const most = maxVcpus(draft, known);
  if (vcpus !== null && !isCount(vcpus)) found.vcpus = 'At least one vCPU.';
  else if (vcpus !== null && vcpus > most) found.vcpus = `This host allows at most ${most} vCPUs.`;
  if (memoryMiB !== null && !isCount(memoryMiB)) found.memory = 'At least 1 MiB.';
  else if (memoryMiB !== null && memoryMiB > MOST_MIB) found.memory = 'No host has that much memory.';
  const taken = new Set<string>();
  for (const disk of disksOf(draft)) {
    const { key } = disk;
    if (disk.kind === 'existing') {
      if (disk.existingVolume === '') found[`disk${key}volume`] = 'Choose a volume.';
      else if (taken.has(`${disk.existingPool}/${disk.existingVolume}`)) {
        found[`disk${key}volume`] = 'This volume is in the list already.';
      }
      taken.add(`${disk.existingPool}/${disk.existingVolume}`);
      continue;
    }
    if (!(disk.pool || defaultPool(known.offer))) found[`disk${key}pool`] = 'Choose a pool.';
    const size = sizeProblem(disk.sizeGiB);
    if (size !== null) found[`disk${key}size`] = size;
    if (/[/\0]/.test(disk.name)) found[`disk${key}name`] = 'A name has no slashes.';
  }
  return found;
}

/** What to watch out for, which does not stop anybody; by field. */
export function resourceWarnings(draft: Draft, known: Known): Found {
  const { offer, defaults } = known;
  const warnings: Found = {};
  const memory = draft.resources.memoryMiB ?? defaults?.memoryMiB.recommended ?? 0;
  const vcpus = draft.resources.vcpus ?? defaults?.vcpus.recommended ?? 0;
  if (offer && offer.memoryKiB > 0 && memory * 1024 > offer.memoryKiB) {
    warnings.memory = 'More than the host has. The machine may not start.';
  } else if (defaults?.memoryMiB.minimum && memory < defaults.memoryMiB.minimum) {
    warnings.memory = `Less than the system needs (${defaults.memoryMiB.minimum} MiB).`;
  }
  if (offer && offer.cpus > 0 && vcpus > offer.cpus) {
    warnings.vcpus = `The host has ${offer.cpus}: more make the machine slower, not faster.`;
  } else if (defaults?.vcpus.minimum && vcpus < defaults.vcpus.minimum) {
    warnings.vcpus = `Less than the system needs (${defaults.vcpus.minimum}).`;
  }
  return { ...warnings, ...spaceWarnings(draft, known) };
}

/** What does not fit into its pool, or may not one day: all new disks of a pool together. */
function spaceWarnings(draft: Draft, known: Known): Found {
  const { offer } = known;
  const disks = newDisks(draft, known);
  const warnings: Found = {};
  for (const { key, pool } of disks) {
    const available = offer?.pools.find(({ name }) => name === pool)?.available;
    if (key === null || available === undefined) continue;
    const all = disks.filter((other) => other.pool === pool);
    const sum = (some: typeof all) => some.reduce((bytes, { size }) => bytes + size, 0);
    if (!(sum(all) > available)) continue;
    const together = all.length === 1 ? 'More' : 'Together with the other new disks more';
    const more = `${together} than the pool has free`;
    warnings[`disk${key}`] =
      sum(all.filter(({ whole }) => whole)) > available
        ? `${more}: it will not fit.`
        : `${more} now. It grows as the guest writes, and then there may be no room.`;
  }
  return warnings;
}

interface NewDisk {
  /** Null: the one that the method brings. */
  readonly key: number | null;
  readonly pool: string;
  /** Bytes. */
  readonly size: number;
  /** Whether all its space is taken at once. */
  readonly whole: boolean;
}

/** Everything that is made in pools, as far as its size is known. */
function newDisks(draft: Draft, { offer, defaults }: Known): NewDisk[] {
  const usual = defaultPool(offer);
  const bytes = (sizeGiB: number | null) => (sizeGiB ?? recommendedGiB(defaults)) * GIB;
  const disks = disksOf(draft).flatMap((disk): NewDisk[] => {
    if (disk.kind === 'existing') return [];
    const pool = disk.pool || usual;
    const found = offer?.pools.find(({ name }) => name === pool);
    const whole = disk.preallocate || !canMakeFormats(found);
    return [{ key: disk.key, pool, size: bytes(disk.sizeGiB), whole }];
  });
  const { how, cloud } = draft;
  if (how.method !== 'cloud' || !cloud.enlarge) return disks;
  return [{ key: null, pool: cloud.pool || usual, size: bytes(cloud.sizeGiB), whole: false }, ...disks];
}

function macProblem(mac: string): string | null {
  if (mac === '') return null;
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(mac)) {
    return 'Six pairs of hexadecimal digits: 52:54:00:12:34:56.';
  }
  // The lowest bit of the first byte (IEEE 802, I/G); libvirt refuses such a card.
  const group = Number.parseInt(mac.slice(0, 2), 16) % 2 === 1;
  return group ? 'This is the address of a group of cards: the first pair has to be even, such as 52.' : null;
}

/** What is wrong with the network cards. */
export function cardProblems(draft: Draft, { offer }: Known): Found {
  const found: Found = {};
  for (const card of draft.cards) {
    const at = `card${card.key}`;
    if (card.kind === 'network') {
      const network = offer?.networks.find(({ name }) => name === card.network);
      if (card.network === '') found[at] = 'Choose a network.';
      else if (offer && !network) found[at] = `This host has no network called ${card.network}.`;
    }
    if (card.kind === 'bridge' && card.bridge.trim() === '') {
      found[at] = 'Choose a bridge of the host, or type its name, such as br0.';
    }
    if (card.kind === 'direct' && card.device.trim() === '') {
      found[at] = 'Choose a card of the host, or type its name, such as eth0.';
    }
    const mac = macProblem(card.mac.trim());
    if (mac !== null) found[`${at}mac`] = mac;
  }
  return found;
}
