import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from '@playwright/test';
import type { Application, LaunchOptions } from './application.ts';
import { repository } from './paths.ts';

/** The web host as `npm start -- --serve` runs it. */
export interface WebHost {
  /** The address to open, with its token. */
  readonly address: string;
  readonly pid: number;
  /** What it wrote to standard error so far. */
  errors(): string;
  stop(): Promise<void>;
}

const START_LIMIT = 20_000;
const STOP_LIMIT = 10_000;

/** Starts the web host and waits for the one line that it writes: its address. */
export async function startWebHost(options: LaunchOptions): Promise<WebHost> {
  const script = join(repository, 'dist/main/web.js');
  const args = [script, '--serve', ...options.uris];
  const [program, wrapped] = options.wrap?.(process.execPath, args) ?? [process.execPath, args];
  const child = spawn(program, wrapped, {
    cwd: options.env.HOME,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no address after ${START_LIMIT} ms\n${errors}`)),
      START_LIMIT,
    );
    child.once('exit', (code) => reject(new Error(`the web host ended with ${code}\n${errors}`)));
    child.once('error', reject);
    lines.once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
  });
  return { address, pid: child.pid ?? 0, errors: () => errors, stop: () => stop(child) };
}

/** Ends the web host as a user's Ctrl+C does; one that hangs is killed and reported. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<boolean>((resolve) => child.once('exit', () => resolve(true)));
  child.kill('SIGTERM');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STOP_LIMIT);
  });
  const stopped = await Promise.race([ended, late]);
  clearTimeout(timer);
  if (stopped) return;
  child.kill('SIGKILL');
  throw new Error(`the web host did not end within ${STOP_LIMIT} ms`);
}

/** Starts the web host and opens it in a window of its own of this browser. */
export async function launchWeb(browser: Browser, options: LaunchOptions): Promise<Application> {
  const host = await startWebHost(options);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(host.address);
  return {
    page,
    address: new URL(host.address).origin,
    pid: host.pid,
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}
