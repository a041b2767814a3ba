import {
  apiError,
  type ConnectionSettings,
  type DomainRow,
  type EventName,
  type Events,
} from '../../contract/index.ts';
import type { Agent } from '../libvirt/agent/agent.ts';
import type { AgentEvent, DomainAgentEvent } from '../libvirt/agent/events.ts';
import type { StatsReading } from '../libvirt/operations/stats.ts';
import { type ConnectionDeps, type ConnectionHooks, HypervisorConnection } from './connection.ts';
import { RememberedDetails } from './details.ts';
import { EventLog } from './eventLog.ts';
import { eventWords } from './eventWords.ts';
import { Inventory, type InventorySource } from './inventory.ts';
import { wasDeleted } from './lifecycle.ts';
import type { RateFacts } from './rates.ts';
import { ReadBehind } from './readBehind.ts';
import { toListed } from './stateWords.ts';
import type { Measured } from './statistics.ts';
import { withoutUser } from './uri.ts';
import { XmlCache } from './xmlCache.ts';

export interface HypervisorDeps extends ConnectionDeps {
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** The data folder. */
  readonly dataFolder: string;
  /** A line for the log. */
  readonly log: (line: string) => void;
  /** Whether a window shows something of the connection; where that is not said, nobody looks. */
  readonly isSeen?: (id: string) => boolean;
  /** A machine of this host was seen to be deleted; another host may have it. */
  readonly onDeleted?: (uuid: string) => void;
  /** A connection was opened or closed: statistics may start or stop. */
  readonly onAvailability: () => void;
}

/** virDomainXMLFlags. */
export const XML = { live: 0, secure: 1, inactive: 2 } as const;

/** Events after which a domain's XML reads as before. */
const XML_STAYS = new Set<DomainAgentEvent['event']>(['rtc-change', 'graphics', 'migration-iteration']);

/** One connection with everything that is known of what is on it. */
export class Hypervisor implements Measured {
  readonly connection: HypervisorConnection;
  readonly inventory: Inventory;
  readonly events = new EventLog();
  readonly #deps: HypervisorDeps;
  readonly #xml = new XmlCache();
  readonly #listeners = new Set<(event: AgentEvent) => void>();
  readonly #availability = new Set<() => void>();
  #remembered: RememberedDetails;
  #behind: ReadBehind | null = null;
  #stopped = false;

  constructor(id: string, settings: ConnectionSettings, saved: boolean, deps: HypervisorDeps) {
    // Once it is stopped nobody hears of it any more.
    const emit: HypervisorDeps['emit'] = (name, payload) => {
      if (!this.#stopped) deps.emit(name, payload);
    };
    this.#deps = { ...deps, emit };
    this.inventory = new Inventory(id, emit, (row) => {
      if (wasDeleted(row)) deps.onDeleted?.(row.uuid);
    });
    this.#remembered = new RememberedDetails(deps.dataFolder, settings.uri);
    const hooks: ConnectionHooks = {
      changed: (connection) => emit('connectionChanged', connection.describe()),
      load: (_connection, agent) => this.#load(agent),
      connected: () => this.#available(),
      disconnected: (_connection, forgotten) => this.#disconnected(forgotten),
      event: (_connection, event) => this.#event(event),
    };
    this.connection = new HypervisorConnection(id, settings, saved, deps, hooks);
  }

  get id(): string {
    return this.connection.id;
  }

  get connected(): boolean {
    return this.connection.connected;
  }

  get hostCpus(): number {
    return this.connection.host?.cpus ?? 1;
  }

  /** A domain's row. Throws `not-found`, with words that say on which host. */
  row(uuid: string): DomainRow {
    const row = this.inventory.row(uuid);
    if (row) return row;
    throw apiError('not-found', `The machine does not exist on ${this.connection.name} any more.`);
  }

  factsOf(uuid: string): RateFacts | undefined {
    return this.inventory.row(uuid);
  }

  readStats(known: number): Promise<StatsReading> {
    return this.connection.agent.call('statsReading', { known });
  }

  /** A domain's definition without secrets, kept until an event says that it changed. */
  async xml(uuid: string, inactive: boolean): Promise<string> {
    const flags = inactive ? XML.inactive : XML.live;
    const doing = this.connection.doing('Reading the definition of', this.row(uuid));
    return this.#xml.get(uuid, String(flags), () =>
      this.connection.call('domainXML', { uuid, flags }, doing),
    );
  }

  /** What was read of a domain is out of date, and no event will say so. */
  outdated(uuid: string): void {
    this.#xml.drop(uuid);
    this.inventory.touch(uuid);
  }

  /** Somebody looks at these: what is still to be read of them is read first. */
  looking(uuids: readonly string[]): void {
    this.#behind?.hurry(uuids);
  }

  /**
   * Whether guests and their addresses may be asked for. libvirt's test driver makes addresses up, and crashes over a
   * network without any (9.0: virsh -c test:///file domifaddr).
   */
  get hasGuests(): boolean {
    return this.connection.host?.driver.toLowerCase() !== 'test';
  }

  /** Everything that libvirt reports by itself. Returns the unsubscriber. */
  onEvent(listener: (event: AgentEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Is told when the connection has been opened, and when it is open no more. Returns the unsubscriber. */
  onAvailability(listener: () => void): () => void {
    this.#availability.add(listener);
    return () => this.#availability.delete(listener);
  }

  /** Whether it has been closed for good. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Takes other settings and opens it anew where they mean another connection. */
  async change(settings: ConnectionSettings, saved: boolean): Promise<void> {
    const wasWanted = this.connection.wanted;
    const uriChanged = settings.uri !== this.connection.uri;
    if (!this.connection.change(settings, saved)) return;
    if (uriChanged) this.#remembered = new RememberedDetails(this.#deps.dataFolder, settings.uri);
    await this.connection.close();
    // It may have been removed from the list meanwhile.
    if (wasWanted && !this.#stopped) this.connection.open();
  }

  /** Closes it for good, and without a word. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.connection.close();
    this.inventory.stop();
  }

  async #load(agent: Agent): Promise<void> {
    const started = performance.now();
    let complete = true;
    const source: InventorySource = {
      list: async () => {
        const listed = await agent.call('listDomains', {});
        complete = listed.complete;
        return listed.domains.map(toListed);
      },
      refresh: async (uuids) => (await agent.call('refreshDomains', { uuids })).domains.map(toListed),
    };
    const loaded = await this.inventory.load(source, (uuid) => this.#remembered.get(uuid));
    if (!loaded) return;
    const ms = Math.round(performance.now() - started);
    const count = this.inventory.rows().length;
    this.#deps.log(
      `${withoutUser(this.connection.uri)}: ${count} machines in ${ms} ms, ${agent.calls} calls`,
    );
    this.#behind?.stop();
    this.#behind = new ReadBehind({
      agent,
      inventory: this.inventory,
      source: complete ? null : source,
      done: () => void this.#remembered.save(this.inventory.rows()),
      seen: () =>
        this.connected &&
        this.connection.host !== null &&
        this.hasGuests &&
        (this.#deps.isSeen?.(this.id) ?? false),
    });
  }

  #event(event: AgentEvent): void {
    if (event.kind === 'domain') this.#domainEvent(event);
    for (const listener of this.#listeners) listener(event);
  }

  #domainEvent(event: DomainAgentEvent & { readonly time: number }): void {
    const { uuid } = event;
    if (!XML_STAYS.has(event.event)) this.#xml.drop(uuid);
    this.inventory.handle(event);
    this.#behind?.take(event);
    const words = eventWords(event);
    if (!words) return;
    const told = { connection: this.id, uuid, time: event.time, ...words };
    this.events.add(told);
    this.#deps.emit('domainEvent', told);
  }

  #disconnected(forgotten: boolean): void {
    this.#behind?.stop();
    this.#behind = null;
    this.#xml.clear();
    if (forgotten) this.inventory.clear();
    else this.inventory.detach();
    this.#available();
  }

  #available(): void {
    this.#deps.onAvailability();
    for (const listener of [...this.#availability]) listener();
  }
}
