import { compare } from '../../../model/index.ts';
import { virDomainEventType as Type } from '../../libvirt/generated/enums-domain.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { readDomain } from './documents.ts';

/** Saved definitions remembered of one connection. */
const REMEMBERED = 200;
/** A definition is read again so long after an event, in ms: changes come in bursts. */
const QUIET_MS = 300;

/**
 * Notices when another program replaces the saved definition of a machine that somebody has looked at here, and
 * keeps the one that was replaced.
 */
export class OthersChanges {
  readonly #host: Hypervisor;
  readonly #history: DefinitionHistory;
  readonly #log: (line: string) => void;
  /** The saved definitions as they were seen last, without secrets. */
  readonly #seen = new Map<string, string>();
  /** Machines that Virtdeck itself is changing. */
  readonly #own = new Set<string>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(host: Hypervisor, history: DefinitionHistory, log: (line: string) => void) {
    this.#host = host;
    this.#history = history;
    this.#log = log;
    host.onEvent((event) => {
      if (event.kind !== 'domain' || event.event !== 'lifecycle') return;
      if (event.type === Type.VIR_DOMAIN_EVENT_DEFINED) this.#later(event.uuid);
    });
  }

  /** Somebody looks at this definition: the one before it, if it was replaced meanwhile, is kept. */
  async reads(uuid: string, saved: string | null): Promise<void> {
    if (this.#own.has(uuid)) return;
    const before = this.#seen.get(uuid);
    this.#saw(uuid, saved);
    if (before !== undefined && saved !== null) await this.#keepReplaced(uuid, before, saved);
  }

  #saw(uuid: string, saved: string | null): void {
    this.#seen.delete(uuid);
    if (saved === null) return;
    this.#seen.set(uuid, saved);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > REMEMBERED && oldest !== undefined) this.#seen.delete(oldest);
  }

  /** Does something that changes the definition, which then is no change of others'. */
  async ours<T>(uuid: string, work: () => Promise<T>): Promise<T> {
    await this.#look(uuid);
    this.#own.add(uuid);
    try {
      return await work();
    } finally {
      this.#saw(uuid, await this.#read(uuid));
      this.#own.delete(uuid);
    }
  }

  #later(uuid: string): void {
    if (!this.#seen.has(uuid) || this.#timers.has(uuid)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(uuid);
      void this.#look(uuid);
    }, QUIET_MS);
    timer.unref();
    this.#timers.set(uuid, timer);
  }

  /** Keeps what was seen last, if it is not what is there now. */
  async #look(uuid: string): Promise<void> {
    const before = this.#seen.get(uuid);
    if (before === undefined || this.#own.has(uuid)) return;
    const after = await this.#read(uuid);
    if (after === null || this.#own.has(uuid) || this.#seen.get(uuid) !== before) return;
    this.#saw(uuid, after);
    await this.#keepReplaced(uuid, before, after);
  }

  async #keepReplaced(uuid: string, before: string, after: string): Promise<void> {
    if (!differ(before, after)) return;
    const name = this.#host.inventory.row(uuid)?.name ?? uuid;
    const entry = { time: Date.now(), cause: 'Changed by another program', uuid, name, xml: before };
    try {
      await this.#history.keep({ ...entry, uri: this.#host.connection.uri, by: 'other' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#log(`The replaced definition of ${name} could not be kept: ${why}`);
    }
  }

  /** The saved definition; null where there is none, or nobody to ask. */
  async #read(uuid: string): Promise<string | null> {
    try {
      const { saved } = await this.#host.connection.agent.call('bothDefinitions', { uuid, secure: false });
      return saved;
    } catch {
      return null;
    }
  }
}

function differ(before: string, after: string): boolean {
  try {
    return before !== after && compare(readDomain(before, ''), readDomain(after, '')).length > 0;
  } catch {
    return before !== after;
  }
}
