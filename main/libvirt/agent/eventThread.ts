import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromEvents, ReleasedStream, ToEvents } from './eventProtocol.ts';
import type { AgentEvent } from './events.ts';
import { type FailureData, toError } from './failures.ts';
import { PendingCalls } from './pendingCalls.ts';
import type { Keepalive, Link } from './protocol.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';

/** What the event worker tells by itself. */
export interface EventListener {
  event(event: AgentEvent): void;
  /** A console is over; null: in order. */
  streamEnded(stream: number, error: FailureData | null): void;
  /** A stream is not used any more: it is to be ended and freed where that may block. */
  released(stream: ReleasedStream): void;
  /** The worker has ended by a fault. */
  broken(error: Error): void;
}

/** The event worker, seen from the agent's main thread. */
export class EventThread {
  readonly #worker: Worker;
  readonly #pending = new PendingCalls();
  readonly #listener: EventListener;
  readonly #wake = new BigUint64Array([1n]);
  #wakeFd = -1;
  #pinged = 0;
  #answered = 0;
  #silentSince: number | null = null;
  #calls = 0;

  /**
   * Starts libvirt's event loop; before any connection is opened, and once in the life of a process.
   * @throws AgentFailure `unsupported` where the library is missing
   */
  static async start(listener: EventListener): Promise<EventThread> {
    const worker = new Worker(join(import.meta.dirname, 'eventWorker.js'), {
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
      // It closes descriptors that it has from C.
      trackUnmanagedFds: false,
    });
    const thread = new EventThread(worker, listener);
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromEvents) => {
        if (message.type === 'unusable') return reject(toError(message.error));
        thread.#receive(message);
        if (message.type === 'ready') resolve();
      });
      worker.on('error', (error) => {
        reject(error);
        listener.broken(error);
      });
    });
    return thread;
  }

  private constructor(worker: Worker, listener: EventListener) {
    this.#worker = worker;
    this.#listener = listener;
  }

  /** libvirt calls made by the worker, up to its last answer. */
  get calls(): number {
    return this.#calls;
  }

  /** For how long a ping has waited for its answer, in ms. */
  get silenceMs(): number {
    return this.#silentSince === null ? 0 : performance.now() - this.#silentSince;
  }

  /** @returns whether libvirt watches the link */
  async keepAlive(address: bigint, keepalive: Keepalive | undefined): Promise<boolean> {
    if (!keepalive) return false;
    return this.#request((id) => ({ type: 'keepalive', id, address, keepalive }));
  }

  /** @returns what is to be given to libvirt, the urgent things first */
  attach(address: bigint): Promise<readonly SubscriptionWish[]> {
    return this.#request((id) => ({ type: 'attach', id, address }));
  }

  /** To be called when libvirt has none of the listeners any more. */
  async detach(): Promise<void> {
    await this.#request<null>((id) => ({ type: 'detach', id }));
  }

  /** Lets go of all streams. They are the receiver's to end. */
  releaseAll(): Promise<readonly ReleasedStream[]> {
    return this.#request((id) => ({ type: 'releaseAll', id }));
  }

  /**
   * Joins a console's stream, which becomes the worker's own, to main.
   * @throws Error when main cannot be reached
   */
  async openConsole(stream: number, address: bigint, link: Link): Promise<void> {
    await this.#request<null>((id) => ({ type: 'console', id, stream, address, link }));
  }

  ping(): void {
    if (this.#pinged === this.#answered) this.#silentSince = performance.now();
    this.#pinged += 1;
    this.#send({ type: 'ping', sequence: this.#pinged });
  }

  /** Lets the loop end. Resolves when the worker has. */
  async stop(): Promise<void> {
    const exited = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#send({ type: 'stop' });
    await exited;
  }

  #request<T>(message: (id: number) => ToEvents): Promise<T> {
    return this.#pending.add<T>(
      (id) => this.#send(message(id)),
      () => {},
      {},
    );
  }

  #send(message: ToEvents): void {
    this.#worker.postMessage(message);
    if (this.#wakeFd < 0) return;
    try {
      writeSync(this.#wakeFd, this.#wake);
    } catch {
      // Full: the loop has been woken more often than it can count and has not looked yet.
    }
  }

  #receive(message: Exclude<FromEvents, { type: 'unusable' }>): void {
    switch (message.type) {
      case 'ready':
        this.#wakeFd = message.wakeFd;
        return;
      case 'done':
        this.#pending.resolve(message.id, message.value);
        return;
      case 'failed':
        this.#pending.reject(message.id, toError(message.error));
        return;
      case 'event':
        this.#listener.event(message.event);
        return;
      case 'streamEnded':
        this.#listener.streamEnded(message.stream, message.error);
        return;
      case 'released':
        this.#listener.released(message.released);
        return;
      case 'pong':
        this.#answered = message.sequence;
        this.#calls = message.calls;
        this.#silentSince = this.#answered === this.#pinged ? null : performance.now();
        return;
    }
  }
}
