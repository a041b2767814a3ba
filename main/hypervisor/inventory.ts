import type { DomainRow, InventorySnapshot } from '../../contract/index.ts';
import type { DomainAgentEvent } from '../libvirt/agent/events.ts';
import { virDomainEventType as Type } from '../libvirt/generated/enums-domain.ts';
import { lifecycleMeaning } from './lifecycle.ts';
import { Picture, type PictureEmit } from './picture.ts';
import { isOff } from './rows.ts';

/** What the list of domains tells: a row without what stands only in the XML. */
export type ListedDomain = Omit<
  DomainRow,
  'title' | 'description' | 'tags' | 'os' | 'icon' | 'addresses' | 'startedAt'
>;
/** What stands only in the XML. */
export type DomainDetails = Pick<DomainRow, 'title' | 'description' | 'tags' | 'os' | 'icon'>;

/** Where the picture comes from while the connection is open. */
export interface InventorySource {
  /** All domains, with a number of libvirt calls that does not depend on how many there are. */
  list(): Promise<readonly ListedDomain[]>;
  /** Some domains anew; those that are gone are missing. */
  refresh(uuids: readonly string[]): Promise<readonly ListedDomain[]>;
}

/** Domains read anew in one go: other calls wait no longer than this takes. */
const REFRESH_BATCH = 50;
/** After a failure, in ms. */
const RETRY_MS = 1_000;
const NO_DETAILS = { title: null, description: null, tags: null, os: null, addresses: null };

/**
 * What is known of one connection's domains. It is filled by one list and then kept by events: an
 * event changes the row at once as far as it tells, and the domain is read anew behind it.
 */
export class Inventory {
  readonly #picture: Picture;
  readonly #gone: (row: DomainRow) => void;
  /** Domains to be read anew, each with the number of the event that asked for it last. */
  readonly #dirty = new Map<string, number>();
  /** What was read from the XML of domains that are new, before their rows were. */
  readonly #early = new Map<string, Partial<DomainRow>>();
  #source: InventorySource | null = null;
  #events = 0;
  #busy = false;
  #msPerDomain = 0;
  #retry: NodeJS.Timeout | null = null;

  /** @param gone gets a domain that is not there any more, as it was known last; not when the connection is closed */
  constructor(connection: string, emit: PictureEmit, gone: (row: DomainRow) => void = () => {}) {
    this.#picture = new Picture(connection, emit);
    this.#gone = gone;
  }

  row(uuid: string): DomainRow | undefined {
    return this.#picture.get(uuid);
  }

  rows(): DomainRow[] {
    return this.#picture.rows();
  }

  snapshot(): InventorySnapshot {
    return this.#picture.snapshot();
  }

  /**
   * Reads the list. Events that come meanwhile are not lost. Throws what the source throws.
   * @param remembered details known from an earlier run, shown until they are read anew
   * @returns false: nobody wants the list any more, for the connection has ended meanwhile
   */
  async load(
    source: InventorySource,
    remembered: (uuid: string) => DomainDetails | undefined = () => undefined,
  ): Promise<boolean> {
    this.detach();
    this.#source = source;
    this.#busy = true;
    try {
      const listed = await source.list();
      if (this.#source !== source) return false;
      const rows = listed.map((one): DomainRow => {
        const known = detailsOf(this.#picture.get(one.uuid)) ?? remembered(one.uuid);
        return { ...NO_DETAILS, ...known, ...one };
      });
      this.#picture.replace(rows, true);
    } finally {
      if (this.#source === source) this.#busy = false;
    }
    void this.#refresh();
    return true;
  }

  /** The connection is lost: the picture stays as it was last known. */
  detach(): void {
    this.#source = null;
    this.#busy = false;
    this.#dirty.clear();
    this.#early.clear();
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
  }

  /** The connection was closed by the user: nothing is known any more. */
  clear(): void {
    this.detach();
    this.#picture.replace([], false);
  }

  /** The connection is forgotten. */
  stop(): void {
    this.detach();
    this.#picture.stop();
  }

  /** Takes an event into the picture. */
  handle(event: DomainAgentEvent): void {
    if (event.event === 'balloon-change') {
      this.#picture.change(event.uuid, { memoryKiB: event.actualKiB });
    } else if (event.event === 'lifecycle') {
      this.#lifecycle(event, event.type, event.detail);
      this.touch(event.uuid);
    }
  }

  /** Has a domain read anew. */
  touch(uuid: string): void {
    this.#events += 1;
    this.#dirty.set(uuid, this.#events);
    void this.#refresh();
  }

  /** Takes what was read from the XML, or what libvirt confirmed and sends no event for. */
  change(uuid: string, change: Partial<DomainRow>): void {
    if (this.#picture.get(uuid)) this.#picture.change(uuid, change);
    else if (this.#dirty.has(uuid)) this.#early.set(uuid, { ...this.#early.get(uuid), ...change });
  }

  #lifecycle(event: DomainAgentEvent, type: number, detail: number): void {
    const row = this.#picture.get(event.uuid);
    if (!row) return;
    const { change, removed } = lifecycleMeaning(type, detail);
    if (removed) {
      if (isOff(row)) this.#remove(event.uuid);
      else this.#picture.change(event.uuid, { persistent: false });
    } else if (change) {
      const id = change.state === 'shutoff' ? null : (event.id ?? row.id);
      const off = change.state === 'shutoff' || change.state === 'crashed';
      const started =
        type === Type.VIR_DOMAIN_EVENT_STARTED ? { startedAt: Date.now(), addresses: null } : {};
      this.#picture.change(event.uuid, {
        ...change,
        id,
        ...started,
        ...(off && { startedAt: null, addresses: null }),
      });
    }
  }

  #remove(uuid: string): void {
    const row = this.#picture.get(uuid);
    if (!row) return;
    this.#picture.remove(uuid);
    this.#gone(row);
  }

  /** Reads what is dirty, one batch at a time, until nothing is. */
  async #refresh(): Promise<void> {
    const source = this.#source;
    if (!source || this.#busy || this.#retry || this.#dirty.size === 0) return;
    this.#busy = true;
    try {
      if (this.#listIsCheaper()) await this.#relist(source);
      else await this.#reread(source);
    } catch {
      // Not at once, even where the link broke: until the connection has noticed that, the same would fail again and
      // again. After it everything is listed anew.
      if (this.#source === source) this.#retryLater();
    } finally {
      if (this.#source === source) this.#busy = false;
    }
    void this.#refresh();
  }

  async #reread(source: InventorySource): Promise<void> {
    const asked = new Map([...this.#dirty].slice(0, REFRESH_BATCH));
    const started = performance.now();
    const rows = await source.refresh([...asked.keys()]);
    if (this.#source !== source) return;
    this.#msPerDomain = (performance.now() - started) / asked.size;
    this.#take(rows, asked);
  }

  async #relist(source: InventorySource): Promise<void> {
    const asked = new Map(this.#dirty);
    const listed = await source.list();
    if (this.#source !== source) return;
    this.#take(
      listed.filter((one) => asked.has(one.uuid)),
      asked,
    );
  }

  /** Takes rows for the domains asked, unless another event came while they were read. */
  #take(rows: readonly ListedDomain[], asked: ReadonlyMap<string, number>): void {
    const found = new Map(rows.map((row) => [row.uuid, row]));
    for (const [uuid, asking] of asked) {
      if (this.#dirty.get(uuid) !== asking) continue;
      this.#dirty.delete(uuid);
      const row = found.get(uuid);
      const early = this.#early.get(uuid);
      this.#early.delete(uuid);
      if (!row) this.#remove(uuid);
      else if (this.#picture.get(uuid)) this.#picture.change(uuid, row);
      else this.#picture.add({ ...NO_DETAILS, ...early, ...row });
    }
  }

  /** Many changes over a slow link: a list takes about a dozen calls, reading one domain about six. */
  #listIsCheaper(): boolean {
    const count = this.#dirty.size;
    return count > REFRESH_BATCH && (this.#msPerDomain > 10 || count > this.#picture.size / 2);
  }

  #retryLater(): void {
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#refresh();
    }, RETRY_MS);
  }
}

function detailsOf(row: DomainRow | undefined): Partial<DomainRow> | undefined {
  if (!row) return undefined;
  // When it started is not carried over: while nobody looked it may have started again.
  const { title, description, tags, os, icon, addresses } = row;
  return { title, description, tags, os, ...(icon !== undefined && { icon }), addresses };
}
