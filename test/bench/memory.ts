import { rounded, sleep } from './lib/numbers.ts';
import { injectBench, openBenchPage } from './lib/page.ts';
import { commandLine, privateMiB, processTree } from './lib/processes.ts';
import { sizes, withScaleHost } from './lib/scale.ts';
import type { Bench } from './run.ts';

/** Memory is read when everything that is filled in behind the list has come. */
const SETTLE_MS = 15_000;

/**
 * Private memory of the agent of one connection with N domains, of main and of the window's renderer, in
 * MiB. The test driver keeps its domains in the process that opened it: in the agent, unlike real hosts.
 */
const memory: Bench = async (emit, args) => {
  for (const n of sizes(args, [1, 1000])) await withScaleHost(n, async (uri) => emit(await measure(uri, n)));
};

async function measure(uri: string, n: number) {
  const bench = await openBenchPage([uri]);
  try {
    await injectBench(bench.page);
    await bench.page.evaluate((machines) => globalThis.bench.listed(machines), n);
    await sleep(SETTLE_MS);
    const main = processTree(bench.host.pid);
    const agents = main.filter((pid) => pid !== bench.host.pid);
    const renderers = processTree(process.pid).filter((pid) => commandLine(pid).includes('--type=renderer'));
    return {
      bench: 'memory',
      n,
      agent_private_mb: rounded(Math.max(...agents.map(privateMiB))),
      main_private_mb: rounded(privateMiB(bench.host.pid)),
      renderer_private_mb: rounded(Math.max(...renderers.map(privateMiB))),
    };
  } finally {
    await bench.close();
  }
}

export default memory;
