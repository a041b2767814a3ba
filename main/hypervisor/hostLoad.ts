import type { HostLoad } from '../../contract/index.ts';
import type { HostCounters } from '../libvirt/operations/host.ts';

type Kinds = Readonly<Record<string, number>>;

/** Readings closer together than this, in ms, give no useful rates. */
const CLOSEST_MS = 50;

/** Turns readings of a host's counters into its load. */
export class HostLoadMeter {
  #last: HostCounters | null = null;

  /** After a pause the next load would be an average over all of it. */
  reset(): void {
    this.#last = null;
  }

  /** The load since the reading before; null when there is none to compare with, or too little time has passed. */
  take(counters: HostCounters): HostLoad | null {
    const before = this.#last;
    if (before && counters.timeMs - before.timeMs < CLOSEST_MS) return null;
    this.#last = counters;
    if (!before) return null;
    return { ...cpuLoad(before.cpu, counters.cpu), ...memoryLoad(counters.memory) };
  }
}

type CpuLoad = Pick<HostLoad, 'cpu' | 'kernel' | 'iowait'>;

/** Shares of all the time that was counted, so that neither the number of CPUs nor the clock matters. */
function cpuLoad(before: Kinds | null, now: Kinds | null): CpuLoad {
  const none: CpuLoad = { cpu: null, kernel: null, iowait: null };
  if (!now) return none;
  // Some drivers give the busy part itself, in per cent, and no counters.
  if (now.utilization !== undefined && now.idle === undefined) {
    return { ...none, cpu: percent(now.utilization / 100) };
  }
  if (!before) return none;
  const spent = (kind: string) => (now[kind] ?? 0) - (before[kind] ?? 0);
  const [user, kernel, idle, iowait, interrupt] = ['user', 'kernel', 'idle', 'iowait', 'intr'].map(spent);
  if (![user, kernel, idle, iowait, interrupt].every((one) => one !== undefined && one >= 0)) return none;
  const busy = (user ?? 0) + (kernel ?? 0) + (interrupt ?? 0);
  const all = busy + (idle ?? 0) + (iowait ?? 0);
  if (all <= 0) return none;
  return {
    cpu: percent(busy / all),
    kernel: now.kernel === undefined ? null : percent((kernel ?? 0) / all),
    iowait: now.iowait === undefined ? null : percent((iowait ?? 0) / all),
  };
}

function memoryLoad(now: Kinds | null): Pick<HostLoad, 'memoryUsedKiB' | 'memoryTotalKiB'> {
  const { total, free, buffers = 0, cached = 0 } = now ?? {};
  if (total === undefined) return { memoryUsedKiB: null, memoryTotalKiB: null };
  const used = free === undefined ? null : Math.max(0, total - free - buffers - cached);
  return { memoryUsedKiB: used, memoryTotalKiB: total };
}

/** Tenths of a per cent. */
function percent(part: number): number {
  return Math.min(1_000, Math.max(0, Math.round(part * 1_000))) / 10;
}
