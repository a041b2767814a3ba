import { z } from 'zod';
import type { DevTools } from './lib/cdp.ts';
import { type Drawing, startDrawingGuests } from './lib/drawing.ts';
import { percentile, rounded, sleep } from './lib/numbers.ts';
import { bundleWindow, openPlainPage, type PlainPage } from './lib/page.ts';
import { commandLine, cpuMs, privateMiB, processTree } from './lib/processes.ts';
import type { Bench } from './run.ts';

const DISPLAYS = 4;
const DRAWINGS: readonly Drawing[] = ['nothing', 'block', 'screen'];
const WARM_MS = 3000;
const WATCH_MS = 10_000;
/** Between keys, in ms: no multiple of the time of a frame. */
const KEY_MS = 110;

/**
 * What consoles cost. Four real guests draw about 30 pictures a second each, and each is shown by the application in a
 * window of its own (noVNC, canvas, all of it). For each of what they draw: pictures a second that the windows showed
 * (of the slowest one, and of all), the time from one frame to the next in all windows, how long a key waits for its
 * window meanwhile, what main with its libvirt process, the browser, its windows alone, and the guests take of one
 * processor, and memory. The browser paints without a graphics card here. `nothing` is the same for guests that draw
 * nothing but a cursor: what the machine does. What consoles leave behind is in soak.ts.
 */
const consoles: Bench = async (emit) => {
  const guests = await startDrawingGuests(DISPLAYS);
  const { hv, names } = guests;
  try {
    const page = await openPlainPage([hv.uri.unix]);
    try {
      const windows = await openWindows(page, names);
      for (const drawing of DRAWINGS) {
        await guests.draw(drawing);
        await sleep(WARM_MS);
        emit({ bench: 'consoles', drawing, displays: DISPLAYS, ...(await watched(page, windows, hv.pid)) });
      }
    } finally {
      await page.close();
    }
  } finally {
    await guests.end();
  }
};

/** Opens the display of each guest in a window, as the application's own button does. */
async function openWindows({ browser }: PlainPage, names: readonly string[]): Promise<DevTools[]> {
  const { page } = browser;
  await page.evaluate(await bundleWindow());
  const watcher = await bundleWindow('watcher.ts');
  const windows: DevTools[] = [];
  for (const name of names) {
    const address = `bench.consoleAddress(${JSON.stringify(name)}, 'graphics')`;
    const window = await browser.open(z.string().parse(await page.evaluate(address)), 640, 480);
    await shown(window);
    await window.evaluate(watcher);
    windows.push(window);
  }
  // Only the windows shall be measured, not a client of the bench's own.
  await page.evaluate('bench.host().then((host) => host.close())');
  return windows;
}

async function shown(window: DevTools): Promise<void> {
  const question = `Boolean(document.querySelector('[data-phase="connected"] canvas'))`;
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(100)) {
    if (await window.evaluate(question)) return;
  }
  throw new Error('a display was not shown in its window');
}

const Seen = z.object({ pictures: z.number(), frames: z.array(z.number()), keys: z.array(z.number()) });

async function watched({ host, browser }: PlainPage, windows: readonly DevTools[], hypervisor: number) {
  const main = processTree(host.pid);
  const browsers = processTree(browser.pid);
  const renderers = browsers.filter((pid) => commandLine(pid).includes('--type=renderer'));
  const guests = processTree(hypervisor).filter((pid) => commandLine(pid).includes('qemu-system'));
  const cpu = () => [main, browsers, renderers, guests].map((pids) => cpuMs(pids));
  await Promise.all(windows.map((window) => window.evaluate('watcher.start()')));
  const started = performance.now();
  const before = cpu();
  while (performance.now() - started < WATCH_MS) {
    for (const window of windows) await press(window);
    await sleep(KEY_MS);
  }
  const took = performance.now() - started;
  const percent = cpu().map((now, index) => rounded((100 * (now - (before[index] ?? 0))) / took));
  const seen = await Promise.all(
    windows.map(async (window) => Seen.parse(await window.evaluate('watcher.stop()'))),
  );
  const rates = seen.map(({ pictures }) => (pictures * 1000) / took);
  const frames = seen.flatMap((one) => one.frames);
  const keys = seen.flatMap((one) => one.keys);
  return {
    slowest_pictures_s: rounded(Math.min(...rates)),
    all_pictures_s: rounded(rates.reduce((sum, rate) => sum + rate, 0)),
    frame_ms: rounded(percentile(frames, 0.5)),
    p99_frame_ms: rounded(percentile(frames, 0.99)),
    worst_frame_ms: rounded(Math.max(...frames)),
    key_ms: rounded(percentile(keys, 0.5)),
    p99_key_ms: rounded(percentile(keys, 0.99)),
    main_cpu_percent: percent[0] ?? null,
    browser_cpu_percent: percent[1] ?? null,
    windows_cpu_percent: percent[2] ?? null,
    guests_cpu_percent: percent[3] ?? null,
    main_mib: rounded(memoryOf(main)),
    windows_mib: rounded(memoryOf(renderers)),
  };
}

/** A key that does nothing by itself in a guest. */
async function press(window: DevTools): Promise<void> {
  const key = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16, modifiers: 8 };
  await window.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await window.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, modifiers: 0 });
}

function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + privateMiB(pid), 0);
}

export default consoles;
