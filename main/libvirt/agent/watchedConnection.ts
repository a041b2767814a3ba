import { virConnectCloseReason } from '../generated/enums-common.ts';
import { Connect } from '../typed/connect.ts';
import { closeListener, furtherSources, type Listener, lifecycle } from './eventSources.ts';
import type { AgentEvent } from './events.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';

/** The connection whose events the event worker delivers. */
export class WatchedConnection {
  readonly #connect: Connect;
  readonly #emit: (event: AgentEvent) => void;
  readonly #listeners: readonly Listener[];
  #over = false;

  constructor(address: bigint, emit: (event: AgentEvent) => void) {
    this.#connect = Connect.fromAddress(address);
    this.#emit = emit;
    const sources = [lifecycle, ...furtherSources].map((source) => source(emit));
    this.#listeners = [closeListener((reason) => this.#closed(reason)), ...sources];
  }

  /** What the lane for calls is to give to libvirt: first the end of the connection and the domains' lifecycle. */
  get wishes(): readonly SubscriptionWish[] {
    return this.#listeners.map((listener) => listener.wish);
  }

  /**
   * Looks whether the connection has ended. libvirt tells, except when several threads wait for the same
   * hung daemon: then it frees one of them and forgets the rest (seen with 9.0).
   */
  check(): void {
    if (!this.#over && !this.#alive()) this.#closed(virConnectCloseReason.VIR_CONNECT_CLOSE_REASON_ERROR);
  }

  /** Forgets the listeners, which libvirt must not have any more, and gives the connection back. */
  free(): void {
    for (const listener of this.#listeners) listener.forget();
    this.#connect.close();
  }

  #alive(): boolean {
    try {
      return this.#connect.isAlive();
    } catch {
      return false;
    }
  }

  #closed(reason: number): void {
    if (this.#over) return;
    this.#over = true;
    this.#emit({ kind: 'connection', event: 'closed', reason, time: Date.now() });
  }
}
