import type { AddressSource } from '../../../contract/index.ts';
import type { ShortAddresses } from '../../libvirt/operations/guests.ts';
import { listedAddresses } from './agentFacts.ts';

export interface AddressFillerOptions {
  /** Asks for the addresses of some guests; `slow`: beside other calls, for what a guest has to answer. */
  readonly read: (
    uuids: readonly string[],
    sources: readonly AddressSource[],
    slow: boolean,
  ) => Promise<readonly ShortAddresses[]>;
  readonly found: (uuid: string, addresses: string[]) => void;
  /** The machines that run now. */
  readonly active: () => readonly string[];
  /** Whether somebody sees a list of them. */
  readonly seen: () => boolean;
  /** Tests are impatient. */
  readonly times?: Partial<typeof TIMES>;
}

/** In ms. */
const TIMES = {
  /** After the list was read: first what users look at. */
  first: 1_500,
  /** Between looks at whether there is something to do. */
  pause: 2_000,
  /** A guest whose addresses are known is asked again after this. */
  known: 10 * 60_000,
  /** One of which nothing is known; twice as long each time, up to `known`. */
  unknown: 20_000,
  /** A guest needs a while until it has addresses. */
  started: 8_000,
};
/** libvirt calls a minute, at most. */
export const CALLS_A_MINUTE = 120;
/** Guests asked together: on a slow link others wait for so many calls. */
const BATCH = 8;

interface Asked {
  /** When it may be asked again. */
  due: number;
  /** Times in a row that nothing was known. */
  misses: number;
  /** The agent knew addresses last: it is asked first. */
  agent: boolean;
}

/**
 * Finds out behind which addresses guests have: those in sight first, then the others, slowly. Leases and ARP
 * tables are asked for together; agents one at a time and beside other calls. Nothing is asked while nobody looks.
 */
export class AddressFiller {
  readonly #options: AddressFillerOptions;
  readonly #times: typeof TIMES;
  readonly #asked = new Map<string, Asked>();
  #first = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #calls = CALLS_A_MINUTE;
  #refilled = Date.now();
  #stopped = false;

  constructor(options: AddressFillerOptions) {
    this.#options = options;
    this.#times = { ...TIMES, ...options.times };
    this.#schedule(this.#times.first);
  }

  /** These are in sight: they are asked before others. */
  hurry(uuids: Iterable<string>): void {
    this.#first = new Set([...uuids].slice(0, 200));
  }

  /** The guest has started, or its agent came or went. */
  changed(uuid: string, soon: boolean): void {
    const due = Date.now() + (soon ? 0 : this.#times.started);
    this.#asked.set(uuid, { due, misses: 0, agent: soon });
  }

  /** The guest has ended. */
  forget(uuid: string): void {
    this.#asked.delete(uuid);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(wait: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#next(), wait);
    this.#timer.unref();
  }

  async #next(): Promise<void> {
    try {
      if (this.#options.seen()) await this.#round();
    } catch {
      // Nobody asked for it; a link that broke is the connection's to mend.
    }
    this.#schedule(this.#times.pause);
  }

  async #round(): Promise<void> {
    this.#refill();
    const due = this.#due().slice(0, BATCH);
    if (due.length === 0 || this.#calls < due.length * 2) return;
    const byAgent = due.filter((uuid) => this.#asked.get(uuid)?.agent);
    const plain = due.filter((uuid) => !byAgent.includes(uuid));
    const open = [...byAgent, ...(await this.#ask(plain, ['lease', 'arp'], false))];
    // One at a time: a guest that is slow to answer keeps only the next one waiting.
    for (const uuid of open) {
      if (this.#stopped || this.#calls < 3) return;
      const agentFirst: AddressSource[] = byAgent.includes(uuid) ? ['agent', 'lease', 'arp'] : ['agent'];
      const [missed] = await this.#ask([uuid], agentFirst, true);
      if (missed !== undefined) this.#missed(missed);
    }
  }

  /** Those that may be asked, the ones in sight first, then whoever waits for longest. */
  #due(): string[] {
    const now = Date.now();
    const active = this.#options.active();
    const dueOf = (uuid: string) => this.#asked.get(uuid)?.due ?? 0;
    const sight = (uuid: string) => (this.#first.has(uuid) ? 0 : 1);
    return active
      .filter((uuid) => dueOf(uuid) <= now)
      .sort((a, b) => sight(a) - sight(b) || dueOf(a) - dueOf(b));
  }

  /** Asks, and gives back those of which nothing is known. */
  async #ask(uuids: readonly string[], sources: readonly AddressSource[], slow: boolean): Promise<string[]> {
    if (uuids.length === 0) return [];
    this.#calls -= uuids.length * sources.length;
    const answers = await this.#options.read(uuids, sources, slow);
    if (this.#stopped) return [];
    const missed = new Set(uuids);
    for (const { uuid, source, addresses } of answers) {
      const listed = listedAddresses(addresses);
      if (source === null || listed.length === 0) continue;
      missed.delete(uuid);
      const due = Date.now() + this.#times.known;
      this.#asked.set(uuid, { due, misses: 0, agent: source === 'agent' });
      this.#options.found(uuid, listed);
    }
    return [...missed];
  }

  #missed(uuid: string): void {
    const misses = (this.#asked.get(uuid)?.misses ?? 0) + 1;
    const wait = Math.min(this.#times.known, this.#times.unknown * 2 ** (misses - 1));
    this.#asked.set(uuid, { due: Date.now() + wait, misses, agent: false });
    this.#options.found(uuid, []);
  }

  #refill(): void {
    const now = Date.now();
    const fresh = ((now - this.#refilled) / 60_000) * CALLS_A_MINUTE;
    this.#calls = Math.min(CALLS_A_MINUTE, this.#calls + fresh);
    this.#refilled = now;
  }
}
