import type { Page } from '@playwright/test';
import type { MachinePage } from '../../e2e/pages/machine.ts';
import { Shell } from '../../e2e/pages/shell.ts';
import { rounded, sleep } from './numbers.ts';
import { commandLine, privateMiB, processTree } from './processes.ts';

const MIB = 1024 * 1024;
/** What the guest's `flood` prints for each line: 64 letters, CR and LF. */
const LINE = 66;
const CONSOLE = 'Console 1';

export interface Flood {
  readonly flood_mib: number;
  readonly flood_mib_s: number;
  /** Times between pictures while it floods, in ms. */
  readonly worst_frame_ms: number;
  readonly p99_frame_ms: number;
  /** The same for a page that does nothing, right before: what the machine costs. */
  readonly idle_worst_frame_ms: number;
  /** What the window, main and the libvirt process have more after two floods than after one. */
  readonly growth_mib: number;
}

/**
 * Lets a guest flood a terminal of the application itself, twice: the first fills the scrollback, and whatever grows
 * during the second would go on growing.
 */
export async function flood(page: Page, main: number, name: string, mib: number): Promise<Flood> {
  const machine = await openTerminal(page, name);
  const idle = await frames(page, () => sleep(5000));
  await run(machine, mib);
  const before = memory(main);
  const started = performance.now();
  const during = await frames(page, () => run(machine, mib));
  const seconds = (performance.now() - started) / 1000;
  await sleep(2000);
  return {
    flood_mib: mib,
    flood_mib_s: rounded(mib / seconds, 2),
    worst_frame_ms: rounded(Math.max(...during)),
    p99_frame_ms: rounded([...during].sort((a, b) => a - b)[Math.floor(during.length * 0.99)] ?? 0),
    idle_worst_frame_ms: rounded(Math.max(...idle)),
    growth_mib: rounded(memory(main) - before),
  };
}

async function openTerminal(page: Page, name: string): Promise<MachinePage> {
  const machine = await new Shell(page).openMachine(name);
  await machine.openConsole(CONSOLE);
  await machine.text(CONSOLE).prompt(/tiny> ?$/, 120_000);
  return machine;
}

/** Resolves when everything has been shown. */
async function run(machine: MachinePage, mib: number): Promise<void> {
  const pane = machine.text(CONSOLE);
  const mark = `end${String(Math.random()).slice(2)}`;
  const lines = Math.ceil((mib * MIB) / LINE);
  await pane.type(
    `sh yes 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ- | head -n ${String(lines)}; echo ${mark}`,
  );
  // The first time it is the echo of what was typed.
  await pane.shows(new RegExp(`^${mark}$`, 'm'), 600_000);
}

/** Times between the pictures that the page could paint while something goes on, in ms. */
async function frames(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const tick = (now: number) => {
      times.push(now);
      Object.assign(globalThis, { floodFrames: times, floodTick: requestAnimationFrame(tick) });
    };
    requestAnimationFrame(tick);
  });
  await work();
  const times = await page.evaluate(() => {
    const { floodFrames, floodTick } = globalThis as unknown as { floodFrames: number[]; floodTick: number };
    cancelAnimationFrame(floodTick);
    return floodFrames;
  });
  const between = times.slice(1).map((time, index) => time - (times[index] ?? time));
  if (between.length === 0) throw new Error('the page painted nothing');
  return between;
}

/** Private memory of the browser's pages, main and its libvirt processes together, in MiB. */
function memory(main: number): number {
  const renderers = processTree(process.pid).filter((pid) => commandLine(pid).includes('--type=renderer'));
  return [...processTree(main), ...renderers].reduce((sum, pid) => sum + privateMiB(pid), 0);
}
