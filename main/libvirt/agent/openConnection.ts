import type { LaneHint } from '../operations/session.ts';
import type { Answers } from './answers.ts';
import { giveUp } from './ending.ts';
import type { ReleasedStream } from './eventProtocol.ts';
import type { EventThread } from './eventThread.ts';
import { toData } from './failures.ts';
import { GraphicsStreams } from './graphicsStreams.ts';
import { LanePool } from './lanePool.ts';
import type { Handed, HandedStream } from './laneProtocol.ts';
import { type LaneListener, LaneThread } from './laneThread.ts';
import type {
  CallRequest,
  Link,
  OpenedInfo,
  OpenRequest,
  StreamRequest,
  TransferRequest,
} from './protocol.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';

/** What an ordinary call may take. libvirt itself gives up waiting for a busy domain after 30 s. */
const CALL_LIMIT_MS = 90_000;
const CALL_HINT: LaneHint = { lane: 'call', limitMs: CALL_LIMIT_MS };
/** Jobs at a time, each with a connection: daemons allow many more (max_clients in libvirtd.conf). */
const MAX_JOBS = 8;
const JOB_IDLE_MS = 60_000;
/** Events beyond the lifecycle of domains are subscribed to when the first list has been read. */
const FURTHER_EVENTS_MS = 1_000;

/** What a connection works with; all of it outlives it. */
export interface ConnectionParts {
  readonly callThread: LaneThread;
  readonly events: EventThread;
  readonly listener: LaneListener;
  readonly answers: Answers;
}

/** The lanes of a connection that is open: which worker does what, and who moves the bytes of streams. */
export class OpenConnection {
  readonly #parts: ConnectionParts;
  readonly #calls: LanePool<LaneThread>;
  readonly #jobs: LanePool<LaneThread>;
  readonly #graphics = new GraphicsStreams();
  #open = true;
  #lastBackground = 0;

  /** Opens a connection in the call worker; its event worker tells of it from then on. */
  static async open(
    request: OpenRequest,
    parts: ConnectionParts,
  ): Promise<{ connection: OpenConnection; info: OpenedInfo }> {
    const { callThread, events } = parts;
    try {
      const { address, uri, driver } = await callThread.open(request);
      const keepalive = await events.keepAlive(address, request.keepalive);
      const [close, lifecycle, ...further] = await events.attach(address);
      await subscribe(callThread, [close, lifecycle]);
      const shared = isPrivate(request.uri) ? address : null;
      const connection = new OpenConnection(parts, () => spawnJob(request, shared, parts));
      setTimeout(() => connection.#subscribeFurther(further), FURTHER_EVENTS_MS).unref();
      return { connection, info: { uri, driver, keepalive } };
    } catch (error) {
      await callThread.close();
      throw error;
    }
  }

  private constructor(parts: ConnectionParts, spawn: () => Promise<LaneThread>) {
    this.#parts = parts;
    const { answers, callThread } = parts;
    const onStuck = (name: string, ms: number): void => answers.send({ type: 'stuck', name, ms });
    let first = true;
    this.#calls = new LanePool({
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
    this.#jobs = new LanePool({ max: MAX_JOBS, idleMs: JOB_IDLE_MS, onStuck, spawn, retire: endJob });
  }

  /** Drops what waits under this id, or tells what runs. */
  cancel(id: number): void {
    this.#calls.cancel(id);
    this.#jobs.cancel(id);
  }

  call({ id, name, input, lane }: CallRequest): void {
    const { answers, callThread } = this.#parts;
    const hint = callThread.hints[name] ?? CALL_HINT;
    if (hint.lane === 'aside') {
      void answers.settle(id, callThread.aside(name));
      return;
    }
    const chosen = lane ?? hint.lane;
    const limitMs =
      chosen === 'call' ? (hint.limitMs ?? CALL_LIMIT_MS) : hint.lane === 'job' ? hint.limitMs : null;
    (chosen === 'job' ? this.#jobs : this.#calls).submit({
      id,
      name,
      limitMs,
      refuse: (error) => answers.fail(id, error),
      run: async (thread) => {
        const message = (taskId: number) => ({ type: 'call', id: taskId, name, input }) as const;
        const value = thread.request(name, message, {
          progress: (done, total) => answers.send({ type: 'progress', id, done, total }),
        });
        await answers.settle(id, value);
      },
    });
  }

  stream(id: number, request: StreamRequest, link: Link): void {
    if (isTransfer(request)) this.#transfer(id, request, link);
    else this.#hand(id, request, link);
  }

  /** A console is over: ending its stream may take a round trip. */
  release(stream: ReleasedStream): void {
    const message = (id: number) => ({ type: 'release', id, streams: [stream] }) as const;
    this.#background('release', (thread) => thread.request('release', message));
  }

  /** Refuses what waits, finishes what runs, and leaves the hypervisor. */
  async close(): Promise<void> {
    this.#open = false;
    await Promise.all([this.#calls.drain(), this.#jobs.drain()]);
    const { callThread, events } = this.#parts;
    this.#graphics.closeAll();
    const streams = await events.releaseAll();
    await callThread.request('release', (id) => ({ type: 'release', id, streams })).catch(() => {});
    // In this order: the last reference to the connection must not go while libvirt has a callback.
    await callThread.request('unsubscribe', (id) => ({ type: 'unsubscribe', id })).catch(() => {});
    await events.detach();
    await Promise.all([callThread.close(), this.#jobs.close()]);
  }

  /** One by one, when nothing else is to be done: on a slow link each of the thirty takes its time. */
  #subscribeFurther(wishes: readonly SubscriptionWish[]): void {
    if (!this.#open) return;
    for (const wish of wishes) this.#background('subscribe', (thread) => subscribe(thread, [wish]));
  }

  /** Something that is to be done on the connection some time, and whose failure concerns nobody. */
  #background(name: string, work: (thread: LaneThread) => Promise<unknown>): void {
    this.#lastBackground -= 1;
    const run = async (thread: LaneThread): Promise<void> => {
      await work(thread).catch(() => {});
    };
    const id = this.#lastBackground;
    this.#calls.submitBackground({ id, name, limitMs: CALL_LIMIT_MS, refuse: () => {}, run });
  }

  /** A job worker moves the bytes itself; it answers when it has begun, and once more at the end. */
  #transfer(id: number, request: TransferRequest, link: Link): void {
    const { answers } = this.#parts;
    const run = async (thread: LaneThread): Promise<void> => {
      let started = false;
      const begun = (): void => {
        started = true;
        answers.result(id, null);
      };
      const message = (taskId: number) => ({ type: 'transfer', id: taskId, request, link }) as const;
      const error = await thread.request(request.kind, message, { started: begun }).then(() => null, toData);
      if (started) answers.streamEnded(id, error);
      else if (error) answers.failWith(id, error);
    };
    const refuse = (error: unknown): void => answers.fail(id, error);
    this.#jobs.submit({ id, name: request.kind, limitMs: null, refuse, run });
  }

  /** The call worker opens the stream, other threads move its bytes. */
  #hand(id: number, request: HandedStream, link: Link): void {
    const refuse = (error: unknown): void => this.#parts.answers.fail(id, error);
    const run = async (thread: LaneThread): Promise<void> => {
      const handing = thread.request<Handed>(request.kind, (taskId) => ({
        type: 'hand',
        id: taskId,
        request,
      }));
      await handing.then((handed) => void this.#join(id, handed, link), refuse);
    };
    this.#calls.submit({ id, name: request.kind, limitMs: CALL_LIMIT_MS, refuse, run });
  }

  async #join(id: number, handed: Handed, link: Link): Promise<void> {
    const { answers, events } = this.#parts;
    try {
      if ('fd' in handed) {
        const ended = (error: Error | null) => answers.streamEnded(id, error && toData(error));
        await this.#graphics.join(handed.fd, link, ended);
      } else {
        await events.openConsole(id, handed.stream, link);
      }
      answers.result(id, null);
    } catch (error) {
      answers.fail(id, error);
    }
  }
}

async function subscribe(
  thread: LaneThread,
  wishes: readonly (SubscriptionWish | undefined)[],
): Promise<void> {
  const message = (id: number) =>
    ({ type: 'subscribe', id, wishes: wishes.flatMap((wish) => wish ?? []) }) as const;
  await thread.request('subscribe', message);
}

/** @param shared the address of the connection to use instead of a second one */
async function spawnJob(
  request: OpenRequest,
  shared: bigint | null,
  { events, listener }: ConnectionParts,
): Promise<LaneThread> {
  const thread = new LaneThread('job', listener);
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

async function endJob(thread: LaneThread): Promise<void> {
  await thread.close();
  await thread.terminate();
}

function isTransfer(request: StreamRequest): request is TransferRequest {
  return request.kind === 'upload' || request.kind === 'download';
}

/** The test driver makes a host of its own for each connection to a file: a second one is another host. */
function isPrivate(uri: string): boolean {
  return /^test:\/\/\/(?!default$)/.test(uri);
}
