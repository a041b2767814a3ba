import type { DomainRates } from '../../contract/index.ts';
import type { DomainStats } from '../libvirt/operations/stats.ts';
import { STAT_INDEX, type StatColumn } from '../libvirt/operations/support/statNames.ts';

/** What must be known of a domain besides its counters. */
export interface RateFacts {
  readonly vcpus: number;
  readonly memoryKiB: number;
}

/** One reading: who the rows are about, and their counters. */
interface Reading {
  readonly timeMs: number;
  readonly generation: number;
  readonly uuids: readonly string[];
  readonly values: Float64Array;
}

/** Readings closer together than this, in ms, give no useful rates. */
const CLOSEST_MS = 50;

/**
 * Turns readings of counters into rates. A counter that went back (the guest was reset or is another
 * one now) and one that the driver does not tell count as standing still.
 */
export class RateMeter {
  #last: Reading | null = null;

  /** The generation whose domains are known; 0: none. */
  get known(): number {
    return this.#last?.generation ?? 0;
  }

  /** Forgets the last reading: after a pause the next rates would be averages over all of it. */
  reset(): void {
    this.#last = null;
  }

  /**
   * The rates since the reading before; null when there is none to compare with.
   * @param hostCpus CPUs of the host
   * @param factsOf what is known of a domain
   */
  take(
    stats: DomainStats,
    hostCpus: number,
    factsOf: (uuid: string) => RateFacts | undefined,
  ): DomainRates[] | null {
    const before = this.#last;
    const uuids = stats.uuids ?? before?.uuids ?? [];
    const { timeMs, generation, values } = stats;
    const ms = before ? timeMs - before.timeMs : 0;
    if (before && ms < CLOSEST_MS) return null;
    this.#last = { timeMs, generation, uuids, values };
    if (!before) return null;
    const rowBefore = rowFinder(before, generation, uuids);
    return uuids.map((uuid, row) => {
      const counters: Counters = {
        now: values,
        at: row * stats.columns,
        before: before.values,
        beforeAt: rowBefore(row) * stats.columns,
        ms,
      };
      return ratesOf(uuid, counters, hostCpus, factsOf(uuid));
    });
  }
}

interface Counters {
  readonly now: Float64Array;
  readonly at: number;
  readonly before: Float64Array;
  /** Negative: the domain was not there. */
  readonly beforeAt: number;
  readonly ms: number;
}

function ratesOf(
  uuid: string,
  counters: Counters,
  hostCpus: number,
  facts: RateFacts | undefined,
): DomainRates {
  // Nanoseconds per millisecond of wall time, over one CPU's million.
  const cpus = perSecond(counters, 'cpuTimeNs') / 1e9;
  const own = Math.max(1, facts?.vcpus ?? 1);
  return {
    uuid,
    hostCpu: percent(cpus / Math.max(1, hostCpus)),
    cpu: percent(cpus / own),
    memoryKiB: memoryOf(counters, facts),
    diskRead: Math.round(perSecond(counters, 'diskReadBytes')),
    diskWrite: Math.round(perSecond(counters, 'diskWriteBytes')),
    netRx: Math.round(perSecond(counters, 'netRxBytes')),
    netTx: Math.round(perSecond(counters, 'netTxBytes')),
  };
}

function perSecond({ now, at, before, beforeAt, ms }: Counters, column: StatColumn): number {
  if (beforeAt < 0) return 0;
  const difference = (now[at + STAT_INDEX[column]] ?? 0) - (before[beforeAt + STAT_INDEX[column]] ?? 0);
  return difference > 0 ? (difference * 1_000) / ms : 0;
}

/** Tenths of a per cent. Hypervisor threads can make it a little more than all vCPUs: cut at 100. */
function percent(part: number): number {
  return Math.min(1_000, Math.round(part * 1_000)) / 10;
}

/** Used memory where the balloon driver tells, else the current size. */
function memoryOf({ now, at }: Counters, facts: RateFacts | undefined): number {
  const value = (column: StatColumn) => now[at + STAT_INDEX[column]] ?? Number.NaN;
  const used =
    value('availableKiB') - (Number.isNaN(value('usableKiB')) ? value('unusedKiB') : value('usableKiB'));
  if (used >= 0) return used;
  const size = value('balloonKiB');
  return Number.isNaN(size) ? (facts?.memoryKiB ?? 0) : size;
}

/** Finds a row of the reading before; -1: the domain was not in it. */
function rowFinder(before: Reading, generation: number, uuids: readonly string[]): (row: number) => number {
  if (before.generation === generation) return (row) => row;
  const rows = new Map(before.uuids.map((uuid, row) => [uuid, row]));
  return (row) => rows.get(uuids[row] ?? '') ?? -1;
}
