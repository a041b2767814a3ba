import { create } from 'zustand';
import type { ConnectionId, DomainRates, StatsTick, Uuid } from '../../contract/index.ts';
import { HostHistory } from './hostHistory.ts';
import { RateHistory } from './rateHistory.ts';

interface Tick {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly rates: ReadonlyMap<Uuid, DomainRates>;
}

interface StatsState {
  readonly ticks: ReadonlyMap<ConnectionId, Tick>;
  /** Grows with every tick, for what has to be computed again from all of them. */
  readonly serial: number;
}

/** The latest rates. Each cell selects its own number, so a tick repaints only what changed. */
export const useStats = create<StatsState>()(() => ({ ticks: new Map(), serial: 0 }));

/** The last minutes of CPU and memory, for the small graphs; read when they paint. */
export const rateHistory = new RateHistory();

/** The load of hosts over the last hour; read when it is painted. */
export const hostHistory = new HostHistory();

/** Takes the figures that main has sent of a connection. */
export function applyTick(tick: StatsTick): void {
  rateHistory.push(tick);
  hostHistory.push(tick);
  const rates = new Map(tick.rates.map((row) => [row.uuid, row]));
  useStats.setState(({ ticks, serial }) => ({
    ticks: new Map(ticks).set(tick.connection, { time: tick.time, rates }),
    serial: serial + 1,
  }));
}

/** Rates of a connection that is not watched any more are not shown as if they were true. */
export function forgetStats(connection: ConnectionId): void {
  rateHistory.forget(connection);
  useStats.setState(({ ticks, serial }) => {
    if (!ticks.has(connection)) return {};
    const rest = new Map(ticks);
    rest.delete(connection);
    return { ticks: rest, serial: serial + 1 };
  });
}

/** The latest rates of one machine; undefined while it is off or nothing is known yet. */
export function useRates(connection: ConnectionId, uuid: Uuid): DomainRates | undefined {
  return useStats((state) => state.ticks.get(connection)?.rates.get(uuid));
}

/** The latest rates of one machine, outside of a component. */
export function findRates(connection: ConnectionId, uuid: Uuid): DomainRates | undefined {
  return useStats.getState().ticks.get(connection)?.rates.get(uuid);
}
