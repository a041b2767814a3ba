import type { LaneHint } from '../operations/session.ts';
import { EventBatch } from './eventBatch.ts';
import type { ReleasedStream } from './eventProtocol.ts';
import type { AgentEvent } from './events.ts';
import { EventThread } from './eventThread.ts';
import { AgentFailure, type FailureData, toData } from './failures.ts';
import { Sweeper } from './footprint.ts';
import { GraphicsStreams } from './graphicsStreams.ts';
import type { HostPort } from './hostPort.ts';
import { LanePool } from './lanePool.ts';
import type { Handed, HandedStream, LaneCost } from './laneProtocol.ts';
import { type LaneListener, LaneThread } from './laneThread.ts';
import type {
  CallRequest,
  CredentialRequest,
  Lane,
  Link,
  OpenedInfo,
  OpenRequest,
  StreamRequest,
  ToAgent,
  TransferRequest,
} from './protocol.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';

/** What an ordinary call may take. libvirt itself gives up waiting for a busy domain after 30 s. */
const CALL_LIMIT_MS = 90_000;
const CALL_HINT: LaneHint = { lane: 'call', limitMs: CALL_LIMIT_MS };
/** Jobs at a time, each with a connection: daemons allow many more (max_clients in libvirtd.conf). */
const MAX_JOBS = 8;
const JOB_IDLE_MS = 60_000;
const SLOW_MS = 250;
/** Events beyond the lifecycle of domains are subscribed to when the first list has been read. */
const FURTHER_EVENTS_MS = 1_000;
/** virConnectCloseReason. */
const ERROR = 0;

/** What exists while a connection is open. */
interface Open {
  readonly calls: LanePool<LaneThread>;
  readonly jobs: LanePool<LaneThread>;
  readonly callThread: LaneThread;
  readonly events: EventThread;
  readonly graphics: GraphicsStreams;
}

/**
 * The agent process between main and its workers: hands tasks to lanes, moves bytes, and never calls libvirt
 * itself, so that it answers at any time.
 */
export class AgentCore {
  readonly #port: HostPort;
  readonly #batch: EventBatch;
  readonly #asks = new Map<number, (results: (string | null)[] | null) => void>();
  readonly #listener: LaneListener;
  #starting: Promise<EventThread> | null = null;
  #events: EventThread | null = null;
  /** One for the life of the process: each worker that ends leaves some memory of koffi's behind. */
  readonly #callThread: LaneThread;
  #open: Open | null = null;
  #opening = false;
  #lost = false;
  readonly #sweeper = new Sweeper();
  #lastAsk = 0;
  #lastBackground = 0;
  #calls = 0;

  constructor(port: HostPort) {
    this.#port = port;
    this.#batch = new EventBatch((events) => port.send({ type: 'events', events }));
    this.#listener = {
      lost: (lane) => {
        if (lane === 'call')
          this.#event({ kind: 'connection', event: 'closed', reason: ERROR, time: Date.now() });
      },
      ask: (lane, attempt, requests) => this.#ask(lane, attempt, requests),
      cost: (lane, name, cost) => this.#account(lane, name, cost),
    };
    // Both workers load side by side, while main still prepares the way. What goes wrong is told when it opens.
    this.#callThread = new LaneThread('call', this.#listener);
    this.#startEvents().catch(() => {});
  }

  #startEvents(): Promise<EventThread> {
    this.#starting ??= EventThread.start({
      event: (event) => this.#event(event),
      streamEnded: (stream, error) => this.#streamEnded(stream, error),
      released: (stream) => this.#release(stream),
      broken: giveUp,
    }).catch((error: unknown) => {
      this.#starting = null;
      throw error;
    });
    return this.#starting;
  }

  receive(message: ToAgent): void {
    switch (message.type) {
      case 'open':
        this.#respond(message.id, this.#openConnection(message.request));
        return;
      case 'disconnect':
        this.#respond(message.id, this.#disconnect());
        return;
      case 'call':
        this.#call(message);
        return;
      case 'stream':
        this.#stream(message.id, message.request, message.link);
        return;
      case 'cancel':
        this.#open?.calls.cancel(message.id);
        this.#open?.jobs.cancel(message.id);
        return;
      case 'answer':
        this.#asks.get(message.id)?.(message.results ? [...message.results] : null);
        this.#asks.delete(message.id);
        return;
      case 'ping':
        this.#pong(message.sequence);
        return;
      case 'close':
        void this.#close(message.graceMs);
        return;
    }
  }

  async #openConnection(request: OpenRequest): Promise<OpenedInfo> {
    if (this.#opening || this.#open)
      throw new AgentFailure('internal', 'The agent has a connection already.');
    this.#opening = true;
    this.#lost = false;
    try {
      // libvirt's event loop has to be there before a connection is.
      this.#events = await this.#startEvents();
      return await this.#openLanes(request, this.#events);
    } finally {
      this.#opening = false;
    }
  }

  async #openLanes(request: OpenRequest, events: EventThread): Promise<OpenedInfo> {
    const callThread = this.#callThread;
    try {
      const { address, uri, driver } = await callThread.open(request);
      const keepalive = await events.keepAlive(address, request.keepalive);
      const [close, lifecycle, ...further] = await events.attach(address);
      await this.#subscribe(callThread, [close, lifecycle]);
      const onStuck = (name: string, ms: number): void => this.#port.send({ type: 'stuck', name, ms });
      let first = true;
      const calls = new LanePool({
        max: 1,
        idleMs: null,
        onStuck,
        retire: (thread) => thread.close(),
        spawn: async () => {
          // The only one there is: without it the connection is of no use.
          if (!first) return giveUp(new Error('The worker for calls has ended.'));
          first = false;
          return callThread;
        },
      });
      const shared = isPrivate(request.uri) ? address : null;
      const spawn = (): Promise<LaneThread> => this.#spawnJob(request, shared, events);
      const jobs = new LanePool({ max: MAX_JOBS, idleMs: JOB_IDLE_MS, onStuck, spawn, retire: endJob });
      this.#open = { calls, jobs, callThread, events, graphics: new GraphicsStreams() };
      setTimeout(() => this.#subscribeFurther(calls, further), FURTHER_EVENTS_MS).unref();
      return { uri, driver, keepalive };
    } catch (error) {
      await callThread.close();
      throw error;
    }
  }

  /** One by one, when nothing else is to be done: on a slow link each of the thirty takes its time. */
  #subscribeFurther(calls: LanePool<LaneThread>, wishes: readonly SubscriptionWish[]): void {
    if (this.#open?.calls !== calls) return;
    for (const wish of wishes) {
      this.#background(calls, 'subscribe', (thread) => this.#subscribe(thread, [wish]));
    }
  }

  async #subscribe(thread: LaneThread, wishes: readonly (SubscriptionWish | undefined)[]): Promise<void> {
    const message = (id: number) =>
      ({ type: 'subscribe', id, wishes: wishes.flatMap((wish) => wish ?? []) }) as const;
    await thread.request('subscribe', message);
  }

  /** Something that is to be done on the connection some time, and whose failure concerns nobody. */
  #background(
    pool: LanePool<LaneThread>,
    name: string,
    work: (thread: LaneThread) => Promise<unknown>,
  ): void {
    this.#lastBackground -= 1;
    const run = async (thread: LaneThread): Promise<void> => {
      await work(thread).catch(() => {});
    };
    pool.submitBackground({ id: this.#lastBackground, name, limitMs: CALL_LIMIT_MS, refuse: () => {}, run });
  }

  /** A console is over: ending its stream may take a round trip. */
  #release(stream: ReleasedStream): void {
    const message = (id: number) => ({ type: 'release', id, streams: [stream] }) as const;
    if (this.#open)
      this.#background(this.#open.calls, 'release', (thread) => thread.request('release', message));
  }

  /** @param shared the address of the connection to use instead of a second one */
  async #spawnJob(request: OpenRequest, shared: bigint | null, events: EventThread): Promise<LaneThread> {
    const thread = new LaneThread('job', this.#listener);
    try {
      if (shared !== null) {
        await thread.share(shared);
        return thread;
      }
      const { address } = await thread.open(request);
      await events.keepAlive(address, request.keepalive);
      return thread;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  #call({ id, name, input, lane }: CallRequest): void {
    const open = this.#open;
    if (!open) {
      this.#fail(id, notOpen());
      return;
    }
    const hint = open.callThread.hints[name] ?? CALL_HINT;
    if (hint.lane === 'aside') {
      void this.#settle(id, open.callThread.aside(name));
      return;
    }
    const chosen = lane ?? hint.lane;
    const limitMs =
      chosen === 'call' ? (hint.limitMs ?? CALL_LIMIT_MS) : hint.lane === 'job' ? hint.limitMs : null;
    (chosen === 'job' ? open.jobs : open.calls).submit({
      id,
      name,
      limitMs,
      refuse: (error) => this.#fail(id, error),
      run: async (thread) => {
        const message = (taskId: number) => ({ type: 'call', id: taskId, name, input }) as const;
        const value = thread.request(name, message, {
          progress: (done, total) => this.#port.send({ type: 'progress', id, done, total }),
        });
        await this.#settle(id, value);
      },
    });
  }

  #stream(id: number, request: StreamRequest, link: Link): void {
    const open = this.#open;
    if (!open) this.#fail(id, notOpen());
    else if (isTransfer(request)) this.#transfer(open, id, request, link);
    else this.#hand(open, id, request, link);
  }

  /** A job worker moves the bytes itself; it answers when it has begun, and once more at the end. */
  #transfer(open: Open, id: number, request: TransferRequest, link: Link): void {
    const run = async (thread: LaneThread): Promise<void> => {
      let started = false;
      const begun = (): void => {
        started = true;
        this.#result(id, null);
      };
      const message = (taskId: number) => ({ type: 'transfer', id: taskId, request, link }) as const;
      const error = await thread.request(request.kind, message, { started: begun }).then(() => null, toData);
      if (started) this.#streamEnded(id, error);
      else if (error) this.#port.send({ type: 'failed', id, error, calls: this.#total });
    };
    const refuse = (error: unknown): void => this.#fail(id, error);
    open.jobs.submit({ id, name: request.kind, limitMs: null, refuse, run });
  }

  /** The call worker opens the stream, other threads move its bytes. */
  #hand(open: Open, id: number, request: HandedStream, link: Link): void {
    const refuse = (error: unknown): void => this.#fail(id, error);
    const run = async (thread: LaneThread): Promise<void> => {
      const handing = thread.request<Handed>(request.kind, (taskId) => ({
        type: 'hand',
        id: taskId,
        request,
      }));
      await handing.then((handed) => void this.#join(open, id, handed, link), refuse);
    };
    open.calls.submit({ id, name: request.kind, limitMs: CALL_LIMIT_MS, refuse, run });
  }

  async #join({ events, graphics }: Open, id: number, handed: Handed, link: Link): Promise<void> {
    try {
      if ('fd' in handed) {
        await graphics.join(handed.fd, link, (error) => this.#streamEnded(id, error && toData(error)));
      } else {
        await events.openConsole(id, handed.stream, link);
      }
      this.#result(id, null);
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #streamEnded(id: number, error: FailureData | null): void {
    this.#port.send({ type: 'streamEnded', id, error });
  }

  async #disconnect(): Promise<null> {
    const open = this.#open;
    if (!open) return null;
    this.#open = null;
    await Promise.all([open.calls.drain(), open.jobs.drain()]);
    const { callThread, events } = open;
    open.graphics.closeAll();
    const streams = await events.releaseAll();
    await callThread.request('release', (id) => ({ type: 'release', id, streams })).catch(() => {});
    // In this order: the last reference to the connection must not go while libvirt has a callback.
    await callThread.request('unsubscribe', (id) => ({ type: 'unsubscribe', id })).catch(() => {});
    await events.detach();
    await Promise.all([callThread.close(), open.jobs.close()]);
    return null;
  }

  /** Ends the process: in order where that is quick, otherwise at once. Nothing is lost by it. */
  async #close(graceMs: number): Promise<void> {
    setTimeout(exitNow, graceMs).unref();
    try {
      if (this.#opening) return exitNow();
      await this.#disconnect();
      await this.#events?.stop();
    } catch {
      // What cannot be closed in order ends with the process.
    }
    exitNow();
  }

  /** The end of the connection may be noticed by two threads; it is told once. */
  #event(event: AgentEvent): void {
    if (event.kind === 'connection') {
      if (this.#lost) return;
      this.#lost = true;
    }
    this.#batch.add(event);
  }

  #pong(sequence: number): void {
    this.#events?.ping();
    const health = { eventSilenceMs: this.#events?.silenceMs ?? 0, calls: this.#total };
    this.#port.send({ type: 'pong', sequence, health });
  }

  #ask(
    lane: Lane,
    attempt: number,
    requests: readonly CredentialRequest[],
  ): Promise<(string | null)[] | null> {
    this.#lastAsk += 1;
    const id = this.#lastAsk;
    return new Promise((resolve) => {
      this.#asks.set(id, resolve);
      this.#port.send({ type: 'ask', id, lane, attempt, requests });
    });
  }

  #account(lane: Lane, name: string, cost: LaneCost): void {
    this.#calls += cost.calls;
    if (cost.ms < SLOW_MS) return;
    const call = { name, lane, ms: cost.ms, time: Date.now(), slowest: cost.slowest };
    this.#port.send({ type: 'slow', call });
  }

  get #total(): number {
    return this.#calls + (this.#events?.calls ?? 0);
  }

  #respond(id: number, work: Promise<unknown>): void {
    void this.#settle(id, work);
  }

  async #settle(id: number, work: Promise<unknown>): Promise<void> {
    try {
      this.#result(id, await work);
    } catch (error) {
      this.#fail(id, error);
    }
  }

  #result(id: number, value: unknown): void {
    // Events that happened before the answer go before it.
    this.#batch.flush();
    this.#port.send({ type: 'result', id, value, calls: this.#total });
    this.#sweeper.passed();
  }

  #fail(id: number, error: unknown): void {
    this.#port.send({ type: 'failed', id, error: toData(error), calls: this.#total });
  }
}

function isTransfer(request: StreamRequest): request is TransferRequest {
  return request.kind === 'upload' || request.kind === 'download';
}

async function endJob(thread: LaneThread): Promise<void> {
  await thread.close();
  await thread.terminate();
}

/** The test driver makes a host of its own for each connection to a file: a second one is another host. */
function isPrivate(uri: string): boolean {
  return /^test:\/\/\/(?!default$)/.test(uri);
}

function notOpen(): AgentFailure {
  return new AgentFailure('closed', 'The connection is not open.');
}

/** process.exit() would wait for workers that are inside libvirt; there is nothing to lose by not waiting. */
function exitNow(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

/** A worker of ours broke: the process is of no more use, and main replaces it. */
export function giveUp(error: Error): never {
  process.stderr.write(`agent: ${error.stack ?? error.message}\n`);
  return exitNow();
}
