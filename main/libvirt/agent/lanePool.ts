import { AgentFailure } from './failures.ts';

/** What a pool needs to know of its threads. */
export interface PoolThread {
  /** Whether the worker ended by itself. */
  readonly broken: boolean;
  /** Whether its connection has ended. */
  readonly lost: boolean;
  /** Tells the running task that nobody waits for it any more. */
  cancel(): void;
}

/** Something to be done in a lane. */
export interface Task<T> {
  /** By which it may be cancelled. */
  readonly id: number;
  readonly name: string;
  /** How long it may run until its lane counts as stuck, in ms; null: as long as it takes. */
  readonly limitMs: number | null;
  /** Does it; must settle when it is over, and report success or failure itself. */
  readonly run: (thread: T) => Promise<void>;
  /** Called instead of `run` when it will not be done. */
  readonly refuse: (error: unknown) => void;
}

export interface LanePoolOptions<T> {
  /** Most threads at a time. */
  readonly max: number;
  /** Makes another thread with an open connection. */
  readonly spawn: () => Promise<T>;
  /** Closes the connection of a thread that is not needed any more. */
  readonly retire: (thread: T) => Promise<void>;
  /** A thread that has had nothing to do for so long is closed; null: never. */
  readonly idleMs: number | null;
  /** A task has passed its limit. */
  readonly onStuck: (name: string, ms: number) => void;
}

interface Running<T> {
  /** Null: it is still being made. */
  thread: T | null;
  cancelled: boolean;
}

/**
 * Tasks in order of arrival, each in a thread for itself: one permanent thread for short calls, a few that
 * come and go for jobs.
 */
export class LanePool<T extends PoolThread> {
  readonly #options: LanePoolOptions<T>;
  readonly #queue: Task<T>[] = [];
  /** Done when nothing else waits. */
  readonly #background: Task<T>[] = [];
  readonly #running = new Map<number, Running<T>>();
  readonly #idle: T[] = [];
  readonly #idleTimers = new Map<T, NodeJS.Timeout>();
  readonly #closing = new Set<Promise<void>>();
  #onQuiet: (() => void)[] = [];
  #closed = false;

  constructor(options: LanePoolOptions<T>) {
    this.#options = options;
  }

  submit(task: Task<T>): void {
    if (this.#closed) {
      task.refuse(closed());
      return;
    }
    this.#queue.push(task);
    this.#next();
  }

  /** Does something when nothing else waits. */
  submitBackground(task: Task<T>): void {
    if (this.#closed) {
      task.refuse(closed());
      return;
    }
    this.#background.push(task);
    this.#next();
  }

  /** Drops a task that waits, or tells one that runs. */
  cancel(id: number): void {
    const index = this.#queue.findIndex((task) => task.id === id);
    if (index >= 0) {
      const [task] = this.#queue.splice(index, 1);
      task?.refuse(cancelled());
      return;
    }
    const running = this.#running.get(id);
    if (!running) return;
    running.cancelled = true;
    running.thread?.cancel();
  }

  /** Refuses what waits and resolves when nothing runs any more. */
  async drain(): Promise<void> {
    this.#closed = true;
    for (const task of [...this.#queue.splice(0), ...this.#background.splice(0)]) task.refuse(closed());
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#onQuiet.push(resolve));
  }

  /** After drain(): closes the threads' connections. */
  async close(): Promise<void> {
    for (const timer of this.#idleTimers.values()) clearTimeout(timer);
    await Promise.all([
      ...this.#idle.splice(0).map((thread) => this.#options.retire(thread)),
      ...this.#closing,
    ]);
  }

  #next(): void {
    while (this.#running.size < this.#options.max) {
      const task = this.#queue.shift() ?? this.#background.shift();
      if (!task) return;
      void this.#start(task);
    }
  }

  async #start(task: Task<T>): Promise<void> {
    const idle = this.#takeIdle();
    const running: Running<T> = { thread: idle, cancelled: false };
    this.#running.set(task.id, running);
    try {
      const thread = idle ?? (await this.#options.spawn());
      running.thread = thread;
      // Opening a connection may take long, and then nobody waits for the task any more.
      if (running.cancelled) task.refuse(cancelled());
      else await this.#limited(task, thread);
      this.#release(thread);
    } catch (error) {
      task.refuse(error);
    } finally {
      this.#running.delete(task.id);
      if (this.#running.size === 0) for (const done of this.#onQuiet.splice(0)) done();
      this.#next();
    }
  }

  async #limited(task: Task<T>, thread: T): Promise<void> {
    const { limitMs } = task;
    const stuck = (): void => this.#options.onStuck(task.name, limitMs ?? 0);
    const timer = limitMs === null ? undefined : setTimeout(stuck, limitMs);
    try {
      await task.run(thread);
    } finally {
      clearTimeout(timer);
    }
  }

  #takeIdle(): T | null {
    const thread = this.#idle.pop() ?? null;
    if (thread) clearTimeout(this.#idleTimers.get(thread));
    return thread;
  }

  #release(thread: T): void {
    if (thread.broken) return;
    const { idleMs } = this.#options;
    if (idleMs !== null && thread.lost) {
      this.#end(thread);
      return;
    }
    this.#idle.push(thread);
    if (idleMs === null) return;
    this.#idleTimers.set(
      thread,
      setTimeout(() => this.#retire(thread), idleMs),
    );
  }

  #retire(thread: T): void {
    this.#idle.splice(this.#idle.indexOf(thread), 1);
    this.#idleTimers.delete(thread);
    this.#end(thread);
  }

  #end(thread: T): void {
    const closing = this.#options.retire(thread).finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}

function cancelled(): AgentFailure {
  return new AgentFailure('cancelled', 'Cancelled.');
}

function closed(): AgentFailure {
  return new AgentFailure('closed', 'The connection is being closed.');
}
