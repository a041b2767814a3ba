import { spawn } from 'node:child_process';

/** How a finished program ended and what it printed. */
export interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  input?: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Milliseconds after which the program is killed; default 60 000. */
  timeoutMs?: number;
}

/** A program that could not be started, ended with a status other than 0 or took too long. */
export class CommandError extends Error {
  readonly result: Result;

  constructor(command: string, result: Result) {
    super(`${command}: status ${result.code}\n${(result.stderr || result.stdout).trim()}`);
    this.name = 'CommandError';
    this.result = result;
  }
}

/**
 * Runs a program to its end and gives its status and output, whatever the status is. A program that had to be
 * killed for taking too long, or that died of a signal, has a status of 128 or more, as in a shell.
 */
export function runAny(program: string, args: readonly string[], options: RunOptions = {}): Promise<Result> {
  const { input, env, cwd, timeoutMs = 60_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(env && { env }),
      ...(cwd && { cwd }),
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    const timer = setTimeout(() => {
      stderr.push(Buffer.from(`\nkilled after ${timeoutMs} ms`));
      child.kill('SIGKILL');
    }, timeoutMs);
    // A daemon may inherit our pipes and outlive the program: what counts is the program's end, and what it
    // wrote arrives right before or after that.
    child.on('exit', (code) => {
      clearTimeout(timer);
      const finish = () => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
        resolve({ code: code ?? 137, stdout: text(stdout), stderr: text(stderr) });
      };
      const grace = setTimeout(finish, 200);
      child.on('close', () => {
        clearTimeout(grace);
        finish();
      });
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    // A program that ends without reading its input is not our error: its status tells.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Runs a program and gives what it wrote to standard output. Throws {@link CommandError} unless it succeeds. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const result = await runAny(program, args, options);
  if (result.code !== 0) throw new CommandError([program, ...args].join(' '), result);
  return result.stdout;
}

/** Waits for `check` to give something other than undefined or false, asking every `everyMs`. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 10_000,
  everyMs = 50,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what} in vain`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
