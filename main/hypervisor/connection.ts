import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ApiError,
  apiError,
  type Connection,
  type ConnectionSettings,
  type DomainRow,
  type HostFacts,
} from '../../contract/index.ts';
import type { Agent, AgentExit, CallOptions } from '../libvirt/agent/agent.ts';
import type { AgentEvent } from '../libvirt/agent/events.ts';
import type { OperationInput, OperationName, OperationOutput } from '../libvirt/operations/index.ts';
import { LinkWatch } from '../remote/linkWatch.ts';
import { addressOf, type ReachPlace } from '../remote/reach.ts';
import type { SshSession } from '../remote/sshSession.ts';
import { attemptOpen, type OpenDeps, type Opened } from './attempt.ts';
import { backoffMs } from './backoff.ts';
import { ConnectionState } from './connectionState.ts';
import { toApiError } from './errors.ts';

/** What a connection tells its owner. */
export interface ConnectionHooks {
  /** Anything that the renderer sees of it has changed. */
  changed(connection: HypervisorConnection): void;
  /** It is open and its list is read. */
  connected(connection: HypervisorConnection): void;
  /** It is not open any more. `forgotten`: the user closed it, so its picture is to go. */
  disconnected(connection: HypervisorConnection, forgotten: boolean): void;
  event(connection: HypervisorConnection, event: AgentEvent): void;
  /** Fills the picture while the connection is being opened; `connected` comes after it. */
  load(connection: HypervisorConnection, agent: Agent): Promise<void>;
}

export interface ConnectionDeps extends OpenDeps {
  /** Between attempts; tests are impatient. */
  readonly backoffMs?: (attempt: number) => number;
}

/** How long a host may take to show that it is there, in ms. */
const PROVE_MS = 4_000;
/** A list that is read does not wait longer than this for the host's name, in ms. */
const NAME_WAIT_MS = 100;

/** After these, only the user can do something: no further attempt is made. */
const FINAL = new Set(['authentication', 'denied', 'invalid', 'unsupported', 'cancelled']);

/**
 * One hypervisor in the list: opens, is lost, comes back, is closed. Each time it is open it has an
 * agent process of its own; nothing here waits for anything of another connection.
 */
export class HypervisorConnection {
  readonly #deps: ConnectionDeps;
  readonly #hooks: ConnectionHooks;
  readonly #state: ConnectionState;
  #agent: Agent | null = null;
  #attempt: AbortController | null = null;
  #failures = 0;
  #retry: NodeJS.Timeout | null = null;
  /** Where the host can be knocked at while it is lost. */
  #reach: ReachPlace | null = null;
  #watch: LinkWatch | null = null;
  readonly #closing = new Set<Promise<void>>();

  constructor(
    id: string,
    settings: ConnectionSettings,
    saved: boolean,
    deps: ConnectionDeps,
    hooks: ConnectionHooks,
  ) {
    this.#state = new ConnectionState(id, settings, saved, () => hooks.changed(this));
    this.#deps = deps;
    this.#hooks = hooks;
  }

  get id(): string {
    return this.#state.id;
  }

  get settings(): ConnectionSettings {
    return this.#state.settings;
  }

  get saved(): boolean {
    return this.#state.saved;
  }

  get connected(): boolean {
    return this.#state.phase.status === 'connected';
  }

  /** Whether something goes on that ends connected or not: open, or on the way to it. */
  get wanted(): boolean {
    return this.#attempt !== null || this.#agent !== null || this.#retry !== null;
  }

  get readOnly(): boolean {
    return this.settings.readOnly;
  }

  get host(): HostFacts | null {
    return this.#state.phase.host;
  }

  get uri(): string {
    return this.settings.uri;
  }

  /** As the user knows it: the name given, the host's own, or what the URI says. */
  get name(): string {
    return this.#state.name;
  }

  /** The open agent. Throws `unavailable` while there is none. */
  get agent(): Agent {
    if (this.#agent && this.connected) return this.#agent;
    throw apiError('unavailable', `${this.name} is not connected.`, 'Connect it and try again.');
  }

  /**
   * The ssh session of the host, for tunnels and commands. Where libvirt uses an ssh library of its own, the user's
   * ssh signs in first, and may ask. Null: the connection does not go over ssh.
   * @throws ApiError why ssh did not get in
   */
  session(signal: AbortSignal = new AbortController().signal): Promise<SshSession | null> {
    const waiting = (): void => {};
    const use = { connection: this.id, name: this.name, signal, waiting };
    return this.#deps.remote.openSession(this.uri, use);
  }

  describe(): Connection {
    return this.#state.describe();
  }

  /** Runs an operation; failures become errors that say what was being done. */
  async call<K extends OperationName>(
    name: K,
    input: OperationInput<K>,
    doing: string,
    options?: CallOptions,
  ): Promise<OperationOutput<K>> {
    try {
      return await this.agent.call(name, input, options);
    } catch (error) {
      throw toApiError(error, { doing, uri: this.uri });
    }
  }

  /** "Starting web1 on lab2" */
  doing(what: string, row: Pick<DomainRow, 'name'>): string {
    return `${what} ${row.name} on ${this.name}`;
  }

  /** Opens it, or makes the next attempt at once. Does nothing while it is open or being opened. */
  open(): void {
    if (this.#attempt || this.connected) return;
    const again = this.#state.phase.lastSeen !== null;
    this.#clearRetry();
    this.#failures = 0;
    void this.#try(again);
  }

  /** Closes it, or gives up an attempt under way. Resolves when the agent is gone. */
  async close(): Promise<void> {
    this.#drop();
    this.#unwatch();
    this.#reach = null;
    this.#state.set({
      ...AT_REST,
      status: 'disconnected',
      error: null,
      lastSeen: null,
      host: null,
      warnings: [],
    });
    this.#hooks.disconnected(this, true);
    this.#deps.keychain.endPlace(this.uri);
    await Promise.all([...this.#closing, this.#deps.remote.release(this.id)]);
  }

  /**
   * The computer has slept, the network has changed, or the host answers again: what was lost is tried at once,
   * and what seems to be connected has to show that it is.
   */
  wake(): void {
    if (this.connected) {
      void this.#prove();
      return;
    }
    const trying = this.#attempt !== null && this.#state.phase.status === 'reconnecting';
    if (!this.#retry && !trying) return;
    // An attempt that began while nothing was there may sleep for long in the kernel.
    this.#drop();
    this.#failures = 0;
    void this.#try(true);
  }

  /** Takes other settings; true when they mean another connection, which then has to be opened anew. */
  change(settings: ConnectionSettings, saved: boolean): boolean {
    const other = settings.uri !== this.uri || settings.readOnly !== this.readOnly;
    this.#state.change(settings, saved);
    return other;
  }

  async #try(again: boolean): Promise<void> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    const status = again ? 'reconnecting' : 'connecting';
    const error = again ? this.#state.phase.error : null;
    this.#state.set({ status, stage: 'Opening', error, retryAt: null });
    try {
      const opened = await attemptOpen(this.#deps, {
        connection: this.id,
        uri: this.uri,
        readOnly: this.readOnly,
        name: this.name,
        signal: attempt.signal,
        onWaiting: (waiting) => {
          if (this.#attempt === attempt) this.#state.set({ status: waiting ? 'waiting' : status });
        },
        onStage: (stage) => {
          if (this.#attempt === attempt) this.#state.set({ stage });
        },
        onEvent: (event) => this.#event(event),
        onExit: (agent, exit) => this.#exited(agent, exit),
        onLeaving: (gone) => this.#track(gone),
      });
      await this.#fill(opened, attempt);
    } catch (error) {
      if (this.#attempt !== attempt) return;
      this.#failed(toApiError(error, { doing: `Connecting to ${this.name}`, uri: this.uri }), again);
    }
  }

  /** The connection is open: reads the list, and only then says so. */
  async #fill(opened: Opened, attempt: AbortController): Promise<void> {
    const { agent, host, way } = opened;
    if (this.#attempt !== attempt) {
      this.#track(agent.close());
      return;
    }
    this.#agent = agent;
    const hostname = host.hostname || this.host?.hostname || '';
    this.#state.set({
      host: { ...host, hostname },
      warnings: way.warnings,
      stage: 'Reading the list of machines',
    });
    const named = this.#learnName(agent);
    await this.#hooks.load(this, agent);
    await Promise.race([named, sleep(NAME_WAIT_MS)]);
    if (this.#attempt !== attempt) return;
    this.#attempt = null;
    this.#failures = 0;
    this.#unwatch();
    this.#state.set({ ...AT_REST, status: 'connected', error: null, lastSeen: Date.now() });
    this.#hooks.connected(this);
    const reach = way.reach && (await addressOf(way.reach));
    if (this.#agent === agent) this.#reach = reach;
  }

  /** A host whose name server does not answer takes many seconds to say its name; nothing waits for it. */
  async #learnName(agent: Agent): Promise<void> {
    const hostname = await agent.call('hostName', {}).catch(() => null);
    const { host } = this.#state.phase;
    if (agent !== this.#agent || !host || !hostname || hostname === host.hostname) return;
    this.#state.set({ host: { ...host, hostname } });
  }

  /** Asks the host something small; without an answer the connection is lost. A call that runs long proves nothing. */
  async #prove(): Promise<void> {
    const agent = this.#agent;
    if (!agent || agent.busy) return;
    try {
      await agent.call('ping', {}, { timeoutMs: PROVE_MS });
    } catch {
      if (agent !== this.#agent) return;
      this.#lost(
        apiError('unavailable', `The connection to ${this.name} is lost: the host does not answer.`),
      );
    }
  }

  #failed(error: ApiError, again: boolean): void {
    this.#drop();
    if (!again) {
      const shown = error.kind === 'cancelled' ? null : error;
      this.#track(this.#deps.remote.release(this.id));
      this.#state.set({ ...AT_REST, status: 'disconnected', error: shown });
      this.#hooks.disconnected(this, true);
      return;
    }
    this.#state.set({ ...AT_REST, status: 'lost', error });
    this.#hooks.disconnected(this, false);
    if (FINAL.has(error.kind)) this.#unwatch();
    else this.#retryLater();
  }

  #event(event: AgentEvent): void {
    if (event.kind !== 'connection') {
      this.#hooks.event(this, event);
      return;
    }
    const why = CLOSE_REASONS[event.reason] ?? 'The connection ended.';
    this.#lost(apiError('unavailable', `The connection to ${this.name} is lost: ${why}`));
  }

  #exited(agent: Agent, exit: AgentExit): void {
    if (agent !== this.#agent || exit.expected) return;
    const why = exit.killed ?? 'Its process ended unexpectedly.';
    this.#lost(apiError('unavailable', `The connection to ${this.name} is lost. ${why}`));
  }

  /** It was open and is not any more. While the list is being read, the attempt itself fails. */
  #lost(error: ApiError): void {
    if (!this.connected) return;
    this.#state.set({ lastSeen: Date.now() });
    this.#failed(error, true);
  }

  #retryLater(): void {
    if (this.#reach) this.#watch ??= new LinkWatch(this.#reach, () => this.wake());
    const wait = (this.#deps.backoffMs ?? backoffMs)(this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#try(true);
    }, wait);
    this.#state.set({ retryAt: Date.now() + wait });
  }

  #unwatch(): void {
    this.#watch?.stop();
    this.#watch = null;
  }

  /** Gives up whatever is open or under way, without a word to anybody. */
  #drop(): void {
    this.#clearRetry();
    const attempt = this.#attempt;
    this.#attempt = null;
    attempt?.abort();
    if (this.#agent) this.#track(this.#agent.close());
    this.#agent = null;
  }

  /** Remembers an agent that is going, for whoever waits until everything is closed. */
  #track(gone: Promise<void>): void {
    const tracked = gone.finally(() => this.#closing.delete(tracked));
    this.#closing.add(tracked);
  }

  #clearRetry(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
  }
}

/** Nothing is under way. */
const AT_REST = { stage: null, retryAt: null };

/** virConnectCloseReason. */
const CLOSE_REASONS = [
  'the daemon reported an error.',
  'the daemon has ended, or closed it.',
  'the host does not answer any more.',
  'it was closed.',
];
