import { apiError, type ByteChannel, type ConsoleInfo } from '../../../contract/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { stillActive, whyEnded } from '../why.ts';
import { ConsoleLog, type LogWish } from './consoleLog.ts';
import { openDevice } from './openDevice.ts';
import { TextStream } from './textStream.ts';

/** A window that has just left may still be about to say so: it is waited for so long, in ms. */
const LEAVES_MS = 500;
/** Between attempts to read on for a log, in ms; the last one stays. */
const FOLLOW_MS = [500, 1000, 2000, 5000];

/** For so long after Virtdeck has left a device, libvirt may still be ending that session, in ms. */
const LEAVING_MS = 3_000;
/** And after the way to it was lost, until the daemon itself finds that nobody is there: by its keepalive, after 30 s. */
const LOST_MS = 40_000;
/** Left for so long, a device is as if it had never been open, in ms. */
const REST_MS = LOST_MS;

/** What is done with a device that was opened for a window. */
export interface Reserved {
  readonly accept: (channel: ByteChannel) => void;
  readonly expire: () => void;
}

/** One character device of one machine: who has it open, and what is written down of it. */
export class TextPlace {
  readonly #host: Hypervisor;
  readonly #uuid: string;
  readonly #logChanged: () => void;
  #console: ConsoleInfo;
  #stream: TextStream | null = null;
  #log: ConsoleLog | null = null;
  #startingLog = false;
  #leftAt = Number.NEGATIVE_INFINITY;
  #heldUntil = Number.NEGATIVE_INFINITY;
  /** Openings, one after another. */
  #turn: Promise<unknown> = Promise.resolve();
  #followUp: NodeJS.Timeout | null = null;
  #attempts = 0;
  /** The window that has it, or had it last. */
  #window: string | null = null;

  /** @param logChanged the state of its log is another one */
  constructor(host: Hypervisor, uuid: string, console: ConsoleInfo, logChanged: () => void) {
    this.#host = host;
    this.#uuid = uuid;
    this.#console = console;
    this.#logChanged = logChanged;
  }

  get host(): Hypervisor {
    return this.#host;
  }

  get log(): ConsoleLog | null {
    return this.#log;
  }

  /** Whether it can be forgotten. */
  get idle(): boolean {
    const open = this.#stream !== null && !this.#stream.over;
    return !open && this.#log === null && performance.now() - this.#leftAt > REST_MS;
  }

  /** How the definition describes it now. */
  set console(console: ConsoleInfo) {
    this.#console = console;
  }

  /**
   * Opens it for a window.
   * @param window the window's id
   * @param force takes it from whoever has it
   * @throws ApiError; `conflict` when somebody has it, here or elsewhere
   */
  reserve(window: string, force: boolean): Promise<Reserved> {
    return this.#inTurn(async () => {
      // A window shows it once: where it asks again it has left, and that is still on its way on another socket.
      const mayTake = force || window === this.#window;
      await this.#untilLeft(mayTake);
      if (this.#stream?.viewed && !this.#stream.over && !mayTake) {
        throw apiError(
          'conflict',
          `${this.#console.title} of ${this.#host.row(this.#uuid).name} is open in another window.`,
          'Take it over to type here.',
        );
      }
      const stream = this.#stream && !this.#stream.over ? this.#stream : await this.#open(force);
      this.#window = window;
      return stream.reserve();
    });
  }

  /**
   * Writes down what is printed from now on, whether a window looks or not.
   * @throws ApiError `conflict` when that is done already, and as {@link ConsoleLog.start}
   */
  async startLog(wish: LogWish): Promise<ConsoleLog> {
    if (this.#startingLog || this.#log?.running) {
      const file = this.#log?.state.path ?? 'a file';
      throw apiError('conflict', `${this.#console.title} is written to ${file} already.`);
    }
    this.#startingLog = true;
    let log: ConsoleLog;
    try {
      await this.#log?.stop();
      log = await ConsoleLog.start(wish, this.#logChanged);
    } finally {
      this.#startingLog = false;
    }
    this.#log = log;
    if (this.#stream && !this.#stream.over) this.#stream.log = log;
    else this.#follow();
    return log;
  }

  async stopLog(): Promise<void> {
    const log = this.#log;
    this.#log = null;
    if (this.#followUp) clearTimeout(this.#followUp);
    this.#followUp = null;
    if (this.#stream) this.#stream.log = null;
    await log?.stop();
    if (log) this.#logChanged();
  }

  async stop(): Promise<void> {
    this.#stream?.destroy();
    await this.stopLog();
  }

  async #open(force: boolean): Promise<TextStream> {
    const device = {
      host: this.#host,
      uuid: this.#uuid,
      console: this.#console,
      heldUntil: this.#heldUntil,
    };
    const opened = await openDevice(device, force);
    const shared = (error: Error | null) => whyEnded(this.#host, this.#uuid, error, true);
    const stream = new TextStream(opened, this.#log, shared);
    this.#stream = stream;
    this.#attempts = 0;
    if (this.#log) this.#log.waiting = null;
    void stream.ended.then(({ message }) => {
      this.#leftAt = performance.now();
      if (stream.left) this.#heldUntil = this.#leftAt + LEAVING_MS;
      else if (!this.#host.connected) this.#heldUntil = this.#leftAt + LOST_MS;
      if (this.#stream !== stream) return;
      this.#stream = null;
      if (this.#log) this.#log.waiting = message || 'The console was closed.';
      this.#follow();
    });
    return stream;
  }

  /** Reads on for the log when nobody else does. */
  #follow(): void {
    if (!this.#log?.running || this.#followUp) return;
    const delay = FOLLOW_MS[Math.min(this.#attempts, FOLLOW_MS.length - 1)] ?? 0;
    this.#attempts += 1;
    this.#followUp = setTimeout(() => {
      this.#followUp = null;
      void this.#readOn();
    }, delay).unref();
  }

  async #readOn(): Promise<void> {
    const log = this.#log;
    if (!log?.running || (this.#stream && !this.#stream.over)) return;
    const reason = this.#unreadable();
    if (reason === null) {
      try {
        await this.#inTurn(async () => {
          if (this.#stream && !this.#stream.over) return;
          const stream = await this.#open(false);
          // While it was being opened the log may have been stopped: then nobody wants it.
          stream.log = this.#log;
        });
        return;
      } catch (error) {
        log.waiting = toApiError(error, { doing: 'Reading the console' }).message;
      }
    } else log.waiting = reason;
    this.#follow();
  }

  /** Why there is nothing to read now; null: there is. */
  #unreadable(): string | null {
    if (!this.#host.connected) return 'The host is not connected.';
    return stillActive(this.#host, this.#uuid) ? null : 'The machine is off.';
  }

  async #untilLeft(mayTake: boolean): Promise<void> {
    const deadline = performance.now() + LEAVES_MS;
    while (!mayTake && this.#stream?.viewed && !this.#stream.over && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}
