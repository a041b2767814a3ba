import type { ApiErrorData, ByteCloseReason, ErrorKind } from '../../../contract/index.ts';
import { toErrorData } from '../../state/host.ts';

/** Where a console stands. */
export type ConsoleState =
  /** Nothing to connect to: the machine is off, or its host is away. */
  | { readonly phase: 'off'; readonly reason: string }
  | { readonly phase: 'connecting' }
  | { readonly phase: 'connected' }
  /** It ended or could not be opened; the next attempt is at `retryAt`. */
  | { readonly phase: 'waiting'; readonly reason: string; readonly retryAt: number }
  /** Somebody else uses it, or has just taken it over: only the user can say what now. */
  | { readonly phase: 'busy'; readonly reason: string }
  /** Trying again by itself would not help. */
  | { readonly phase: 'failed'; readonly error: ApiErrorData };

/** An open console: something that ends, and can be ended. */
export interface Attachment {
  close(): void;
  /** Whether the other end still answers; not there: it cannot be asked. */
  alive?(): Promise<boolean>;
}

/** Opens the console. `ended` has to be called once when it is over, except after close(). */
export type OpenConsole = (options: {
  /** Take it over from whoever has it. */
  force: boolean;
  /** The machine has been started since the console was open last. */
  started: boolean;
  ended: (reason: ByteCloseReason) => void;
}) => Promise<Attachment>;

/** Milliseconds before each attempt after a failure; the last one stays. */
const DELAYS = [250, 1000, 2000, 5000, 10_000];

/** A console that lasted this long has worked: the next failure begins at the first delay again. */
const WORKED = 5000;

/** Failures that time does not mend. */
const FINAL = new Set<ErrorKind>(['unsupported', 'denied', 'authentication', 'invalid', 'internal']);

/**
 * Keeps a console open for as long as there is a machine to show: opens it when the machine starts,
 * again after it was lost (a reboot, a migration, a cut link), and stops when asked to.
 */
export class ConsoleSession {
  readonly #open: OpenConsole;
  readonly #publish: (state: ConsoleState) => void;
  #state: ConsoleState = { phase: 'off', reason: '' };
  #attachment: Attachment | null = null;
  /** Grows with every attempt, so that what an old one says late is not heard. */
  #attempt = 0;
  #failures = 0;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the console belongs to: another run of the machine is another console. */
  #run: string | null = null;
  /** The run of which something was shown last. */
  #shown: string | null = null;
  #unavailable = '';
  /** The host cannot be asked for anything now. */
  #away = false;

  constructor(open: OpenConsole, publish: (state: ConsoleState) => void) {
    this.#open = open;
    this.#publish = publish;
  }

  get state(): ConsoleState {
    return this.#state;
  }

  /**
   * Says whether there is something to show. `run` names one run of the machine; null: there is none,
   * for `reason`. Another run connects anew. `away`: the host cannot be asked for it now, but what is open does not
   * need it (a tunnel, a socket of the display's own) and stays open for as long as it lasts.
   */
  update(run: string | null, reason: string, away = false): void {
    this.#unavailable = reason;
    const back = this.#away && !away;
    this.#away = away;
    if (away && this.#attachment) return;
    if (back && run !== null && run === this.#run && this.#attachment) {
      void this.#prove(this.#attachment);
      return;
    }
    if (run === this.#run && (run !== null || this.#state.phase === 'off')) {
      if (run === null && this.#state.phase === 'off' && this.#state.reason !== reason) this.#off();
      return;
    }
    this.#run = run;
    this.#failures = 0;
    if (run === null) this.#off();
    else void this.#connect(false);
  }

  /** Tries at once; with `force` takes it over from whoever has it. */
  retry(force = false): void {
    if (this.#run === null) return;
    this.#failures = 0;
    void this.#connect(force);
  }

  /** Leaves it to another window, until the user wants it here again. */
  handOver(reason: string): void {
    if (this.#run === null) return;
    this.#detach();
    this.#set({ phase: 'busy', reason });
  }

  /** Ends it for good: nobody looks any more. */
  dispose(): void {
    this.#detach();
    this.#run = null;
    this.#state = { phase: 'off', reason: '' };
  }

  #off(): void {
    this.#detach();
    this.#set({ phase: 'off', reason: this.#unavailable });
  }

  async #connect(force: boolean): Promise<void> {
    this.#detach();
    const attempt = this.#attempt;
    const run = this.#run;
    this.#set({ phase: 'connecting' });
    try {
      const attachment = await this.#open({
        force,
        started: this.#shown !== null && this.#shown !== run,
        ended: (reason) => {
          if (attempt === this.#attempt) this.#ended(reason);
        },
      });
      if (attempt !== this.#attempt) {
        attachment.close();
        return;
      }
      this.#attachment = attachment;
      this.#shown = run;
      this.#since = Date.now();
      this.#set({ phase: 'connected' });
    } catch (thrown) {
      if (attempt === this.#attempt) this.#failed(toErrorData(thrown));
    }
  }

  /** The way to it may have gone without a word while nobody could tell. */
  async #prove(attachment: Attachment): Promise<void> {
    const alive = attachment.alive ? await attachment.alive() : true;
    if (!alive && attachment === this.#attachment) this.retry();
  }

  #ended({ kind, message }: ByteCloseReason): void {
    this.#attachment = null;
    this.#attempt += 1;
    if (this.#away) {
      this.#run = null;
      this.#off();
      return;
    }
    if (kind === 'taken-over') {
      this.#set({ phase: 'busy', reason: message || 'The console was opened somewhere else.' });
      return;
    }
    if (Date.now() - this.#since > WORKED) this.#failures = 0;
    this.#retryLater(message || 'The console was closed.');
  }

  #failed(error: ApiErrorData): void {
    if (error.kind === 'conflict') this.#set({ phase: 'busy', reason: error.message });
    else if (FINAL.has(error.kind)) this.#set({ phase: 'failed', error });
    else this.#retryLater(error.message);
  }

  #retryLater(reason: string): void {
    const delay = DELAYS[Math.min(this.#failures, DELAYS.length - 1)] ?? 0;
    this.#failures += 1;
    this.#set({ phase: 'waiting', reason, retryAt: Date.now() + delay });
    this.#timer = setTimeout(() => void this.#connect(false), delay);
  }

  #detach(): void {
    this.#attempt += 1;
    clearTimeout(this.#timer);
    this.#attachment?.close();
    this.#attachment = null;
  }

  #set(state: ConsoleState): void {
    this.#state = state;
    this.#publish(state);
  }
}
