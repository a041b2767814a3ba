import { Connect } from '../../main/libvirt/typed/index.ts';
import { startGuest } from './lib/guest.ts';
import { median, percentile, rounded, sleep } from './lib/numbers.ts';
import { type BenchPage, openBenchPage } from './lib/page.ts';
import type { Bench } from './run.ts';

const PAIRS = 25;

/**
 * Another client pauses and resumes a real machine: from the moment that its libvirt call has returned
 * until the machine's row in the fleet has been painted with the new state.
 */
const event: Bench = async (emit) => {
  const guest = await startGuest();
  const bench = await openBenchPage([guest.hv.uri.unix]);
  const connect = Connect.open(guest.hv.uri.unix);
  try {
    const row = bench.page.getByRole('row').filter({ hasText: guest.name });
    await row.and(bench.page.locator('[data-state=running]')).waitFor();
    const domain = connect.domainLookupByName(guest.name);
    const times: number[] = [];
    for (let i = 0; i < PAIRS; i++) {
      times.push(await untilPainted(bench, 'paused', () => domain.suspend()));
      times.push(await untilPainted(bench, 'running', () => domain.resume()));
    }
    emit({
      bench: 'event',
      median_ms: rounded(median(times)),
      p95_ms: rounded(percentile(times, 0.95)),
    });
  } finally {
    connect.close();
    await bench.close();
    await guest.end();
  }
};

/** Milliseconds from the return of the call until the frame after the row's change was painted. */
async function untilPainted({ page }: BenchPage, state: string, call: () => void): Promise<number> {
  // Changes right after one another would be gathered in one patch.
  await sleep(200 + Math.random() * 200);
  await page.evaluate((wanted) => {
    globalThis.painted = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(`[data-key][data-state=${wanted}]`)) return;
        observer.disconnect();
        // The second frame begins when the first has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
        );
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  }, state);
  call();
  const returned = performance.timeOrigin + performance.now();
  return (await page.evaluate(() => globalThis.painted)) - returned;
}

declare global {
  /** When the change that is waited for was painted, in milliseconds since 1970. */
  var painted: Promise<number>;
}

export default event;
