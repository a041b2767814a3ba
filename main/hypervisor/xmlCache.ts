/** Characters kept for one connection; what was not used for longest goes first. */
const MAX_CHARS = 8 * 1024 * 1024;

interface Entry {
  readonly text: Promise<string>;
  /** 0 until it has arrived. */
  chars: number;
}

/** Definitions of domains, read when somebody looks and dropped when an event says that they changed. */
export class XmlCache {
  readonly #entries = new Map<string, Map<string, Entry>>();
  #chars = 0;

  /**
   * The text of one kind ("live", "inactive") for a domain: kept, on its way, or read now.
   * A failure is not kept.
   */
  get(uuid: string, kind: string, read: () => Promise<string>): Promise<string> {
    const kinds = this.#entries.get(uuid) ?? new Map<string, Entry>();
    const known = kinds.get(kind);
    // Moves it to the end: the most recently used.
    this.#entries.delete(uuid);
    this.#entries.set(uuid, kinds);
    if (known) return known.text;
    const entry: Entry = { text: read(), chars: 0 };
    kinds.set(kind, entry);
    entry.text.then(
      (text) => this.#arrived(uuid, kind, entry, text.length),
      () => this.#failed(uuid, kind, entry),
    );
    return entry.text;
  }

  /** Forgets a domain's definitions, also those on their way. */
  drop(uuid: string): void {
    for (const entry of this.#entries.get(uuid)?.values() ?? []) this.#chars -= entry.chars;
    this.#entries.delete(uuid);
  }

  clear(): void {
    this.#entries.clear();
    this.#chars = 0;
  }

  #arrived(uuid: string, kind: string, entry: Entry, chars: number): void {
    if (this.#entries.get(uuid)?.get(kind) !== entry) return;
    entry.chars = chars;
    this.#chars += chars;
    for (const oldest of this.#entries.keys()) {
      if (this.#chars <= MAX_CHARS) break;
      this.drop(oldest);
    }
  }

  #failed(uuid: string, kind: string, entry: Entry): void {
    const kinds = this.#entries.get(uuid);
    if (kinds?.get(kind) === entry) kinds.delete(kind);
  }
}
