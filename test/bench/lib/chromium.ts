import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath, sandboxArguments } from '../../e2e/driver/paths.ts';
import { DevTools } from './cdp.ts';
import { sleep } from './numbers.ts';

/** The system's Chromium without a screen, as it is when nobody automates it. */
export interface PlainChromium {
  readonly pid: number;
  readonly page: DevTools;
  /** Opens another tab in front: the page is hidden then. */
  hide(): Promise<void>;
  close(): Promise<void>;
}

const START_LIMIT = 20_000;

/** Opens an address in a browser of its own, with its own profile. */
export async function openPlainChromium(address: string): Promise<PlainChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'virtdeck-chromium-'));
  const options = [
    '--headless=new',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(browserPath(), [...sandboxArguments(), ...options, '--window-size=1280,800', address], {
    stdio: 'ignore',
  });
  const page = await DevTools.attach(await debuggingPort(profile), new URL(address).origin, START_LIMIT);
  return {
    pid: child.pid ?? 0,
    page,
    async hide() {
      await page.send('Target.createTarget', { url: 'about:blank' });
    },
    async close() {
      page.close();
      await end(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Chromium writes the port that it chose into its profile. */
export async function debuggingPort(profile: string): Promise<number> {
  for (const deadline = performance.now() + START_LIMIT; performance.now() < deadline; await sleep(20)) {
    try {
      const port = Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
      if (port > 0) return port;
    } catch {
      // Not written yet.
    }
  }
  throw new Error('Chromium did not start');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
