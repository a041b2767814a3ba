import type { AgentHealth } from './protocol.ts';

/** When an agent counts as hung. */
export interface WatchdogOptions {
  /** Time between pings in ms. */
  readonly intervalMs: number;
  /** Pings without an answer until the process is given up. */
  readonly missed: number;
  /** How long the event worker may be blocked in a call, in ms. */
  readonly eventSilenceMs: number;
}

export const WATCHDOG_DEFAULTS: WatchdogOptions = { intervalMs: 3_000, missed: 3, eventSilenceMs: 45_000 };

/**
 * Pings an agent and says when it does not answer. The agent's own thread never calls libvirt, so it
 * answers at any time: silence means that the process is stopped, starved or broken. The time is counted
 * in pings and not in seconds, so that a computer that slept, or a main process that was busy, does not
 * condemn a healthy agent.
 */
export class Watchdog {
  readonly #options: WatchdogOptions;
  readonly #ping: (sequence: number) => void;
  readonly #onHung: (why: string) => void;
  readonly #timer: NodeJS.Timeout;
  #sequence = 0;
  #answered = 0;

  constructor(options: WatchdogOptions, ping: (sequence: number) => void, onHung: (why: string) => void) {
    this.#options = options;
    this.#ping = ping;
    this.#onHung = onHung;
    this.#timer = setInterval(() => this.#tick(), options.intervalMs);
    this.#timer.unref();
  }

  /** Notes an answer, and judges what the agent says of its event worker. */
  pong(sequence: number, health: AgentHealth): void {
    this.#answered = Math.max(this.#answered, sequence);
    if (health.eventSilenceMs > this.#options.eventSilenceMs) {
      this.#hung(`Its event loop has been blocked for ${Math.round(health.eventSilenceMs / 1000)} s.`);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (this.#sequence - this.#answered >= this.#options.missed) {
      this.#hung('It does not answer.');
      return;
    }
    this.#sequence += 1;
    this.#ping(this.#sequence);
  }

  #hung(why: string): void {
    this.stop();
    this.#onHung(why);
  }
}
