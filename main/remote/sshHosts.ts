import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiError } from '../../contract/index.ts';
import type { Prompts } from '../credentials/prompts.ts';
import type { Remembered } from '../credentials/remembered.ts';
import { processPrefix } from '../runtime/processFolders.ts';
import { AskpassServer } from './askpassServer.ts';
import { SshHost, type SshUse } from './sshHost.ts';
import { opensshVersion } from './sshProgram.ts';
import { type SshTarget, targetKey } from './sshTarget.ts';

export interface SshHostsDeps {
  readonly prompts: Prompts;
  readonly remembered: Remembered;
  /** A folder that only this user can enter. */
  readonly runtime: string;
  /** The askpass helper: a program and its arguments. */
  readonly helper: readonly string[];
}

/** sun_path has 108 bytes, and ssh first makes a socket with 17 more characters. */
const MAX_FOLDER = 60;

/** All hosts that are reached with ssh: one shared connection each, whoever uses it. */
export class SshHosts {
  readonly #deps: SshHostsDeps;
  readonly #hosts = new Map<string, SshHost>();
  #made = 0;
  #folder: string | null = null;
  #server: AskpassServer | null = null;

  constructor(deps: SshHostsDeps) {
    this.#deps = deps;
  }

  /**
   * Signs in to a host, or shares a connection that is there. The connection that uses it holds it until
   * {@link release}. Null: this ssh is none that can be shared.
   * @throws ApiError why it did not get in; `cancelled` when the user did not answer
   */
  async connect(target: SshTarget, use: SshUse): Promise<SshHost | null> {
    if ((await opensshVersion(target.program)) === null) {
      if (target.program !== 'ssh') return null;
      throw apiError(
        'unsupported',
        'ssh is not installed on this machine.',
        'Install it: sudo apt install openssh-client (Fedora: sudo dnf install openssh-clients).',
      );
    }
    const host = await this.#host(target);
    await host.connect(use);
    return host;
  }

  /** The host that a connection holds; null: none. */
  hostOf(connection: string): SshHost | null {
    return [...this.#hosts.values()].find((host) => host.heldBy(connection)) ?? null;
  }

  /** A connection needs its host no more. Resolves when ssh has ended, where it was the last one. */
  async release(connection: string): Promise<void> {
    for (const [key, host] of [...this.#hosts]) {
      if (!host.release(connection)) continue;
      this.#hosts.delete(key);
      await host.close();
    }
  }

  /** Ends all. */
  async close(): Promise<void> {
    const hosts = [...this.#hosts.values()];
    this.#hosts.clear();
    await Promise.all(hosts.map((host) => host.close()));
    this.#server?.close();
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #host(target: SshTarget): Promise<SshHost> {
    const key = targetKey(target);
    const { folder, server } = this.#open();
    await server.listen();
    const known = this.#hosts.get(key);
    if (known) return known;
    const { prompts, remembered, helper } = this.#deps;
    this.#made += 1;
    const made = new SshHost({
      target,
      // One that is just being closed still has its own.
      folder: join(folder, String(this.#made)),
      server,
      helper,
      prompts,
      remembered,
    });
    this.#hosts.set(key, made);
    return made;
  }

  #open(): { folder: string; server: AskpassServer } {
    const { runtime } = this.#deps;
    if (this.#folder === null || this.#server === null) {
      const prefix = processPrefix(runtime, 'ssh');
      const fits = prefix.length + 6 <= MAX_FOLDER;
      // mkdtemp makes the folder with mode 0700.
      this.#folder = mkdtempSync(fits ? prefix : join(tmpdir(), 'virtdeck-ssh-'));
      this.#server = new AskpassServer(join(this.#folder, 's'));
    }
    return { folder: this.#folder, server: this.#server };
  }
}
