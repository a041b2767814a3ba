import { randomUUID } from 'node:crypto';
import { apiError, type Events, type Job, type JobState } from '../../contract/index.ts';
import { toApiError } from './errors.ts';

/** Tells windows about jobs; a part of the event hub. */
export type JobEmit = <N extends 'jobChanged' | 'jobRemoved'>(name: N, payload: Events[N]) => void;

export interface JobSpec {
  /** "create", "save", "upload"... */
  readonly kind: string;
  /** "Create web1 on lab2". */
  readonly title: string;
  readonly connection: string | null;
  readonly uuid?: string;
}

/** What the work of a job tells about itself. */
export interface JobControl {
  /** Aborted when the user cancels or the application ends. */
  readonly signal: AbortSignal;
  /** The step under way, in words; also a line of the log. */
  stage(text: string): void;
  /** 0 to 1; null: not known. */
  progress(fraction: number | null): void;
  log(line: string): void;
  /** The domain it is about, once there is one. */
  about(uuid: string): void;
  /** From here on it cannot be cancelled any more. Throws `cancelled` when it just was. */
  commit(): void;
}

const LOG_LINES = 200;
/** Ended jobs that are kept for looking at. */
const KEPT = 100;
/** Progress is told at most this often, in ms. */
const PROGRESS_MS = 100;

interface Entry {
  job: Job;
  readonly abort: AbortController;
  readonly done: Promise<void>;
  timer: NodeJS.Timeout | null;
}

/** Everything that takes time. Jobs live in main: windows come and go. */
export class Jobs {
  readonly #entries = new Map<string, Entry>();
  readonly #emit: JobEmit;

  constructor(emit: JobEmit) {
    this.#emit = emit;
  }

  /** All jobs, oldest first. */
  get list(): Job[] {
    return [...this.#entries.values()].map((entry) => entry.job);
  }

  get(id: string): Job | undefined {
    return this.#entries.get(id)?.job;
  }

  /** Starts the work at once and returns the job's id. The work throws to fail. */
  start(spec: JobSpec, work: (control: JobControl) => Promise<void>): string {
    const id = randomUUID();
    const abort = new AbortController();
    const job: Job = {
      id,
      kind: spec.kind,
      title: spec.title,
      connection: spec.connection,
      uuid: spec.uuid ?? null,
      state: 'running',
      stage: '',
      fraction: null,
      startedAt: Date.now(),
      endedAt: null,
      cancellable: true,
      error: null,
      log: [],
    };
    // The work begins in a later turn, so that the entry is there when it reports.
    const done = Promise.resolve()
      .then(() => work(this.#control(id, abort)))
      .then(
        () => this.#end(id, 'succeeded', null),
        (error: unknown) => this.#fail(id, spec.title, error),
      );
    this.#entries.set(id, { job, abort, done, timer: null });
    this.#emit('jobChanged', job);
    return id;
  }

  /** Resolves when the job has ended, whatever its end. */
  async wait(id: string): Promise<void> {
    await this.#entries.get(id)?.done;
  }

  /** Asks a running job to stop; it ends as cancelled once it has cleaned up. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) throw apiError('not-found', 'This job is not known any more.');
    if (entry.job.endedAt !== null) return;
    if (!entry.job.cancellable)
      throw apiError('conflict', `${entry.job.title} cannot be cancelled any more.`);
    this.#change(id, { stage: 'Cancelling', cancellable: false });
    entry.abort.abort();
  }

  /** Forgets a job that has ended. */
  dismiss(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    if (entry.job.endedAt === null) throw apiError('conflict', `${entry.job.title} is still running.`);
    this.#entries.delete(id);
    this.#emit('jobRemoved', { id });
  }

  /** Cancels what runs and waits until it has cleaned up, at most `ms`. */
  async stop(ms: number): Promise<void> {
    for (const entry of this.#entries.values()) entry.abort.abort();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([Promise.all([...this.#entries.values()].map((entry) => entry.done)), late]);
    clearTimeout(timer);
  }

  #control(id: string, abort: AbortController): JobControl {
    return {
      signal: abort.signal,
      stage: (text) => {
        this.#change(id, { stage: text, fraction: null });
        this.#log(id, text);
      },
      progress: (fraction) => this.#progress(id, fraction),
      log: (line) => this.#log(id, line),
      about: (uuid) => this.#change(id, { uuid }),
      commit: () => {
        if (abort.signal.aborted) throw apiError('cancelled', 'Cancelled.');
        this.#change(id, { cancellable: false });
      },
    };
  }

  #progress(id: string, fraction: number | null): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.job.endedAt !== null) return;
    const within = fraction === null ? null : Math.min(1, Math.max(0, fraction));
    entry.job = { ...entry.job, fraction: within };
    entry.timer ??= setTimeout(() => {
      entry.timer = null;
      this.#emit('jobChanged', entry.job);
    }, PROGRESS_MS);
  }

  #log(id: string, line: string): void {
    const log = this.#entries.get(id)?.job.log ?? [];
    this.#change(id, { log: [...log, line.slice(0, 2000)].slice(-LOG_LINES) });
  }

  #fail(id: string, title: string, error: unknown): void {
    const failure = toApiError(error, { doing: title });
    const aborted = this.#entries.get(id)?.abort.signal.aborted ?? false;
    if (aborted && failure.kind === 'cancelled') {
      this.#end(id, 'cancelled', null);
    } else {
      this.#log(id, failure.message);
      this.#end(id, 'failed', failure.toData());
    }
  }

  #end(id: string, state: JobState, error: Job['error']): void {
    const fraction = state === 'succeeded' ? 1 : null;
    this.#change(id, { state, error, endedAt: Date.now(), cancellable: false, fraction });
    const ended = this.list.filter((job) => job.endedAt !== null);
    for (const old of ended.slice(0, Math.max(0, ended.length - KEPT))) this.dismiss(old.id);
  }

  #change(id: string, change: Partial<Job>): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.job.endedAt !== null) return;
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = null;
    entry.job = { ...entry.job, ...change };
    this.#emit('jobChanged', entry.job);
  }
}
