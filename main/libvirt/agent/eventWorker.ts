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
import { ConsolePump } from './consolePump.ts';
import type { FromEvents, ReleasedStream, ToEvents } from './eventProtocol.ts';
import { LinkFd } from './linkFd.ts';
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
  readonly #consoles = new Set<ConsolePump>();
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
    for (const console of this.#consoles) console.receive();
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
      case 'console':
        this.#answer(message.id, () => this.#open(message));
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
    const released = [...this.#consoles].map((console) => console.release());
    this.#consoles.clear();
    return released;
  }

  #open({ stream: id, address, link }: Extract<ToEvents, { type: 'console' }>): null {
    if (!isPointer(address, 'virStream')) throw new RangeError(`${address} is not the address of a stream`);
    // The lane that opened it has handed its reference over.
    const stream = new Stream(address);
    let linkFd: LinkFd | null = null;
    try {
      const ended = (error: unknown): void =>
        this.#post({ type: 'streamEnded', stream: id, error: error === null ? null : toFailure(error) });
      linkFd = new LinkFd(link);
      this.#consoles.add(new ConsolePump(stream, linkFd, { ended }));
    } catch (error) {
      linkFd?.close();
      this.#post({ type: 'released', released: { address, finished: false } });
      throw error;
    }
    return null;
  }

  /** Lets go of consoles that ended: not possible inside their callbacks. */
  #sweep(): void {
    for (const console of this.#consoles) {
      if (!console.over) continue;
      this.#consoles.delete(console);
      this.#post({ type: 'released', released: console.release() });
    }
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
