import { EventBatch } from './eventBatch.ts';
import type { AgentEvent } from './events.ts';
import { type FailureData, toData } from './failures.ts';
import { Sweeper } from './footprint.ts';
import type { HostPort } from './hostPort.ts';
import type { FromAgent } from './protocol.ts';

/** What an agent tells main: answers to requests, with the events that happened before them. */
export class Answers {
  readonly #port: HostPort;
  readonly #batch: EventBatch;
  readonly #sweeper = new Sweeper();
  readonly #calls: () => number;

  /** @param calls libvirt calls that were made so far; goes with each answer */
  constructor(port: HostPort, calls: () => number) {
    this.#port = port;
    this.#calls = calls;
    this.#batch = new EventBatch((events) => port.send({ type: 'events', events }));
  }

  send(message: FromAgent): void {
    this.#port.send(message);
  }

  event(event: AgentEvent): void {
    this.#batch.add(event);
  }

  /** Answers with what comes of the work. Never fails. */
  async settle(id: number, work: Promise<unknown>): Promise<void> {
    try {
      this.result(id, await work);
    } catch (error) {
      this.fail(id, error);
    }
  }

  result(id: number, value: unknown): void {
    // Events that happened before the answer go before it.
    this.#batch.flush();
    this.#port.send({ type: 'result', id, value, calls: this.#calls() });
    this.#sweeper.passed();
  }

  fail(id: number, error: unknown): void {
    this.failWith(id, toData(error));
  }

  failWith(id: number, error: FailureData): void {
    this.#port.send({ type: 'failed', id, error, calls: this.#calls() });
  }

  streamEnded(id: number, error: FailureData | null): void {
    this.#port.send({ type: 'streamEnded', id, error });
  }
}
