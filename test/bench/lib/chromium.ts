import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { browserPath, sandboxArguments } from '../../e2e/driver/paths.ts';
import { DevTools } from './cdp.ts';
import { sleep } from './numbers.ts';

/** The system's Chromium without a screen, as it is when nobody automates it. */
export interface PlainChromium {
  readonly pid: number;
  readonly page: DevTools;
  /** Opens another tab in front: the page is hidden then. */
  hide(): Promise<void>;
  /** Opens a window beside the others, of so many pixels. */
  open(address: string, width: number, height: number): Promise<DevTools>;
  close(): Promise<void>;
}

const START_LIMIT = 20_000;
const Created = z.object({ targetId: z.string() });

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
  const port = await debuggingPort(profile);
  const page = await DevTools.attach(port, new URL(address).origin, START_LIMIT);
  await untilThere(page, address);
  return {
    pid: child.pid ?? 0,
    page,
    async hide() {
      await page.send('Target.createTarget', { url: 'about:blank' });
    },
    async open(url, width, height) {
      const target = { url, newWindow: true, width, height };
      const { targetId } = Created.parse(await page.send('Target.createTarget', target));
      const opened = await DevTools.attachTo(port, targetId);
      await untilThere(opened, url);
      return opened;
    },
    async close() {
      page.close();
      await end(child);
      // Its helpers end, and write, a little later than the browser itself.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Chromium names a page by its address before there is anything in which a script could run. */
async function untilThere(page: DevTools, address: string): Promise<void> {
  const there = `document.readyState !== 'loading' && location.origin`;
  for (const deadline = performance.now() + START_LIMIT; performance.now() < deadline; await sleep(20)) {
    if ((await page.evaluate(there).catch(() => null)) === new URL(address).origin) return;
  }
  throw new Error(`the browser did not load ${new URL(address).origin}`);
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
