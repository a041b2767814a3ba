import type { Handle } from '../binding/handle.ts';
import type { Session } from '../operations/session.ts';
import type { Connect } from '../typed/connect.ts';
import type { Domain } from '../typed/domain.ts';
import type { Network } from '../typed/network.ts';
import type { StoragePool } from '../typed/storage-pool.ts';

import { type Subscribed, subscribe, unsubscribe } from './subscribe.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';

/** How a task hears from and talks to whoever waits for it. */
export interface TaskControl {
  cancelled(): boolean;
  progress(done: number, total: number): void;
}

export const NO_CONTROL: TaskControl = { cancelled: () => false, progress: () => {} };

/** The session of one lane's connection: keeps handles, and frees what a task leaves. */
export class LaneSession implements Session {
  readonly connect: Connect;
  readonly #domains = new Map<string, Domain>();
  readonly #memos = new Map<string, unknown>();
  readonly #subscribed: Subscribed[] = [];
  #owned: Handle[] = [];
  #task: TaskControl = NO_CONTROL;

  constructor(connect: Connect) {
    this.connect = connect;
  }

  /** Runs one task and frees what it owned. */
  task<T>(control: TaskControl, run: (session: LaneSession) => T): T {
    this.#task = control;
    try {
      return run(this);
    } finally {
      this.freeOwned();
    }
  }

  freeOwned(): void {
    const owned = this.#owned;
    this.#owned = [];
    // What cannot be freed any more, on a broken connection, is no loss.
    for (const handle of owned) freeQuietly(handle);
  }

  domain(uuid: string): Domain {
    const known = this.#domains.get(uuid);
    if (known) return known;
    const domain = this.connect.domainLookupByUUIDString(uuid);
    this.#domains.set(uuid, domain);
    return domain;
  }

  pool(name: string): StoragePool {
    return this.own(this.connect.storagePoolLookupByName(name));
  }

  network(name: string): Network {
    return this.own(this.connect.networkLookupByName(name));
  }

  own<H extends Handle>(handle: H): H {
    this.#owned.push(handle);
    return handle;
  }

  replaceDomains(domains: ReadonlyMap<string, Domain>): void {
    for (const domain of this.#domains.values()) freeQuietly(domain);
    this.#domains.clear();
    for (const [uuid, domain] of domains) this.#domains.set(uuid, domain);
  }

  keepDomain(uuid: string, domain: Domain): void {
    this.forgetDomain(uuid);
    this.#domains.set(uuid, domain);
  }

  forgetDomain(uuid: string): void {
    const known = this.#domains.get(uuid);
    this.#domains.delete(uuid);
    if (known) freeQuietly(known);
  }

  memo<T>(key: string, make: () => T): T {
    if (!this.#memos.has(key)) this.#memos.set(key, make());
    // The same key is always made by the same function.
    return this.#memos.get(key) as T;
  }

  progress(done: number, total: number): void {
    this.#task.progress(done, total);
  }

  cancelled(): boolean {
    return this.#task.cancelled();
  }

  /** Gives callbacks to libvirt, each with a round trip; stops when the connection breaks. */
  subscribe(wishes: readonly SubscriptionWish[]): null {
    for (const wish of wishes) {
      const subscribed = subscribe(this.connect, wish);
      if (subscribed) this.#subscribed.push(subscribed);
    }
    return null;
  }

  /** Takes the callbacks back. */
  unsubscribe(): null {
    for (const subscribed of this.#subscribed.splice(0)) unsubscribe(this.connect, subscribed);
    return null;
  }

  /** Whether libvirt has noticed that the connection has ended. */
  get broken(): boolean {
    try {
      return !this.connect.isAlive();
    } catch {
      return true;
    }
  }

  /** Frees everything and closes the connection. */
  close(): void {
    this.freeOwned();
    this.replaceDomains(new Map());
    this.connect.close();
  }
}

function freeQuietly(handle: Handle): void {
  try {
    handle.free();
  } catch {
    // The reference is given back all the same; libvirt only had something to say about it.
  }
}
