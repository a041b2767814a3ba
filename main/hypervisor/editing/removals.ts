import type { AgentEvent } from '../../libvirt/agent/events.ts';
import type { Hypervisor } from '../hypervisor.ts';

/** What became of a device that the guest was asked to give back. */
export type Removal = 'removed' | 'refused' | 'waiting';

/**
 * Listens for devices of a machine that leave it: a guest is asked to let go of one, and an event tells when it
 * has. Begin before asking; `stop` when it is not needed any more.
 */
export class Removals {
  readonly #outcomes = new Map<string, Removal>();
  readonly #waiting = new Set<() => void>();
  readonly stop: () => void;

  constructor(host: Hypervisor, uuid: string) {
    this.stop = host.onEvent((event) => this.#take(event, uuid));
  }

  /** What became of it, at the latest after so many milliseconds. */
  async outcome(alias: string, limitMs: number): Promise<Removal> {
    const until = Date.now() + limitMs;
    for (;;) {
      const known = this.#outcomes.get(alias);
      const left = until - Date.now();
      if (known || left <= 0) return known ?? 'waiting';
      await this.#next(left);
    }
  }

  #take(event: AgentEvent, uuid: string): void {
    if (event.kind !== 'domain' || event.uuid !== uuid) return;
    if (event.event === 'device-removed') this.#outcomes.set(event.alias, 'removed');
    else if (event.event === 'device-removal-failed') this.#outcomes.set(event.alias, 'refused');
    else return;
    for (const wake of [...this.#waiting]) wake();
  }

  #next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
    });
  }
}
