import type { DomainEvent } from '../../contract/index.ts';

/** Events kept for one domain. */
const PER_DOMAIN = 100;
/** Events kept for one connection; the domains that were silent for longest lose theirs first. */
const IN_ALL = 20_000;

/** What happened to the domains of one connection lately. */
export class EventLog {
  /** In the order of their last event. */
  readonly #events = new Map<string, DomainEvent[]>();
  #count = 0;

  add(event: DomainEvent): void {
    const kept = this.#events.get(event.uuid) ?? [];
    kept.push(event);
    this.#count += 1;
    if (kept.length > PER_DOMAIN) {
      kept.shift();
      this.#count -= 1;
    }
    this.#events.delete(event.uuid);
    this.#events.set(event.uuid, kept);
    while (this.#count > IN_ALL) this.#dropOldest();
  }

  /** The events of a domain, newest last. */
  of(uuid: string): DomainEvent[] {
    return [...(this.#events.get(uuid) ?? [])];
  }

  #dropOldest(): void {
    const [oldest] = this.#events;
    if (!oldest) return;
    this.#events.delete(oldest[0]);
    this.#count -= oldest[1].length;
  }
}
