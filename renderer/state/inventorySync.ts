import type { ConnectionId, InventoryPatch, InventorySnapshot } from '../../contract/index.ts';
import { applyPatch, type Picture, pictureOf } from './inventory.ts';

/** Patches kept while a snapshot is on its way; more than this means that it will not help. */
const MAX_QUEUED = 1000;

interface Entry {
  picture: Picture | null;
  /** The reading of the whole picture that is under way; null: none is. */
  reading: object | null;
  /** Patches that came while a snapshot was being fetched, oldest first. */
  queue: InventoryPatch[];
}

/**
 * Keeps the pictures true to main's: applies patches in order and reads the whole picture anew
 * when one was missed. Knows neither the wire nor the store.
 */
export class InventorySync {
  readonly #entries = new Map<ConnectionId, Entry>();
  readonly #fetch: (connection: ConnectionId) => Promise<InventorySnapshot>;
  readonly #publish: (connection: ConnectionId, picture: Picture | null) => void;

  constructor(
    fetch: (connection: ConnectionId) => Promise<InventorySnapshot>,
    publish: (connection: ConnectionId, picture: Picture | null) => void,
  ) {
    this.#fetch = fetch;
    this.#publish = publish;
  }

  /** Reads the whole picture, unless that is under way. A failure leaves the old one. */
  async refresh(connection: ConnectionId): Promise<void> {
    const entry = this.#entry(connection);
    if (entry.reading) return;
    const reading = {};
    entry.reading = reading;
    try {
      const snapshot = await this.#fetch(connection);
      // Forgotten meanwhile, or a newer whole picture came by itself.
      if (this.#entries.get(connection) === entry && entry.reading === reading) this.#take(entry, snapshot);
    } catch {
      if (entry.reading !== reading) return;
      // Main says what is wrong with the connection in its own event, and sends a whole picture
      // when it is back; asking again now would fail the same way.
      entry.reading = null;
      entry.queue = [];
    }
  }

  /** A whole picture that main sent of its own accord. */
  onSnapshot(snapshot: InventorySnapshot): void {
    this.#take(this.#entry(snapshot.connection), snapshot);
  }

  onPatch(patch: InventoryPatch): void {
    const entry = this.#entry(patch.connection);
    if (entry.reading) {
      if (entry.queue.length < MAX_QUEUED) entry.queue.push(patch);
      return;
    }
    this.#apply(entry, patch);
  }

  /** Forgets a connection that was removed or closed. */
  forget(connection: ConnectionId): void {
    this.#entries.delete(connection);
    this.#publish(connection, null);
  }

  #take(entry: Entry, snapshot: InventorySnapshot): void {
    entry.reading = null;
    let picture = pictureOf(snapshot);
    const queue = entry.queue;
    entry.queue = [];
    let gap = false;
    for (const patch of queue) {
      const next = applyPatch(picture, patch);
      if (next === 'stale') continue;
      if (next === 'gap') {
        gap = true;
        break;
      }
      picture = next;
    }
    entry.picture = picture;
    this.#publish(snapshot.connection, picture);
    if (gap) void this.refresh(snapshot.connection);
  }

  #apply(entry: Entry, patch: InventoryPatch): void {
    const next = entry.picture ? applyPatch(entry.picture, patch) : 'gap';
    if (next === 'stale') return;
    if (next === 'gap') {
      entry.queue.push(patch);
      void this.refresh(patch.connection);
      return;
    }
    entry.picture = next;
    this.#publish(patch.connection, next);
  }

  #entry(connection: ConnectionId): Entry {
    let entry = this.#entries.get(connection);
    if (!entry) {
      entry = { picture: null, reading: null, queue: [] };
      this.#entries.set(connection, entry);
    }
    return entry;
  }
}
