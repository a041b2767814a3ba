import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { runCommand } from './command.ts';
import { askpassEnvironment, clientArguments, masterArguments, type SshScripts } from './sshScripts.ts';
import type { SshTarget } from './sshTarget.ts';

const READY = 'virtdeck-ssh-is-ready';
const MAX_WORDS = 64 * 1024;
const STOP_MS = 1_500;

/**
 * Runs ssh and ends it when file descriptor 3 closes: with us, however we end. A plain child would live on.
 */
const GUARD = `"$@" </dev/null 3<&- & ssh=$!
{ read -r _ <&3; kill "$ssh"; } 2>/dev/null &
watch=$!
wait "$ssh"; status=$?
kill "$watch" 2>/dev/null
exit "$status"`;

/** How the shared connection ended before it was ready. */
export class SshEnded extends Error {
  /** What ssh wrote to its standard error. */
  readonly words: string;

  constructor(words: string) {
    super(words.trim() || 'ssh ended without a word.');
    this.name = 'SshEnded';
    this.words = words;
  }
}

/** One ssh connection to a host that others share (ControlMaster). */
export class SshMaster {
  /** Resolves when it can be used. @throws SshEnded */
  readonly ready: Promise<void>;
  /** Resolves when it is over. */
  readonly ended: Promise<void>;
  readonly #target: SshTarget;
  readonly #scripts: SshScripts;
  readonly #child: ChildProcess;
  #words = '';
  #over = false;

  constructor(target: SshTarget, scripts: SshScripts, connectTimeoutS: number) {
    this.#target = target;
    this.#scripts = scripts;
    const args = masterArguments(target, scripts, READY, connectTimeoutS);
    // One that was killed leaves its socket behind, and ssh then signs in but shares nothing.
    rmSync(scripts.controlPath, { force: true });
    const child = spawn('sh', ['-c', GUARD, 'sh', target.program, ...args, '--', target.host], {
      // A session of its own: no terminal to ask on, and no Ctrl+C from ours.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: askpassEnvironment(target, scripts.askpass),
    });
    this.#child = child;
    child.stdio[3]?.on('error', () => {});
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#words = (this.#words + chunk).slice(-MAX_WORDS);
    });
    let output = '';
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.#over = true;
        resolve();
      };
      child.once('close', end);
      // A proxy program may outlive ssh and hold its output open.
      child.once('exit', () => setTimeout(end, 200));
      child.once('error', (error) => {
        this.#words += error.message;
        end();
      });
    });
    this.ready = new Promise((resolve, reject) => {
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-MAX_WORDS);
        if (output.includes(READY)) resolve();
      });
      void this.ended.then(() => reject(new SshEnded(this.#words)));
    });
    this.ready.catch(() => {});
  }

  get over(): boolean {
    return this.#over;
  }

  /** What ssh has written to its standard error so far. */
  get words(): string {
    return this.#words;
  }

  /**
   * Whether the other end still answers. Asks for a forwarding to a port where nobody is: any answer is one. This
   * needs no shell and no program there.
   */
  async alive(timeoutMs: number, signal: AbortSignal): Promise<boolean> {
    if (this.#over) return false;
    const args = [
      ...clientArguments(this.#target, this.#scripts),
      '-W',
      '127.0.0.1:1',
      '--',
      this.#target.host,
    ];
    const result = await runCommand(this.#target.program, args, { timeoutMs, signal, input: '' }).catch(
      () => null,
    );
    return result !== null && result.code !== null && !this.#over;
  }

  /** Ends it. Resolves when it is gone. One that was never ready, or is dead, has nothing to put in order. */
  async stop(options: { atOnce?: boolean } = {}): Promise<void> {
    if (this.#over) return;
    if (options.atOnce) this.#kill();
    const pipe = this.#child.stdio[3];
    if (pipe && 'destroy' in pipe) pipe.destroy();
    const timer = setTimeout(() => this.#kill(), STOP_MS);
    await this.ended;
    clearTimeout(timer);
  }

  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#over) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
