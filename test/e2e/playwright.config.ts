import { defineConfig } from '@playwright/test';
import { electronBinary } from './driver/electron.ts';
import type { ApplicationOptions } from './driver/fixtures.ts';

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/**
 * The same specs through the same driver, in the web host with Debian's Chromium always, and in
 * Electron wherever its binary is.
 */
export default defineConfig<ApplicationOptions>({
  testDir: './specs',
  outputDir: '../../test-results',
  // Guests run in emulation on few cores: two specs at once only make each other slow.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // As for the hosts' tests: a second try, and the report calls it flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: { actionTimeout: 20_000, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'web', use: { host: 'web' } },
    ...(electronBinary() ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
});
