import { expect } from '@playwright/test';
import type { GuestConsole } from '../../hosts/index.ts';

/** An event of an input device, in the kernel's numbers (input-event-codes). */
export interface GuestEvent {
  readonly type: number;
  readonly code: number;
  readonly value: number;
}

const EV_KEY = 1;
const EV_REL = 2;
const EV_ABS = 3;

/** What a guest's keyboards or pointers do, as it happens, on its serial console. */
export class GuestEvents {
  readonly #guest: GuestConsole;
  #from = 0;

  private constructor(guest: GuestConsole) {
    this.#guest = guest;
  }

  /** Begins to watch; replaces what was watched before. */
  static async watch(guest: GuestConsole, what: 'keys' | 'mouse'): Promise<GuestEvents> {
    await guest.command(`watch ${what}`);
    const events = new GuestEvents(guest);
    events.forget();
    return events;
  }

  /** What has happened so far does not count any more. */
  forget(): void {
    this.#from = this.#guest.text.length;
  }

  /** What has happened, without the kernel's marks between reports. */
  get seen(): GuestEvent[] {
    const lines = this.#guest.text.slice(this.#from).split('\n').slice(0, -1);
    const events = lines.map((line) => /EVENT (\d+) (\d+) (-?\d+)$/.exec(line));
    return events
      .filter((event) => event !== null)
      .map(([, type, code, value]) => ({ type: Number(type), code: Number(code), value: Number(value) }))
      .filter(({ type }) => type === EV_KEY || type === EV_REL || type === EV_ABS);
  }

  /** Keys and buttons that went down (+) and up (-), without those that repeat. */
  get keys(): string[] {
    return this.seen
      .filter(({ type, value }) => type === EV_KEY && value !== 2)
      .map(({ code, value }) => `${value === 1 ? '+' : '-'}${String(code)}`);
  }

  /** Waits until exactly these keys and buttons went down and up. */
  async shouldBe(keys: readonly string[]): Promise<void> {
    await expect(() => {
      // What the guest said besides tells why.
      expect(this.keys, this.#guest.text.slice(this.#from).slice(-1000)).toEqual(keys);
    }).toPass({ timeout: 30_000 });
  }

  /** Where an absolute device has been put last, 0 to 1; null: it has not. */
  at(axis: 0 | 1): number | null {
    const last = this.seen.findLast(({ type, code }) => type === EV_ABS && code === axis);
    return last ? last.value / 32767 : null;
  }

  /** How far a relative device has been moved, or its wheel (8) turned. */
  moved(axis: 0 | 1 | 8): number {
    return this.seen
      .filter(({ type, code }) => type === EV_REL && code === axis)
      .reduce((sum, { value }) => sum + value, 0);
  }
}
