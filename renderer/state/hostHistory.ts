import type { ConnectionId, StatsTick } from '../../contract/index.ts';

/** Points kept of each host: an hour at the usual interval of 3 seconds. */
const LENGTH = 1200;
/** Between ticks that are further apart than this, in ms, nothing is known: a hidden window gets one in 30 s. */
const GAP_MS = 90_000;

/** What a host was busy with, oldest first; null: not told, or nobody looked. */
export interface HostSeries {
  /** Seconds since 1970. */
  readonly times: readonly number[];
  /** Per cent of all CPUs. */
  readonly cpu: readonly (number | null)[];
  readonly iowait: readonly (number | null)[];
  /** Bytes, without buffers and caches. */
  readonly memory: readonly (number | null)[];
  /** Bytes that there are; null: not told. */
  readonly memoryTotal: number | null;
}

interface Ring {
  readonly times: number[];
  readonly cpu: (number | null)[];
  readonly iowait: (number | null)[];
  readonly memory: (number | null)[];
  memoryTotal: number | null;
}

const EMPTY: HostSeries = { times: [], cpu: [], iowait: [], memory: [], memoryTotal: null };

/** The load of each host over the last hour. It outlives a lost connection; the time between is a gap. */
export class HostHistory {
  readonly #hosts = new Map<ConnectionId, Ring>();

  push({ connection, time, host }: Pick<StatsTick, 'connection' | 'time' | 'host'>): void {
    if (!host) return;
    const ring = this.#hosts.get(connection) ?? {
      times: [],
      cpu: [],
      iowait: [],
      memory: [],
      memoryTotal: null,
    };
    this.#hosts.set(connection, ring);
    const last = ring.times.at(-1);
    if (last !== undefined && time - last * 1000 > GAP_MS) append(ring, last + 1, null, null, null);
    const used = host.memoryUsedKiB === null ? null : host.memoryUsedKiB * 1024;
    append(ring, time / 1000, host.cpu, host.iowait, used);
    ring.memoryTotal = host.memoryTotalKiB === null ? null : host.memoryTotalKiB * 1024;
  }

  of(connection: ConnectionId): HostSeries {
    return this.#hosts.get(connection) ?? EMPTY;
  }

  forget(connection: ConnectionId): void {
    this.#hosts.delete(connection);
  }
}

function append(
  ring: Ring,
  seconds: number,
  cpu: number | null,
  iowait: number | null,
  memory: number | null,
): void {
  ring.times.push(seconds);
  ring.cpu.push(cpu);
  ring.iowait.push(iowait);
  ring.memory.push(memory);
  if (ring.times.length <= LENGTH) return;
  for (const values of [ring.times, ring.cpu, ring.iowait, ring.memory]) values.shift();
}
