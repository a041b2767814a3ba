import type { AgentProcess, ProcessHost } from '../../libvirt/agent/processHost.ts';
import type { FromOsinfo, OsinfoCallName, OsinfoCalls, ToOsinfo } from './protocol.ts';

/** How long an answer may take, in ms: loading the database is in it, on a busy machine. */
const ANSWER_MS = 20_000;
/** After so long without a question the process goes: it holds the whole database in memory. */
const IDLE_MS = 5 * 60_000;

/** Why there is no answer. */
export class OsinfoFailure extends Error {
  override readonly name = 'OsinfoFailure';
  /** @param missing libosinfo is not installed */
  constructor(
    message: string,
    readonly missing: boolean,
  ) {
    super(message);
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: OsinfoFailure): void;
  readonly timer: NodeJS.Timeout;
}

/**
 * libosinfo in a process of its own: loading its database takes some tenths of a second, and what it reads
 * comes from files of others. It is started when something is asked, and again after it has died.
 */
export class OsinfoProcess {
  readonly #host: ProcessHost;
  readonly #limits: { readonly answerMs: number; readonly idleMs: number };
  readonly #waiting = new Map<number, Waiting>();
  #process: AgentProcess | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last = 0;
  #stopped = false;

  constructor(host: ProcessHost, limits: { answerMs?: number; idleMs?: number } = {}) {
    this.#host = host;
    this.#limits = { answerMs: limits.answerMs ?? ANSWER_MS, idleMs: limits.idleMs ?? IDLE_MS };
  }

  /** Undefined while it does not run. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Asks it something. @throws OsinfoFailure */
  async ask<K extends OsinfoCallName>(
    name: K,
    input: OsinfoCalls[K]['input'],
  ): Promise<OsinfoCalls[K]['output']> {
    if (this.#stopped) throw new OsinfoFailure('Virtdeck is ending.', false);
    const running = this.#running();
    this.#last += 1;
    const id = this.#last;
    const value = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => this.#late(name), this.#limits.answerMs);
      this.#waiting.set(id, { resolve, reject, timer });
      // Both ends are built together: what comes over this channel is what protocol.ts says.
      running.send({ id, name, input } as ToOsinfo);
    });
    return value as OsinfoCalls[K]['output'];
  }

  /** Ends it for good. */
  stop(): void {
    this.#stopped = true;
    this.#end('Virtdeck is ending.');
  }

  #running(): AgentProcess {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#process) return this.#process;
    let child: AgentProcess;
    try {
      child = this.#host.fork('osinfo', { title: 'virtdeck-osinfo', execArgv: [], env: {} });
    } catch (error) {
      throw new OsinfoFailure(error instanceof Error ? error.message : String(error), false);
    }
    this.#process = child;
    child.onMessage((message) => {
      if (this.#process === child) this.#answered(message as FromOsinfo);
    });
    child.onExit(({ code, signal }) => {
      if (this.#process !== child) return;
      this.#process = null;
      this.#rejectAll(`The process that holds libosinfo has ended (${signal ?? `code ${code}`}).`);
    });
    return child;
  }

  #answered(message: FromOsinfo): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (this.#waiting.size === 0) this.#restLater();
    if ('error' in message) waiting.reject(new OsinfoFailure(message.error, message.missing));
    else waiting.resolve(message.value);
  }

  #restLater(): void {
    this.#idle = setTimeout(() => this.#end('It has rested.'), this.#limits.idleMs);
    this.#idle.unref();
  }

  /** What comes after a question that hangs would hang as well. */
  #late(name: OsinfoCallName): void {
    this.#end(`libosinfo has not answered for ${Math.round(this.#limits.answerMs / 1000)} s (${name}).`);
  }

  #end(why: string): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    const ending = this.#process;
    this.#process = null;
    ending?.kill('SIGKILL');
    this.#rejectAll(why);
  }

  #rejectAll(why: string): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(new OsinfoFailure(why, false));
    }
  }
}
