import type { DomainDetails } from './inventory.ts';

export interface FillerOptions {
  /** Reads some domains; those that are gone are missing from the answer. */
  readonly read: (uuids: readonly string[]) => Promise<ReadonlyMap<string, DomainDetails>>;
  readonly found: (uuid: string, details: DomainDetails) => void;
  /** Everything that waited has been read. */
  readonly done: () => void;
}

/** How long one batch may keep others waiting, in ms; a slow link takes one domain at a time. */
const BATCH_MS = 25;
const MAX_BATCH = 100;
/** Reading takes at most this part of the time, so that what users do is not behind it. */
const DUTY = 0.25;

/**
 * Reads behind what stands only in the XML: titles, descriptions, tags, systems. In batches that
 * are short for whoever waits meanwhile; what is being looked at first.
 */
export class DetailsFiller {
  readonly #options: FillerOptions;
  #waiting = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #batch = 5;
  #stopped = false;

  constructor(options: FillerOptions) {
    this.#options = options;
  }

  /** Has these read, after those that wait already. */
  add(uuids: Iterable<string>): void {
    for (const uuid of uuids) this.#waiting.add(uuid);
    this.#schedule(0);
  }

  /** Has these read next. */
  first(uuids: Iterable<string>): void {
    this.#waiting = new Set([...uuids, ...this.#waiting]);
    this.#schedule(0);
  }

  /** Moves those of these that still wait to the front. */
  hurry(uuids: Iterable<string>): void {
    this.first([...uuids].filter((uuid) => this.#waiting.has(uuid)));
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #schedule(wait: number): void {
    if (this.#stopped || this.#timer || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => void this.#next(), wait);
  }

  async #next(): Promise<void> {
    const uuids = [...this.#waiting].slice(0, this.#batch);
    for (const uuid of uuids) this.#waiting.delete(uuid);
    const started = performance.now();
    try {
      const details = await this.#options.read(uuids);
      if (this.#stopped) return;
      for (const [uuid, found] of details) this.#options.found(uuid, found);
    } catch {
      // Nobody asked for it: what cannot be read stays unknown until the next event or connection.
    }
    const took = performance.now() - started;
    this.#batch = nextBatch(uuids.length, took);
    this.#timer = null;
    if (this.#stopped) return;
    if (this.#waiting.size === 0) this.#options.done();
    else this.#schedule(took / DUTY - took);
  }
}

/** As many as fit into the time, but no more than twice as many as before. */
function nextBatch(count: number, tookMs: number): number {
  const fitting = Math.floor((count * BATCH_MS) / Math.max(0.1, tookMs));
  return Math.max(1, Math.min(fitting, count * 2 + 1, MAX_BATCH));
}
