import { test as base } from '@playwright/test';
import { type Lab, type LabOptions, startLab } from './lab/lab.ts';
import { whyNoLab } from './lab/requirements.ts';

/**
 * Playwright's `test` with `lab`, one laboratory per worker; choose its size with
 * `test.use({ labOptions: { hosts: 2 } })` at the top of a file. Where a laboratory cannot be had the tests that want
 * it are skipped and say why, and in CI they fail.
 */
export const test = base.extend<object, { labOptions: LabOptions; lab: Lab }>({
  labOptions: [{ hosts: 1 }, { option: true, scope: 'worker' }],
  lab: [
    async ({ labOptions }, use) => {
      const reason = whyNoLab();
      if (reason && !process.env.CI) base.skip(true, reason);
      const lab = await startLab(labOptions);
      try {
        await use(lab);
      } finally {
        await lab.down();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
