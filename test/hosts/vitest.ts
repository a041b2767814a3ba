import { afterAll, beforeAll, describe } from 'vitest';
import { type Lab, type LabOptions, startLab } from './lab/lab.ts';
import { whyNoLab } from './lab/requirements.ts';

/**
 * A suite with a laboratory of its own, up before its first test and down after its last. `lab()` gives it; call it
 * inside of tests and hooks. Where a laboratory cannot be had the suite is skipped and says why, and in CI it fails.
 */
export function describeLab(title: string, options: LabOptions, suite: (lab: () => Lab) => void): void {
  const reason = whyNoLab();
  if (reason && !process.env.CI) {
    console.warn(`SKIPPED: ${title}: ${reason}`);
    describe.skip(`${title} (skipped: ${reason})`, () => suite(() => unavailable(reason)));
    return;
  }
  describe(title, () => {
    let lab: Lab | undefined;
    beforeAll(async () => {
      lab = await startLab(options);
    }, 60_000);
    afterAll(async () => {
      await lab?.down();
    }, 60_000);
    suite(() => lab ?? unavailable(reason ?? 'the laboratory is not up yet'));
  });
}

function unavailable(reason: string): never {
  throw new Error(reason);
}
