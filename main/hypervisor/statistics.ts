import type { Events, StatsTick } from '../../contract/index.ts';
import type { Caller } from '../ipc/caller.ts';
import type { StatsReading } from '../libvirt/operations/stats.ts';
import { HostLoadMeter } from './hostLoad.ts';
import { type RateFacts, RateMeter } from './rates.ts';

/** A connection whose statistics can be read. */
export interface Measured {
  readonly id: string;
  /** Whether it is connected now. */
  readonly connected: boolean;
  readonly hostCpus: number;
  /** Domains and host in one operation; each null where the driver has no statistics of it. */
  readStats(known: number): Promise<StatsReading>;
  factsOf(uuid: string): RateFacts | undefined;
}

export interface StatisticsOptions {
  /** The connection of an id, while it exists. */
  readonly connection: (id: string) => Measured | undefined;
  readonly emitTo: (caller: Caller, name: 'statsTick', payload: Events['statsTick']) => void;
  /** Seconds between ticks for a visible window; read anew for each tick. */
  readonly intervalS: () => number;
}

/** Hidden windows get every so-manieth tick. */
const HIDDEN_FACTOR = 10;
/** Reading takes at most this part of the time: slow links and hosts are asked less often. */
const DUTY = 0.1;
/** The second reading comes soon, so that numbers do not keep a new window waiting. In ms. */
const SECOND_MS = 1_000;

interface Watcher {
  readonly caller: Caller;
  connections: ReadonlySet<string>;
}

/**
 * Statistics for whoever looks: one bulk call per connection and tick, sent to the windows that watch
 * it. Where nobody looks, nothing is read.
 */
export class Statistics {
  readonly #options: StatisticsOptions;
  readonly #watchers = new Map<string, Watcher>();
  readonly #loops = new Map<string, Loop>();

  constructor(options: StatisticsOptions) {
    this.#options = options;
  }

  /** Sets what a window watches; nothing more when the list is empty. */
  watch(caller: Caller, connections: readonly string[]): void {
    if (caller.gone) return;
    const watcher = this.#watchers.get(caller.id);
    if (watcher) {
      watcher.connections = new Set(connections);
    } else {
      this.#watchers.set(caller.id, { caller, connections: new Set(connections) });
      caller.onGone(() => {
        this.#watchers.delete(caller.id);
        this.update();
      });
    }
    this.update();
  }

  /** Something has changed: a window was hidden or shown, a connection opened or closed. */
  update(): void {
    const wanted = new Set([...this.#watchers.values()].flatMap((watcher) => [...watcher.connections]));
    for (const [id, loop] of this.#loops) {
      if (wanted.has(id) && this.#options.connection(id)?.connected) continue;
      loop.stop();
      this.#loops.delete(id);
    }
    for (const id of wanted) {
      const loop = this.#loops.get(id);
      if (loop) loop.reschedule();
      else if (this.#options.connection(id)?.connected) this.#loops.set(id, this.#start(id));
    }
  }

  /** Whether a window that can be seen shows something of this connection. */
  isSeen(id: string): boolean {
    return this.#watching(id).some((watcher) => watcher.caller.visible);
  }

  stop(): void {
    for (const loop of this.#loops.values()) loop.stop();
    this.#loops.clear();
    this.#watchers.clear();
  }

  #start(id: string): Loop {
    return new Loop({
      read: (known) => {
        const connection = this.#options.connection(id);
        return connection?.connected ? connection.readStats(known) : Promise.resolve(NOTHING);
      },
      intervalMs: () => this.#intervalMs(id),
      tell: (reading, meters) => this.#tell(id, reading, meters),
    });
  }

  /** In ms. */
  #intervalMs(id: string): number {
    const seen = this.#watching(id).some((watcher) => watcher.caller.visible);
    return this.#options.intervalS() * 1_000 * (seen ? 1 : HIDDEN_FACTOR);
  }

  #watching(id: string): Watcher[] {
    return [...this.#watchers.values()].filter((watcher) => watcher.connections.has(id));
  }

  #tell(id: string, reading: StatsReading, meters: Meters): void {
    const connection = this.#options.connection(id);
    if (!connection) return;
    const rates =
      reading.domains &&
      meters.domains.take(reading.domains, connection.hostCpus, (uuid) => connection.factsOf(uuid));
    const host = reading.host && meters.host.take(reading.host);
    // A driver that tells of its host only has ticks all the same; a first reading has nothing to say yet.
    if (!rates && (reading.domains || !host)) return;
    const tick: StatsTick = { connection: id, time: Date.now(), rates: rates ?? [], host };
    for (const watcher of this.#watching(id)) this.#options.emitTo(watcher.caller, 'statsTick', tick);
  }
}

/** The answer of a connection that has gone meanwhile. */
const NOTHING: StatsReading = { domains: null, host: null };

/** What is known of the readings before. */
class Meters {
  readonly domains = new RateMeter();
  readonly host = new HostLoadMeter();
  /** Nothing has been read yet to compare with. */
  fresh = true;

  reset(): void {
    this.domains.reset();
    this.host.reset();
    this.fresh = true;
  }
}

interface LoopOptions {
  readonly read: (known: number) => Promise<StatsReading>;
  readonly intervalMs: () => number;
  readonly tell: (reading: StatsReading, meters: Meters) => void;
}

/** Reads one connection again and again, never twice at the same time. */
class Loop {
  readonly #options: LoopOptions;
  readonly #meters = new Meters();
  #timer: NodeJS.Timeout | null = null;
  #lastStart = Number.NEGATIVE_INFINITY;
  #lastMs = 0;
  /** There is one reading and no rate yet. */
  #soon = false;
  #stopped = false;

  constructor(options: LoopOptions) {
    this.#options = options;
    this.#timer = setTimeout(() => void this.#tick(), 0);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** The interval may have changed. */
  reschedule(): void {
    if (this.#timer) this.#schedule();
  }

  async #tick(): Promise<void> {
    this.#timer = null;
    this.#lastStart = performance.now();
    this.#soon = this.#meters.fresh;
    const supported = await this.#read();
    this.#lastMs = performance.now() - this.#lastStart;
    if (supported) this.#schedule();
  }

  /** False where there are no statistics to be had. */
  async #read(): Promise<boolean> {
    try {
      const reading = await this.#options.read(this.#meters.domains.known);
      if (!reading.domains && !reading.host) return false;
      this.#meters.fresh = false;
      if (!this.#stopped) this.#options.tell(reading, this.#meters);
      return true;
    } catch {
      // The connection notices a lost link itself; anything else may be better at the next tick.
      this.#meters.reset();
      return true;
    }
  }

  #schedule(): void {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    const interval = this.#options.intervalMs();
    const wanted = this.#soon ? Math.min(SECOND_MS, interval) : interval;
    const wait = this.#lastStart + Math.max(wanted, this.#lastMs / DUTY) - performance.now();
    this.#timer = setTimeout(() => void this.#tick(), Math.max(0, wait));
  }
}
