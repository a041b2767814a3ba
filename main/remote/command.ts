import { spawn } from 'node:child_process';

/** How a program ended and what it wrote. */
export interface CommandResult {
  /** Null: it was killed, for taking too long or because nobody wants it any more. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads; nothing where it is left out. */
  readonly input?: string | undefined;
  /** Of each output; what is longer is cut off. Default 1 MiB. */
  readonly maxBytes?: number;
}

/** For what a program that has ended has still to say, in ms. */
const OUTPUT_MS = 1_000;
const MAX_BYTES = 1024 * 1024;

/**
 * Runs a program of this machine to its end, in a session of its own so that it cannot ask on a terminal. Any
 * status is an answer.
 * @throws Error when it cannot be started
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const { timeoutMs, signal, env, input, maxBytes = MAX_BYTES } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      detached: true,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(env && { env }),
    });
    let killed = false;
    const stdout = collect(child.stdout, maxBytes);
    const stderr = collect(child.stderr, maxBytes);
    const kill = () => {
      killed = true;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(kill, timeoutMs);
    signal?.addEventListener('abort', kill, { once: true });
    if (signal?.aborted) kill();
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    const end = (code: number | null) => {
      settle();
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code, stdout: stdout(), stderr: stderr() });
    };
    child.once('close', end);
    // Others may hold its output open: ssh gives it to the process that shares the connection.
    child.once('exit', (code) => setTimeout(() => end(code), killed ? 0 : OUTPUT_MS));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function collect(stream: NodeJS.ReadableStream | null, maxBytes: number): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  stream?.on('data', (chunk: Buffer) => {
    if (length < maxBytes) chunks.push(chunk.subarray(0, maxBytes - length));
    length += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
