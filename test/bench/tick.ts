import { median, rounded, sleep } from './lib/numbers.ts';
import { injectBench, openBenchPage } from './lib/page.ts';
import { cpuMs, processTree } from './lib/processes.ts';
import { sizes, withScaleHost } from './lib/scale.ts';
import { openInMain } from './lib/stand.ts';
import type { Bench } from './run.ts';

const SETTLE_MS = 8000;
const WINDOW_MS = 15_000;
const READINGS = 50;

/** As seldom as the settings allow. */
const SELDOM_S = 60;

/**
 * What one tick of statistics costs: the CPU time of all Node processes (main and agent) with a tick a
 * second, less that of the same time with almost none, by the number of ticks. And how long taking apart
 * what libvirt gives takes for each domain that runs, in the agent's worker.
 */
const tick: Bench = async (emit, args) => {
  for (const n of sizes(args, [1000])) {
    await withScaleHost(n, async (uri) => {
      emit({
        bench: 'tick',
        n,
        cpu_ms_per_tick: rounded(await costOfTick(uri, n), 1),
        decode_us_per_domain: rounded(await decoding(uri), 2),
      });
    });
  }
};

async function costOfTick(uri: string, n: number): Promise<number> {
  const bench = await openBenchPage([uri]);
  try {
    await injectBench(bench.page);
    await bench.page.evaluate((machines) => globalThis.bench.listed(machines), n);
    const used = async (interval: number) => {
      await bench.page.evaluate((seconds) => globalThis.bench.setStatsInterval(seconds), interval);
      await sleep(SETTLE_MS);
      const before = cpuMs(processTree(bench.host.pid));
      const ticks = await bench.page.evaluate((ms) => globalThis.bench.countTicks(ms), WINDOW_MS);
      return { cpu: cpuMs(processTree(bench.host.pid)) - before, ticks };
    };
    const watched = await used(1);
    const quiet = await used(SELDOM_S);
    if (watched.ticks - quiet.ticks < 5) throw new Error(`only ${watched.ticks} ticks came`);
    return (watched.cpu - quiet.cpu) / (watched.ticks - quiet.ticks);
  } finally {
    await bench.close();
  }
}

/** Microseconds for each domain, once the names are known. */
async function decoding(uri: string): Promise<number> {
  const { hypervisor, close } = await openInMain(uri);
  try {
    const times: number[] = [];
    let known = 0;
    for (let i = 0; i < READINGS; i++) {
      const { domains: stats } = await hypervisor.readStats(known);
      if (!stats) throw new Error('the test driver gives no statistics');
      known = stats.generation;
      const rows = stats.values.length / stats.columns;
      if (i > 0) times.push((stats.decodeMs * 1000) / rows);
    }
    return median(times);
  } finally {
    await close();
  }
}

export default tick;
