import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand } from '../../../build/run/setup/system.mjs';
import { until } from '../../hosts/index.ts';

/** A desktop's keyring with a bus of its own, unlocked, in the folder of one user. */
export class Keyring {
  readonly #children: ChildProcess[];
  /** What a program needs to find it. */
  readonly environment: Record<string, string>;

  private constructor(children: ChildProcess[], environment: Record<string, string>) {
    this.#children = children;
    this.environment = environment;
  }

  /** Starts it; `env` is that of the user. Throws where the programs are not installed. */
  static async start(env: Record<string, string>): Promise<Keyring> {
    const socket = join(env.XDG_RUNTIME_DIR ?? '', 'bus');
    const environment = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
    const bus = start(
      'dbus-daemon',
      ['--session', '--nofork', '--nopidfile', `--address=unix:path=${socket}`],
      env,
    );
    const keyring = new Keyring([bus], environment);
    try {
      await until('the session bus', () => existsSync(socket), 10_000, 20);
      const daemon = start('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
        ...env,
        ...environment,
      });
      keyring.#children.unshift(daemon);
      daemon.stdin?.end('screenshots');
      return keyring;
    } catch (error) {
      await keyring.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }
}

function start(program: string, args: string[], env: Record<string, string>): ChildProcess {
  const path = findCommand(program);
  if (!path) throw new Error(`${program} is not installed: run \`npm test\`, which installs it`);
  return spawn(path, args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
}
