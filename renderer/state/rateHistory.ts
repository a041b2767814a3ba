import type { ConnectionId, StatsTick, Uuid } from '../../contract/index.ts';

/** Points kept of each machine: two minutes at the usual interval of 3 seconds. */
const LENGTH = 40;

/** The last values of one machine, oldest first. */
export interface Series {
  /** Per cent of the guest's vCPUs. */
  readonly cpu: readonly number[];
  /** KiB. */
  readonly memory: readonly number[];
}

interface Ring {
  readonly cpu: number[];
  readonly memory: number[];
  tick: number;
}

const EMPTY: Series = { cpu: [], memory: [] };

/** A short history of every active machine. Machines that stop being reported are forgotten. */
export class RateHistory {
  readonly #connections = new Map<ConnectionId, { tick: number; rings: Map<Uuid, Ring> }>();

  push(tick: StatsTick): void {
    let entry = this.#connections.get(tick.connection);
    if (!entry) {
      entry = { tick: 0, rings: new Map() };
      this.#connections.set(tick.connection, entry);
    }
    entry.tick += 1;
    for (const rates of tick.rates) {
      let ring = entry.rings.get(rates.uuid);
      if (!ring) {
        ring = { cpu: [], memory: [], tick: 0 };
        entry.rings.set(rates.uuid, ring);
      }
      append(ring.cpu, rates.cpu);
      append(ring.memory, rates.memoryKiB);
      ring.tick = entry.tick;
    }
    for (const [uuid, ring] of entry.rings) if (ring.tick !== entry.tick) entry.rings.delete(uuid);
  }

  of(connection: ConnectionId, uuid: Uuid): Series {
    return this.#connections.get(connection)?.rings.get(uuid) ?? EMPTY;
  }

  forget(connection: ConnectionId): void {
    this.#connections.delete(connection);
  }
}

function append(values: number[], value: number): void {
  values.push(value);
  if (values.length > LENGTH) values.shift();
}
