import { median, rounded } from './lib/numbers.ts';
import { injectBench, openBenchPage } from './lib/page.ts';
import { sizes, withScaleHost } from './lib/scale.ts';
import { openInMain } from './lib/stand.ts';
import type { Bench } from './run.ts';

const RUNS = 3;

/**
 * From the start of connecting until the list of N domains is complete in main, and until the rows in
 * sight are painted in the browser. The library's own work for the test driver (it reads the file of N
 * domains when it is opened) is part of both.
 */
const list: Bench = async (emit, args) => {
  for (const n of sizes(args, [100, 1000, 3000])) {
    await withScaleHost(n, async (uri) => {
      const inMain = [];
      const onScreen = [];
      for (let run = 0; run < RUNS; run++) {
        inMain.push(await untilComplete(uri));
        onScreen.push(await untilPainted(uri, n));
      }
      emit({
        bench: 'list',
        n,
        calls: Math.max(...inMain.map(({ calls }) => calls)),
        main_ms: rounded(median(inMain.map(({ main_ms }) => main_ms)), 0),
        screen_ms: rounded(median(onScreen), 0),
      });
    });
  }
};

async function untilComplete(uri: string): Promise<{ calls: number; main_ms: number }> {
  const { calls, main_ms, close } = await openInMain(uri);
  await close();
  return { calls, main_ms };
}

/** In a window that shows the fleet of the demo host, the moment the new host's machines are painted. */
async function untilPainted(uri: string, n: number): Promise<number> {
  const bench = await openBenchPage(['test:///default']);
  try {
    await bench.page.getByRole('grid', { name: 'Machines' }).getByRole('row').nth(1).waitFor();
    await injectBench(bench.page);
    return await bench.page.evaluate(
      ([address, machines]) => globalThis.bench.untilPainted(address, machines),
      [uri, n + 1] as const,
    );
  } finally {
    await bench.close();
  }
}

export default list;
