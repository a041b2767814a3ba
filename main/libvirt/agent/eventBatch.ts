import type { AgentEvent } from './events.ts';

/** Collects the events of one turn of the loop: a host that starts a hundred domains makes a few messages. */
export class EventBatch {
  readonly #send: (events: readonly AgentEvent[]) => void;
  #events: AgentEvent[] = [];
  #scheduled: NodeJS.Immediate | null = null;

  constructor(send: (events: readonly AgentEvent[]) => void) {
    this.#send = send;
  }

  add(event: AgentEvent): void {
    this.#events.push(event);
    this.#scheduled ??= setImmediate(() => this.flush());
  }

  flush(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#send(events);
  }
}
