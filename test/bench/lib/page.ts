import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { Home, type LaunchOptions } from '../../e2e/driver/application.ts';
import { browserPath, sandboxArguments } from '../../e2e/driver/paths.ts';
import { startWebHost, type WebHost } from '../../e2e/driver/web.ts';
import { openPlainChromium, type PlainChromium } from './chromium.ts';
import type { BenchWindow } from './window.ts';

/** Virtdeck in the web host with one window, for a bench. */
export interface BenchPage {
  readonly host: WebHost;
  readonly browser: Browser;
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts the web host with these connections and opens its page in the system's Chromium. */
export async function openBenchPage(
  uris: readonly string[],
  options: Pick<LaunchOptions, 'wrap'> = {},
): Promise<BenchPage> {
  const home = new Home();
  const host = await startWebHost({ uris, env: home.environment(), ...options });
  const browser = await chromium.launch({ executablePath: browserPath(), args: sandboxArguments() });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => process.stderr.write(`page: ${error.message}\n`));
  await page.goto(host.address);
  return {
    host,
    browser,
    page,
    async close() {
      await browser.close();
      await host.stop();
      home.remove();
    },
  };
}

/** Virtdeck in the web host, in a browser as it is when nobody automates it: nothing listens to what it receives. */
export interface PlainPage {
  readonly host: WebHost;
  readonly browser: PlainChromium;
  close(): Promise<void>;
}

/** Starts the web host with these connections and opens its page. */
export async function openPlainPage(uris: readonly string[]): Promise<PlainPage> {
  const home = new Home();
  const host = await startWebHost({ uris, env: home.environment() });
  const browser = await openPlainChromium(host.address);
  return {
    host,
    browser,
    async close() {
      await browser.close();
      await host.stop();
      home.remove();
    },
  };
}

/** The code of window.ts, or of another file beside this one, as one script. */
export async function bundleWindow(file = 'window.ts'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    // Libraries are not told otherwise that they are built.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: new URL(file, import.meta.url).pathname, formats: ['iife'], name: 'benchWindow' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${file} could not be bundled`);
  return chunk.code;
}

/** Gives the page a client of its own, beside the application's: `bench` in its global scope. */
export async function injectBench(page: Page): Promise<void> {
  await page.evaluate(await bundleWindow());
}

declare global {
  var bench: BenchWindow;
}
