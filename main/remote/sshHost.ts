import { rmSync } from 'node:fs';
import { apiError } from '../../contract/index.ts';
import type { Prompts } from '../credentials/prompts.ts';
import type { Remembered } from '../credentials/remembered.ts';
import type { AskpassServer } from './askpassServer.ts';
import { SshAnswers } from './sshAnswers.ts';
import { SshEnded, SshMaster } from './sshMaster.ts';
import { type SshConfig, sshConfigOf } from './sshProgram.ts';
import { explainSsh } from './sshRefusal.ts';
import { clientArguments, type SshScripts, writeSshScripts } from './sshScripts.ts';
import type { SshTarget } from './sshTarget.ts';

/** A connection that wants to use a host. */
export interface SshUse {
  readonly connection: string;
  /** The host as the user knows it. */
  readonly name: string;
  /** Ends when the attempt is given up. */
  readonly signal: AbortSignal;
  readonly waiting: (asking: boolean) => void;
}

export interface SshHostParts {
  readonly target: SshTarget;
  readonly folder: string;
  readonly server: AskpassServer;
  readonly helper: readonly string[];
  readonly prompts: Prompts;
  readonly remembered: Remembered;
}

/** For connecting and the key exchange, where the user's configuration does not say. */
const CONNECT_TIMEOUT_S = 20;
/** How long a shared connection that was idle may take to show that it is alive, in ms. */
const ALIVE_MS = 2_000;

interface Opening {
  readonly abort: AbortController;
  readonly done: Promise<void>;
  readonly users: Set<SshUse>;
}

/** One host with the ssh connection that everybody shares who goes there. */
export class SshHost {
  readonly target: SshTarget;
  readonly #parts: SshHostParts;
  readonly #scripts: SshScripts;
  readonly #ticket: string;
  readonly #answers: SshAnswers;
  /** Who holds the host, with the name by which it knows it. */
  readonly #holders = new Map<string, string>();
  #config: SshConfig | null = null;
  #master: SshMaster | null = null;
  #opening: Opening | null = null;
  #closed = false;

  constructor(parts: SshHostParts) {
    this.target = parts.target;
    this.#parts = parts;
    this.#answers = new SshAnswers({
      prompts: parts.prompts,
      remembered: parts.remembered,
      asker: () => this.#asker(),
      waiting: (asking) => {
        for (const user of this.#opening?.users ?? []) user.waiting(asking);
      },
      cancelled: () => this.#opening?.abort.abort(),
    });
    this.#ticket = parts.server.issue(this.#answers.answer);
    const { target, folder, helper } = parts;
    this.#scripts = writeSshScripts({
      target,
      folder,
      helper,
      socket: parts.server.path,
      ticket: this.#ticket,
    });
  }

  /** What libvirt is to run instead of ssh. */
  get command(): string {
    return this.#scripts.ssh;
  }

  /** What ssh's configuration says of the host; null before the first attempt, and where it cannot tell. */
  get config(): SshConfig | null {
    return this.#config;
  }

  /** Whether the shared connection is up, as far as is known. */
  get ready(): boolean {
    return this.#master !== null && !this.#master.over && this.#opening === null;
  }

  /** ssh's program and arguments for something over the shared connection; the host is to follow after `--`. */
  client(): { program: string; args: string[] } {
    return { program: this.target.program, args: clientArguments(this.target, this.#scripts) };
  }

  /** Why the host opened no channel lately: only the shared connection itself is told. */
  get refusedChannel(): string | null {
    return [...(this.#master?.words ?? '').matchAll(/open failed: ([^\r\n]+)/g)].at(-1)?.[1] ?? null;
  }

  /** A private folder, for sockets. */
  get folder(): string {
    return this.#parts.folder;
  }

  heldBy(connection: string): boolean {
    return this.#holders.has(connection);
  }

  /** True when nobody holds it any more, who did before. */
  release(connection: string): boolean {
    return this.#holders.delete(connection) && this.#holders.size === 0;
  }

  /** Signs in, unless the shared connection is up and alive. @throws ApiError */
  async connect(use: SshUse): Promise<void> {
    this.#holders.set(use.connection, use.name);
    // One that was given up just now has to end first.
    while (this.#opening?.abort.signal.aborted) await this.#opening.done.catch(() => {});
    if (use.signal.aborted || this.#closed) throw cancelled();
    this.#opening ??= this.#open();
    const opening = this.#opening;
    opening.users.add(use);
    const gaveUp = () => {
      opening.users.delete(use);
      if (opening.users.size === 0) opening.abort.abort();
    };
    use.signal.addEventListener('abort', gaveUp, { once: true });
    try {
      await Promise.race([opening.done, aborted(use.signal)]);
    } finally {
      use.signal.removeEventListener('abort', gaveUp);
    }
  }

  /** Ends the shared connection and forgets what was typed. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#opening?.abort.abort();
    this.#parts.server.revoke(this.#ticket);
    this.#answers.end();
    await this.#master?.stop();
    rmSync(this.#parts.folder, { recursive: true, force: true });
  }

  #open(): Opening {
    const abort = new AbortController();
    const done = this.#signIn(abort.signal).finally(() => {
      this.#opening = null;
    });
    // Those who wait hear of it, and nobody may be left.
    done.catch(() => {});
    return { abort, users: new Set(), done };
  }

  async #signIn(signal: AbortSignal): Promise<void> {
    const before = this.#master;
    if (before && !before.over) {
      if (await before.alive(ALIVE_MS, signal)) return;
      await before.stop({ atOnce: true });
    }
    this.#config = await sshConfigOf(this.target);
    if (signal.aborted || this.#closed) throw cancelled();
    const timeout = this.#config?.connectTimeout ?? CONNECT_TIMEOUT_S;
    const master = new SshMaster(this.target, this.#scripts, timeout);
    this.#master = master;
    const stop = () => void master.stop({ atOnce: true });
    signal.addEventListener('abort', stop, { once: true });
    try {
      await master.ready;
      // A keyring that takes its time, or fails, holds nothing up.
      this.#answers.accepted().catch(() => {});
    } catch (error) {
      this.#answers.refused();
      if (signal.aborted || this.#closed || !(error instanceof SshEnded)) throw cancelled();
      const { target } = this;
      const name = this.#asker().name;
      throw await explainSsh({ target, config: this.#config, name, words: error.words });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** The first who waits, or holds it. */
  #asker(): { connection: string; name: string } {
    const [user] = this.#opening?.users ?? [];
    if (user) return user;
    const [holder] = this.#holders;
    return holder ? { connection: holder[0], name: holder[1] } : { connection: '', name: this.target.host };
  }
}

function cancelled(): Error {
  return apiError('cancelled', 'Signing in was cancelled.');
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(cancelled());
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
}
