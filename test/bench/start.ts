import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Home } from '../e2e/driver/application.ts';
import { browserPath, repository } from '../e2e/driver/paths.ts';
import { DevTools } from './lib/cdp.ts';
import { debuggingPort } from './lib/chromium.ts';
import { median, rounded, sleep } from './lib/numbers.ts';
import { commandLine, processTree } from './lib/processes.ts';
import type { Bench } from './run.ts';

const RUNS = 5;
const LIMIT_MS = 30_000;
const PAINTED = `performance.getEntriesByName('fleet-painted')
  .filter(({ detail }) => detail.machines > 0 && detail.complete)
  .map(({ startTime }) => performance.timeOrigin + startTime)[0] ?? null`;

/**
 * `npm start` in a checkout that is set up and built: from starting the command until its window has
 * painted the demo host's machine. The first run makes the browser's profile and is not counted.
 * Without a display it brings its own.
 */
const start: Bench = async (emit) => {
  const display = process.env.DISPLAY ? null : await startDisplay();
  const home = new Home();
  try {
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run++)
      times.push(await untilWindow(home, display?.name ?? process.env.DISPLAY ?? ''));
    emit({ bench: 'start', to_window_ms: rounded(median(times.slice(1)), 0) });
  } finally {
    home.remove();
    display?.child.kill();
  }
};

async function untilWindow(home: Home, display: string): Promise<number> {
  const env = { ...home.environment({ DISPLAY: display }), VIRTDECK_BROWSER: browserWrapper(home.folder) };
  const profile = join(home.folder, 'data/virtdeck/browser');
  const started = Date.now();
  const child = spawn('npm', ['-s', 'start', '--', 'test:///default'], {
    cwd: repository,
    env,
    stdio: 'ignore',
    // A group of its own, to end it as Ctrl+C would.
    detached: true,
  });
  try {
    const port = await debuggingPort(profile);
    const page = await DevTools.attach(port, 'http://127.0.0.1', LIMIT_MS);
    for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; await sleep(20)) {
      const painted = await page.evaluate(PAINTED, 2000).catch(() => null);
      if (typeof painted === 'number') return painted - started;
    }
    throw new Error(`no window within ${LIMIT_MS} ms`);
  } finally {
    await end(child);
    rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  }
}

/** The system's browser, which then also says when it has painted. */
function browserWrapper(folder: string): string {
  const path = join(folder, 'browser');
  writeFileSync(path, `#!/bin/sh\nexec ${browserPath()} --remote-debugging-port=0 "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Ends npm and everything below it, and waits until the browser has let go of its profile. */
async function end(child: ChildProcess): Promise<void> {
  const pids = processTree(child.pid ?? 0);
  try {
    if (child.pid) process.kill(-child.pid, 'SIGINT');
  } catch {
    // It has ended by itself.
  }
  for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    if (!pids.some((pid) => existsSync(`/proc/${pid}/exe`) && commandLine(pid) !== '')) return;
  }
  throw new Error('Virtdeck did not end');
}

/** An X server without a screen, on a number that it chooses itself. */
async function startDisplay(): Promise<{ name: string; child: ChildProcess }> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdio[3]?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
  });
  return { name: `:${number}`, child };
}

export default start;
