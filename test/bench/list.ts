import { median, rounded } from './lib/numbers.ts';
import { injectBench, openBenchPage } from './lib/page.ts';
import { sizes, withScaleHost } from './lib/scale.ts';
import { openInMain } from './lib/stand.ts';
import type { Bench } from './run.ts';

const RUNS = 3;

/**
 * `main_ms`: from libvirt having opened the connection until the list of N domains is complete in main.
 * `screen_ms`: from the start of connecting until the rows in sight are painted in the browser; this has
 * in it what the test driver does when it is opened (it reads its file of N domains, about 0.4 ms each),
 * which a hypervisor's daemon has done long before.
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
        main_ms: rounded(median(inMain.map(({ listMs }) => listMs)), 0),
        screen_ms: rounded(median(onScreen), 0),
      });
    });
  }
};

async function untilComplete(uri: string): Promise<{ calls: number; listMs: number }> {
  const { calls, listMs, close } = await openInMain(uri);
  await close();
  return { calls, listMs };
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
