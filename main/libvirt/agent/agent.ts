import type { Duplex } from 'node:stream';
import type { OperationInput, OperationName, OperationOutput } from '../operations/index.ts';
import type { ByteLinks } from './byteLinks.ts';
import { CredentialReplay } from './credentialReplay.ts';
import type { AgentEvent } from './events.ts';
import { AgentFailure, type AgentFailureReason, toError } from './failures.ts';
import { AGENT_ENV, AGENT_EXEC_ARGV } from './footprint.ts';
import { LinkStream, StreamEnding } from './linkStream.ts';
import { PendingCalls, type PendingOptions } from './pendingCalls.ts';
import type { AgentProcess, ProcessExit, ProcessHost } from './processHost.ts';
import type {
  CredentialRequest,
  FromAgent,
  Keepalive,
  Lane,
  OpenedInfo,
  SlowCall,
  StreamRequest,
  ToAgent,
} from './protocol.ts';
import { WATCHDOG_DEFAULTS, Watchdog, type WatchdogOptions } from './watchdog.ts';

export interface AgentOptions {
  /** Shown in process lists. */
  readonly title: string;
  /** Where byte streams arrive; shared by all agents. */
  readonly links: ByteLinks;
  readonly watchdog?: Partial<WatchdogOptions>;
  /** Told of every operation that took long. */
  readonly onSlowCall?: (call: SlowCall) => void;
}

/** Answers libvirt's questions for credentials, one result each; null: the user cancelled. */
export type Authorize = (requests: CredentialRequest[]) => Promise<(string | null)[] | null>;

export interface OpenOptions {
  readonly uri: string;
  readonly readOnly: boolean;
  readonly keepalive?: Keepalive;
  readonly authorize: Authorize;
}

export interface CallOptions {
  /** Overrides the lane that the operation asks for. */
  readonly lane?: Lane;
  /** Drops a call that waits; one that runs is told, and ends when it can. */
  readonly signal?: AbortSignal;
  /** After this the promise rejects; a call that runs goes on unseen. */
  readonly timeoutMs?: number;
  /** Told how far an operation is that reports it, some times a second. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** How an agent ended. */
export interface AgentExit extends ProcessExit {
  /** Whether close() asked for it. */
  readonly expected: boolean;
  /** Why it was killed; null: it ended by itself or was closed. */
  readonly killed: string | null;
}

/** How long a closing agent may take to finish what runs and to leave the hypervisor properly. */
const CLOSE_GRACE_MS = 2_000;
/** Between the grace and the kill: the agent keeps to the grace itself. */
const KILL_AFTER_GRACE_MS = 500;

const SLOW_CALLS_KEPT = 100;

/** Main's side of one agent process: one connection to one hypervisor. */
export class Agent {
  readonly #process: AgentProcess;
  readonly #links: ByteLinks;
  readonly #pending = new PendingCalls();
  readonly #endings = new Map<number, StreamEnding>();
  readonly #eventListeners = new Set<(event: AgentEvent) => void>();
  readonly #exitListeners = new Set<(exit: AgentExit) => void>();
  readonly #watchdog: Watchdog;
  readonly #replay = new CredentialReplay();
  readonly #slowCalls: SlowCall[] = [];
  readonly #onSlowCall: ((call: SlowCall) => void) | undefined;
  readonly #gone: Promise<void>;
  #authorize: Authorize = async () => null;
  #exit: AgentExit | null = null;
  #killed: string | null = null;
  #closing: Promise<void> | null = null;
  #calls = 0;

  /** Starts one agent process. It has no connection until open(). */
  static start(host: ProcessHost, options: AgentOptions): Agent {
    const child = host.fork('agent', { title: options.title, execArgv: AGENT_EXEC_ARGV, env: AGENT_ENV });
    return new Agent(child, options);
  }

  private constructor(child: AgentProcess, options: AgentOptions) {
    this.#process = child;
    this.#links = options.links;
    this.#onSlowCall = options.onSlowCall;
    this.#watchdog = new Watchdog(
      { ...WATCHDOG_DEFAULTS, ...options.watchdog },
      (sequence) => this.#send({ type: 'ping', sequence }),
      (why) => this.#kill(why),
    );
    this.#gone = new Promise((resolve) => {
      child.onExit((exit) => {
        this.#ended(exit);
        resolve();
      });
    });
    // Both ends are built together: what comes over this channel is what protocol.ts says.
    child.onMessage((message) => this.#receive(message as FromAgent));
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** libvirt calls that the agent has made so far, up to the last answer. */
  get calls(): number {
    return this.#calls;
  }

  /** Whether anything has been asked that is not answered yet. */
  get busy(): boolean {
    return this.#pending.size > 0;
  }

  /** How many byte streams are open or being opened. */
  get streams(): number {
    return this.#endings.size;
  }

  /** The latest operations that took long, oldest first. */
  get slowCalls(): readonly SlowCall[] {
    return this.#slowCalls;
  }

  /** False once the process has ended. */
  get alive(): boolean {
    return this.#exit === null;
  }

  /**
   * Opens the connection. An agent has at most one; after disconnect() or a failure it may be opened again.
   * @throws LibvirtFailure as virConnectOpenAuth does; AgentFailure when the process ends meanwhile
   */
  open(options: OpenOptions): Promise<OpenedInfo> {
    this.#authorize = options.authorize;
    this.#replay.clear();
    const { uri, readOnly, keepalive } = options;
    const request = { uri, readOnly, ...(keepalive && { keepalive }) };
    return this.#request<OpenedInfo>((id) => ({ type: 'open', id, request }));
  }

  /** Runs one operation of main/libvirt/operations in the agent. */
  call<K extends OperationName>(
    name: K,
    input: OperationInput<K>,
    options: CallOptions = {},
  ): Promise<OperationOutput<K>> {
    const { lane, signal, timeoutMs, onProgress } = options;
    return this.#request<OperationOutput<K>>(
      (id) => ({ type: 'call', id, name, input, ...(lane && { lane }) }),
      {
        what: name,
        ...(signal && { signal }),
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(onProgress && { onProgress }),
      },
    );
  }

  /**
   * Opens a byte stream. The returned Duplex has backpressure both ways; it ends or fails with what libvirt
   * says at the end of the stream. An upload is complete when it has emitted `finish`.
   */
  async openStream(request: StreamRequest): Promise<Duplex> {
    const expected = await this.#links.expect();
    const ending = new StreamEnding();
    let streamId = 0;
    try {
      const answered = this.#request<null>((id) => {
        streamId = id;
        this.#endings.set(id, ending);
        return { type: 'stream', id, request, link: expected.link };
      });
      const [socket] = await Promise.all([expected.socket, answered]);
      ending.when(() => this.#endings.delete(streamId));
      return new LinkStream(socket, ending);
    } catch (error) {
      // No end is told of what has not begun.
      this.#endings.delete(streamId);
      expected.cancel();
      // Its connection may have come first: nobody else would close it.
      expected.socket.then(
        (socket) => socket.destroy(),
        () => {},
      );
      throw error;
    }
  }

  /** Returns the unsubscriber. */
  onEvent(listener: (event: AgentEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** Called once, when the process is gone (at once when it already is). Returns the unsubscriber. */
  onExit(listener: (exit: AgentExit) => void): () => void {
    if (this.#exit) {
      listener(this.#exit);
      return () => {};
    }
    this.#exitListeners.add(listener);
    return () => this.#exitListeners.delete(listener);
  }

  /** Closes the connection and its streams, and keeps the process: it may open another. */
  async disconnect(): Promise<void> {
    await this.#request<null>((id) => ({ type: 'disconnect', id }));
  }

  /** Finishes what runs, leaves the hypervisor and ends the process. Never fails, never hangs. */
  close(options: { graceMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(options.graceMs ?? CLOSE_GRACE_MS);
    return this.#closing;
  }

  async #close(graceMs: number): Promise<void> {
    this.#watchdog.stop();
    this.#send({ type: 'close', graceMs });
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), graceMs + KILL_AFTER_GRACE_MS);
    await this.#gone;
    clearTimeout(timer);
  }

  async #request<T>(message: (id: number) => ToAgent, options: PendingOptions = {}): Promise<T> {
    if (this.#exit) throw new AgentFailure('exited', 'The connection to the host has ended.');
    if (this.#closing) throw new AgentFailure('closed', 'The connection is being closed.');
    return this.#pending.add<T>(
      (id) => this.#send(message(id)),
      (id) => this.#send({ type: 'cancel', id }),
      options,
    );
  }

  #receive(message: FromAgent): void {
    switch (message.type) {
      case 'result':
        this.#calls = message.calls;
        this.#pending.resolve(message.id, message.value);
        return;
      case 'failed':
        this.#calls = message.calls;
        this.#pending.reject(message.id, toError(message.error));
        return;
      case 'progress':
        this.#pending.progress(message.id, message.done, message.total);
        return;
      case 'ask':
        void this.#answer(message);
        return;
      case 'events':
        for (const event of message.events) for (const listener of this.#eventListeners) listener(event);
        return;
      case 'streamEnded':
        this.#endings.get(message.id)?.set(message.error ? toError(message.error) : null);
        return;
      case 'pong':
        this.#calls = message.health.calls;
        this.#watchdog.pong(message.sequence, message.health);
        return;
      case 'slow':
        this.#slowCalls.push(message.call);
        if (this.#slowCalls.length > SLOW_CALLS_KEPT) this.#slowCalls.shift();
        this.#onSlowCall?.(message.call);
        return;
      case 'stuck':
        this.#kill(`${message.name} has not returned for ${Math.round(message.ms / 1000)} s.`);
        return;
    }
  }

  async #answer({ id, lane, attempt, requests }: Extract<FromAgent, { type: 'ask' }>): Promise<void> {
    let results: (string | null)[] | null = null;
    try {
      results = await this.#replay.answer(lane, attempt, [...requests], this.#authorize);
    } catch {
      // Whoever was to ask the user failed and has reported that; for libvirt it is a cancelled prompt.
    }
    this.#send({ type: 'answer', id, results });
  }

  #kill(why: string): void {
    if (this.#exit) return;
    this.#killed ??= why;
    this.#process.kill('SIGKILL');
  }

  #ended(exit: ProcessExit): void {
    this.#watchdog.stop();
    this.#exit = { ...exit, expected: this.#closing !== null, killed: this.#killed };
    const reason: AgentFailureReason = this.#closing ? 'closed' : 'exited';
    const words = this.#killed ?? 'The process that held the connection has ended.';
    const failure = new AgentFailure(reason, words);
    this.#pending.rejectAll(failure);
    for (const ending of [...this.#endings.values()]) ending.set(failure);
    const listeners = [...this.#exitListeners];
    this.#exitListeners.clear();
    for (const listener of listeners) listener(this.#exit);
  }

  #send(message: ToAgent): void {
    this.#process.send(message);
  }
}
