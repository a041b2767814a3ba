import type { Hypervisor } from '../../hypervisor/hypervisor.ts';

/** What is heard of one machine while somebody waits for it: that something has changed, and reboots. */
export class Signs {
  #reboots = 0;
  #changed = false;
  #wake: (() => void) | null = null;
  readonly #stop: () => void;

  constructor(host: Hypervisor, uuid: string, signal: AbortSignal) {
    const unsubscribe = [
      host.onEvent((event) => {
        if (event.kind !== 'domain' || event.uuid !== uuid) return;
        if (event.event === 'reboot') this.#reboots += 1;
        if (event.event === 'reboot' || event.event === 'lifecycle') this.#tell();
      }),
      host.onAvailability(() => this.#tell()),
    ];
    const aborted = (): void => this.#tell();
    signal.addEventListener('abort', aborted);
    this.#stop = () => {
      for (const one of unsubscribe) one();
      signal.removeEventListener('abort', aborted);
    };
  }

  /** Whether it has rebooted since this was asked last. Several reboots are told one by one. */
  takeReboot(): boolean {
    if (this.#reboots === 0) return false;
    this.#reboots -= 1;
    return true;
  }

  /** Resolves when something has happened since the last time. */
  async next(): Promise<void> {
    if (!this.#changed && this.#reboots === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#changed = false;
  }

  stop(): void {
    this.#stop();
  }

  #tell(): void {
    this.#changed = true;
    this.#wake?.();
    this.#wake = null;
  }
}
