import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { LaneHint } from '../operations/session.ts';
import { AgentFailure, toError } from './failures.ts';
import {
  Cell,
  type FromLane,
  type LaneCost,
  type LaneOpened,
  type LaneWorkerData,
  type ToLane,
} from './laneProtocol.ts';
import { PendingCalls } from './pendingCalls.ts';
import type { CredentialRequest, Lane, OpenRequest } from './protocol.ts';

/** Answers libvirt's questions, by asking main. */
export type Ask = (
  lane: Lane,
  attempt: number,
  requests: readonly CredentialRequest[],
) => Promise<(string | null)[] | null>;

/** What a lane tells of its work. */
export interface LaneListener {
  readonly ask: Ask;
  readonly cost: (lane: Lane, what: string, cost: LaneCost) => void;
  /** The lane's connection is broken. */
  readonly lost: (lane: Lane) => void;
}

/** What a task tells before it is over. */
export interface TaskHearer {
  /** A transfer has begun. */
  readonly started?: () => void;
  readonly progress?: (done: number, total: number) => void;
}

let lastAttempt = 0;

/** A worker with a connection of its own, seen from the agent's main thread. It does one task at a time. */
export class LaneThread {
  readonly lane: Lane;
  readonly #worker: Worker;
  readonly #answers: MessageChannel;
  readonly #cells = new Int32Array(new SharedArrayBuffer(4 * Cell.count));
  readonly #pending = new PendingCalls();
  readonly #listener: LaneListener;
  readonly #what = new Map<number, string>();
  readonly #hearers = new Map<number, TaskHearer>();
  #hints: Readonly<Record<string, LaneHint>> = {};
  readonly #ready: Promise<void>;
  #broken: Error | null = null;
  #lost = false;
  #current = 0;
  #attempt = 0;

  constructor(lane: Lane, listener: LaneListener) {
    this.lane = lane;
    this.#listener = listener;
    this.#answers = new MessageChannel();
    const data: LaneWorkerData = {
      lane,
      answers: this.#answers.port2,
      cells: this.#cells.buffer as SharedArrayBuffer,
    };
    this.#worker = new Worker(join(import.meta.dirname, `${lane}Worker.js`), {
      workerData: data,
      transferList: [this.#answers.port2],
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromLane) => {
        if (message.type === 'ready') {
          this.#hints = message.hints;
          resolve();
        } else this.#receive(message);
      });
      this.#worker.on('error', (error) => {
        this.#break(error);
        reject(error);
      });
      this.#worker.on('exit', () => this.#break(new AgentFailure('internal', 'The worker has ended.')));
    });
    this.#ready.catch(() => {});
  }

  /** What operations say about where they run; known once open. */
  get hints(): Readonly<Record<string, LaneHint>> {
    return this.#hints;
  }

  /** Whether the worker ended by itself. */
  get broken(): boolean {
    return this.#broken !== null;
  }

  /** Whether its connection has ended. */
  get lost(): boolean {
    return this.#lost;
  }

  async open(request: OpenRequest): Promise<LaneOpened> {
    await this.#ready;
    lastAttempt += 1;
    this.#lost = false;
    this.#attempt = lastAttempt;
    return this.request('virConnectOpenAuth', (id) => ({ type: 'open', id, request }));
  }

  /** Uses a connection that another lane has opened, instead of one of its own. */
  async share(address: bigint): Promise<void> {
    await this.#ready;
    await this.request('virConnectRef', (id) => ({ type: 'share', id, address }));
  }

  /**
   * Runs one task.
   * @param what its name, for the log of slow calls
   * @param hearer told of what happens before the answer
   */
  request<T>(what: string, message: (id: number) => ToLane, hearer?: TaskHearer): Promise<T> {
    if (this.#broken) return Promise.reject(this.#broken);
    return this.#pending.add<T>(
      (id) => {
        this.#what.set(id, what);
        if (hearer) this.#hearers.set(id, hearer);
        this.#worker.postMessage(message(id));
        this.#current = id;
      },
      () => {},
      {},
    );
  }

  /** Runs something beside the tasks, which do not wait for it. */
  aside<T>(name: string): Promise<T> {
    if (this.#broken) return Promise.reject(this.#broken);
    return this.#pending.add<T>(
      (id) => {
        this.#what.set(id, name);
        this.#worker.postMessage({ type: 'aside', id, name } satisfies ToLane);
      },
      () => {},
      {},
    );
  }

  /** Tells the running task that nobody waits for it any more. */
  cancel(): void {
    Atomics.store(this.#cells, Cell.cancelled, this.#current);
  }

  /** Closes the connection; the worker may open another. */
  async close(): Promise<void> {
    if (this.#broken) return;
    await this.request('virConnectClose', (id) => ({ type: 'close', id })).catch(() => {});
  }

  /** Ends the worker. */
  async terminate(): Promise<void> {
    this.#answers.port1.close();
    await this.#worker.terminate();
  }

  #receive(message: Exclude<FromLane, { type: 'ready' }>): void {
    switch (message.type) {
      case 'ask':
        void this.#answer(message.requests);
        return;
      case 'lost':
        this.#lost = true;
        this.#listener.lost(this.lane);
        return;
      case 'started':
        this.#hearers.get(message.id)?.started?.();
        return;
      case 'progress':
        this.#hearers.get(message.id)?.progress?.(message.done, message.total);
        return;
      case 'result':
        this.#settled(message.id, message.cost);
        this.#pending.resolve(message.id, message.value);
        return;
      case 'failed':
        this.#settled(message.id, message.cost);
        this.#pending.reject(message.id, toError(message.error));
        return;
    }
  }

  #settled(id: number, cost: LaneCost): void {
    this.#listener.cost(this.lane, this.#what.get(id) ?? '', cost);
    this.#what.delete(id);
    this.#hearers.delete(id);
  }

  async #answer(requests: readonly CredentialRequest[]): Promise<void> {
    const results = await this.#listener.ask(this.lane, this.#attempt, requests).catch(() => null);
    this.#answers.port1.postMessage(results);
    Atomics.add(this.#cells, Cell.answered, 1);
    Atomics.notify(this.#cells, Cell.answered);
  }

  #break(error: Error): void {
    this.#broken ??= error;
    this.#pending.rejectAll(this.#broken);
  }
}
