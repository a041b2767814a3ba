import { Home } from '../e2e/driver/application.ts';
import { startWebHost } from '../e2e/driver/web.ts';
import { openPlainChromium } from './lib/chromium.ts';
import { rounded, sleep } from './lib/numbers.ts';
import { bundleWindow } from './lib/page.ts';
import { cpuMs, processTree } from './lib/processes.ts';
import { sizes, withScaleHost } from './lib/scale.ts';
import type { Bench } from './run.ts';

/** Until what is filled in behind the list has come and the browser has done its start-up work. */
const SETTLE_MS = 30_000;
const WINDOW_MS = 30_000;

/**
 * Share of one core that all processes use together (main, agent, browser) while nothing is done: with
 * the window seen and statistics coming, and with another tab in front of it.
 */
const idle: Bench = async (emit, args) => {
  for (const n of sizes(args, [1000])) {
    await withScaleHost(n, async (uri) => emit({ bench: 'idle', n, ...(await measure(uri, n)) }));
  }
};

async function measure(uri: string, n: number) {
  const home = new Home();
  const host = await startWebHost({ uris: [uri], env: home.environment() });
  const browser = await openPlainChromium(host.address);
  const percent = async () => {
    const pids = [...processTree(host.pid), ...processTree(browser.pid)];
    const before = cpuMs(pids);
    await sleep(WINDOW_MS);
    return rounded(((cpuMs(pids) - before) / WINDOW_MS) * 100, 2);
  };
  const state = () => browser.page.evaluate('document.visibilityState');
  try {
    await browser.page.evaluate(await bundleWindow());
    await browser.page.evaluate(`bench.listed(${n}).then(() => bench.host()).then((host) => host.close())`);
    await sleep(SETTLE_MS);
    if ((await state()) !== 'visible') throw new Error('the page is not visible');
    const visible = await percent();
    await browser.hide();
    await sleep(5000);
    if ((await state()) !== 'hidden') throw new Error('the page is not hidden');
    return { visible_cpu_pct: visible, hidden_cpu_pct: await percent() };
  } finally {
    await browser.close();
    await host.stop();
    home.remove();
  }
}

export default idle;
