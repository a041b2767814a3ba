import type { Page } from '@playwright/test';
import type { TextPane } from '../../e2e/pages/console.ts';
import { Shell } from '../../e2e/pages/shell.ts';
import type { GuestConsole } from '../../hosts/index.ts';
import { FLOOD_CHANNEL } from './guest.ts';
import { rounded, sleep } from './numbers.ts';
import { injectBench } from './page.ts';
import { commandLine, privateMiB, processTree } from './processes.ts';

const MIB = 1024 * 1024;
/** Bytes of a line: 63 letters, CR and LF. */
const LINE = 65;
const TITLE = `Channel ${FLOOD_CHANNEL}`;

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
export async function flood(
  page: Page,
  main: number,
  guest: GuestConsole,
  name: string,
  mib: number,
): Promise<Flood> {
  await injectBench(page);
  const pane = await openTerminal(page, name);
  const idle = await frames(page, () => sleep(5000));
  await floodOnce(pane, guest, mib);
  const before = memory(main);
  const started = performance.now();
  const during = await frames(page, () => floodOnce(pane, guest, mib));
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

async function openTerminal(page: Page, name: string): Promise<TextPane> {
  const machine = await new Shell(page).openMachine(name);
  await machine.openConsole(TITLE);
  const pane = machine.text(TITLE);
  await pane.connected(60_000);
  return pane;
}

/** Lets the guest print so much into its channel. Resolves when everything has been shown. */
export async function floodOnce(pane: TextPane, guest: GuestConsole, mib: number): Promise<void> {
  const mark = `end${String(Math.random()).slice(2)}`;
  const lines = Math.ceil((mib * MIB) / LINE);
  const text = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-';
  const printed = `(yes "${text}$(printf "\\r")" | head -n ${String(lines)}; echo ${mark})`;
  guest.send(
    `sh port=$(grep -l ${FLOOD_CHANNEL} /sys/class/virtio-ports/*/name); port=${'$'}{port%/name}; ${printed} >/dev/${'$'}{port##*/}\n`,
  );
  await pane.shows(new RegExp(`^${mark}$`, 'm'), 300_000);
}

/** Times between the pictures that the page could paint while something goes on, in ms. */
async function frames(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => globalThis.bench.startFrames());
  await work();
  const between = await page.evaluate(() => globalThis.bench.stopFrames());
  if (between.length === 0) throw new Error('the page painted nothing');
  return between;
}

/** Private memory of the browser's pages, main and its libvirt processes together, in MiB. */
function memory(main: number): number {
  const renderers = processTree(process.pid).filter((pid) => commandLine(pid).includes('--type=renderer'));
  return [...processTree(main), ...renderers].reduce((sum, pid) => sum + privateMiB(pid), 0);
}
