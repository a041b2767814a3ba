/**
 * The worker that runs libvirt's event loop: callbacks, keepalive and the bytes of consoles. It calls nothing
 * that waits for a daemon: while it waits, no keepalive of any connection would work (seen with libvirt 9.0).
 */
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { isPointer } from '../binding/pointers.ts';
import { Connect } from '../typed/connect.ts';
import { addTimeout, registerDefaultImpl, runDefaultImpl } from '../typed/event-loop.ts';
import { isLocal, onCall } from '../typed/index.ts';
import { Stream } from '../typed/stream.ts';
import { ConsoleStream } from './consoleStream.ts';
import type { FromEvents, ReleasedStream, ToEvents } from './eventProtocol.ts';
import type { Keepalive } from './protocol.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';
import { toFailure } from './thrown.ts';
import { wakeFd } from './wakeFd.ts';
import { WatchedConnection } from './watchedConnection.ts';

/**
 * The loop turns at least so often, in ms. A callback that libvirt makes from another thread (it does so for
 * the end of a connection) waits for this one to come by Node's own loop.
 */
const TURN_MS = 1_000;

class EventWorker {
  readonly #port: MessagePort;
  readonly #streams = new Map<number, ConsoleStream>();
  #watched: WatchedConnection | null = null;
  #calls = 0;
  #stopped = false;

  constructor(port: MessagePort) {
    this.#port = port;
    registerDefaultImpl();
    addTimeout(TURN_MS, () => this.#watched?.check());
    this.#post({ type: 'ready', wakeFd: wakeFd() });
    onCall((name) => {
      if (!isLocal(name)) this.#calls += 1;
    });
  }

  /** One turn of libvirt's loop, then one of Node's. */
  readonly turn = (): void => {
    runDefaultImpl();
    this.#messages();
    this.#sweep();
    if (!this.#stopped) setImmediate(this.turn);
  };

  #messages(): void {
    for (let next = this.#take(); next; next = this.#take()) this.#handle(next);
  }

  #take(): ToEvents | undefined {
    // Both ends are built together: what comes over this port is what eventProtocol.ts says.
    return (receiveMessageOnPort(this.#port) as { message: ToEvents } | undefined)?.message;
  }

  #handle(message: ToEvents): void {
    switch (message.type) {
      case 'keepalive':
        this.#answer(message.id, () => setKeepAlive(message.address, message.keepalive));
        return;
      case 'attach':
        this.#answer(message.id, () => this.#attach(message.address));
        return;
      case 'releaseAll':
        this.#answer(message.id, () => this.#releaseAll());
        return;
      case 'detach':
        this.#answer(message.id, () => this.#detach());
        return;
      case 'stream':
        this.#openStream(message.stream, message.address);
        return;
      case 'write':
        this.#streams.get(message.stream)?.write(message.bytes);
        return;
      case 'taken':
        this.#streams.get(message.stream)?.taken(message.bytes);
        return;
      case 'closeStream':
        this.#closeStream(message.stream);
        return;
      case 'ping':
        this.#post({ type: 'pong', sequence: message.sequence, calls: this.#calls });
        return;
      case 'stop':
        this.#stopped = true;
        return;
    }
  }

  #attach(address: bigint): readonly SubscriptionWish[] {
    this.#watched = new WatchedConnection(address, (event) => this.#post({ type: 'event', event }));
    return this.#watched.wishes;
  }

  #detach(): null {
    this.#watched?.free();
    this.#watched = null;
    return null;
  }

  #releaseAll(): readonly ReleasedStream[] {
    const released = [...this.#streams.values()].map((stream) => stream.release());
    this.#streams.clear();
    return released;
  }

  #openStream(id: number, address: bigint): void {
    if (!isPointer(address, 'virStream')) return;
    // The lane that opened it has handed its reference over.
    const stream = new ConsoleStream(id, new Stream(address), (message) => this.#post(message));
    this.#streams.set(id, stream);
  }

  #closeStream(id: number): void {
    const stream = this.#streams.get(id);
    if (!stream) return;
    this.#streams.delete(id);
    this.#post({ type: 'released', released: stream.release() });
  }

  /** Lets go of streams that ended: not possible inside their callbacks. */
  #sweep(): void {
    for (const [id, stream] of this.#streams) if (stream.over) this.#closeStream(id);
  }

  #answer(id: number, work: () => unknown): void {
    try {
      this.#post({ type: 'done', id, value: work() });
    } catch (error) {
      this.#post({ type: 'failed', id, error: toFailure(error) });
    }
  }

  #post(message: FromEvents): void {
    this.#port.postMessage(message);
  }
}

/** Drivers inside the process and old daemons have no keepalive; they are watched by their calls alone. */
function setKeepAlive(address: bigint, { intervalS, count }: Keepalive): boolean {
  const connect = Connect.fromAddress(address);
  try {
    return connect.setKeepAlive(intervalS, count) === 0;
  } catch {
    return false;
  } finally {
    connect.close();
  }
}

if (!parentPort) throw new Error('The event loop runs in a worker only.');
try {
  setImmediate(new EventWorker(parentPort).turn);
} catch (error) {
  parentPort.postMessage({ type: 'unusable', error: toFailure(error) } satisfies FromEvents);
}
