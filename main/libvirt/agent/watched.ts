import { Connect } from '../typed/connect.ts';
import type { Subscription } from '../typed/subscriptions.ts';
import { furtherSources, lifecycle } from './eventSources.ts';
import type { AgentEvent } from './events.ts';

/** The connection whose events the event worker delivers. */
export class WatchedConnection {
  readonly #connect: Connect;
  readonly #emit: (event: AgentEvent) => void;
  readonly #close: Subscription | null;
  #further = [...furtherSources];

  /**
   * Subscribes to the end of the connection and to the lifecycle of domains; the rest comes later, one by
   * one, since each costs a round trip.
   */
  constructor(address: bigint, emit: (event: AgentEvent) => void) {
    this.#connect = Connect.fromAddress(address);
    this.#emit = emit;
    this.#close = this.#try((connect) =>
      connect.registerCloseCallback((reason) =>
        emit({ kind: 'connection', event: 'closed', reason, time: Date.now() }),
      ),
    );
    this.#try((connect) => lifecycle(connect, emit));
  }

  /** Subscribes to the next kind of event. False once there are no more. */
  subscribeNext(): boolean {
    const source = this.#further.shift();
    if (!source) return false;
    this.#try((connect) => source(connect, this.#emit));
    return this.#further.length > 0;
  }

  /** Takes all subscriptions back and gives the connection back. */
  free(): void {
    this.#further = [];
    // First, and for sure: the last reference may be given back by another thread, which must not call it.
    this.#close?.cancel();
    this.#connect.close();
  }

  /** A driver that has no such event is none the worse for it. */
  #try(subscribe: (connect: Connect) => Subscription): Subscription | null {
    try {
      return subscribe(this.#connect);
    } catch {
      return null;
    }
  }
}
