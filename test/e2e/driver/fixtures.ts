import { type Browser, chromium } from '@playwright/test';
import type { Host } from '../../hosts/index.ts';
import { test as base } from '../../hosts/playwright.ts';
import { type Application, Home } from './application.ts';
import { launchElectron } from './electron.ts';
import { browserPath, sandboxArguments } from './paths.ts';
import { launchWeb } from './web.ts';

/** Options of a Playwright project. */
export interface ApplicationOptions {
  /** What Virtdeck runs in. */
  host: 'web' | 'electron';
}

interface WorkerFixtures extends ApplicationOptions {
  /** The system's Chromium; not started for Electron. */
  window: Browser | null;
}

interface TestFixtures {
  /** Folders of a user who starts Virtdeck for the first time; gone after the test. */
  home: Home;
  /** Starts Virtdeck with these URIs on its command line. All that were started end with the test. */
  launch: (uris: readonly string[], extraEnvironment?: Record<string, string>) => Promise<Application>;
  /** The first hypervisor of the laboratory. */
  hv1: Host;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: ['web', { option: true, scope: 'worker' }],
  window: [
    async ({ host }, use) => {
      if (host === 'electron') return use(null);
      const browser = await chromium.launch({ executablePath: browserPath(), args: sandboxArguments() });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from a pattern
  home: async ({}, use) => {
    const home = new Home();
    await use(home);
    home.remove();
  },
  launch: async ({ home, window }, use) => {
    const running: Application[] = [];
    await use(async (uris, extra = {}) => {
      const options = { uris, env: home.environment(extra) };
      const application = window ? await launchWeb(window, options) : await launchElectron(options);
      running.push(application);
      return application;
    });
    for (const application of running) await application.close();
  },
  hv1: async ({ lab }, use) => use(lab.host('hv1')),
});

export { expect } from '@playwright/test';
