import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Shell } from '../e2e/pages/shell.ts';
import { median, rounded } from './lib/numbers.ts';
import { openBenchPage } from './lib/page.ts';
import { sizes } from './lib/scale.ts';
import type { Bench } from './run.ts';

const OPENS = 9;
const TYPED = 'the quick brown fox jumps over it';

/**
 * The hardware page of a machine with very many devices. `open_ms`: from choosing the tab until all of them are
 * listed and painted; `first_open_ms`: the first time, with loading the page's code; `open_work_ms`:
 * what of it the window's main thread has worked, which says more on a busy machine. `keystroke_ms`: from a key in a
 * text field until what it changed is painted.
 */
const hardware: Bench = async (emit, args) => {
  for (const devices of sizes(args, [200])) {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-bench-'));
    try {
      const file = join(folder, 'host.xml');
      writeFileSync(file, hostXml(devices));
      emit({ bench: 'hardware', devices, ...(await measure(`test://${file}`, devices)) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
};

async function measure(uri: string, devices: number) {
  const bench = await openBenchPage([uri]);
  const { page } = bench;
  try {
    await new Shell(page).openMachine('many');
    const busy = await busyMeter(page);
    const opens: number[] = [];
    const work: number[] = [];
    for (let run = 0; run <= OPENS; run++) {
      const before = await busy();
      opens.push(await untilListed(page, devices));
      work.push((await busy()) - before);
      if (run === OPENS) break;
      await page.getByRole('tab', { name: 'Console' }).click();
      await page.getByRole('navigation', { name: 'Hardware' }).waitFor({ state: 'detached' });
    }
    const keys = await typing(page);
    return {
      open_ms: rounded(median(opens.slice(1)), 0),
      first_open_ms: rounded(opens[0] ?? 0, 0),
      open_work_ms: rounded(median(work.slice(1)), 0),
      keystroke_ms: rounded(median(keys), 1),
      slowest_keystroke_ms: rounded(Math.max(...keys), 1),
    };
  } finally {
    await bench.close();
  }
}

/** Milliseconds that the page's main thread has worked so far. */
async function busyMeter(page: Page): Promise<() => Promise<number>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  return async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

/** Chooses the tab and waits in the page, frame by frame. */
function untilListed(page: Page, devices: number): Promise<number> {
  return page.evaluate(async (count) => {
    const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
    const tab = tabs.find(({ textContent }) => textContent === 'Hardware');
    const started = performance.now();
    tab?.click();
    for (const deadline = started + 30_000; performance.now() < deadline; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const listed = document.querySelectorAll('nav[aria-label="Hardware"] [data-item^="device-"]').length;
      if (listed < count) continue;
      // A task after a frame comes when it is painted.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - started;
    }
    throw new Error(`${count} devices were not listed`);
  }, devices);
}

/** Types into the machine's title; milliseconds from each key until the frame after it is painted. */
async function typing(page: Page): Promise<number[]> {
  await page
    .getByRole('navigation', { name: 'Hardware' })
    .getByRole('button', { name: /^General/ })
    .click();
  const field = page.getByLabel('Title', { exact: true });
  await field.click();
  await page.evaluate(() => {
    Object.assign(globalThis, { keyTimes: [] });
    document.addEventListener(
      'keydown',
      () => {
        const started = performance.now();
        requestAnimationFrame(() =>
          setTimeout(() => Reflect.get(globalThis, 'keyTimes').push(performance.now() - started), 0),
        );
      },
      { capture: true },
    );
  });
  for (const key of TYPED) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(60);
  }
  const times = await page.evaluate(() => [...Reflect.get(globalThis, 'keyTimes')].map(Number));
  if ((await field.inputValue()) !== TYPED || times.length < TYPED.length) throw new Error('keys were lost');
  // The first makes the bar with Apply.
  return times.slice(1);
}

/** A host of the test driver with one machine: disks, cards and ports in equal parts. */
function hostXml(devices: number): string {
  const part = Math.floor(devices / 4);
  const list = (count: number, make: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => make(n));
  const disk = (n: number) => `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>
    <source file='/images/${n}.qcow2'/><target dev='${diskName(n)}' bus='virtio'/></disk>`;
  const card = (n: number) => `<interface type='network'><source network='default'/>
    <mac address='52:54:00:00:${hex(n >> 8)}:${hex(n & 255)}'/><model type='virtio'/></interface>`;
  const port = (n: number) =>
    `<channel type='unix'><target type='virtio' name='org.example.${n}'/></channel>`;
  const folder = (n: number) => `<filesystem type='mount' accessmode='passthrough'>
    <source dir='/srv/${n}'/><target dir='share${n}'/></filesystem>`;
  const all = [
    ...list(part, disk),
    ...list(part, card),
    ...list(part, port),
    ...list(devices - 3 * part, folder),
  ];
  return `<node><cpu><mhz>2600</mhz><model>x86_64</model><active>8</active><nodes>1</nodes><sockets>1</sockets>
    <cores>4</cores><threads>2</threads></cpu><memory>16777216</memory>
    <network><name>default</name><bridge name='virbr0'/></network>
    <domain type='test'><name>many</name>
    <uuid>6d616e79-0000-4000-8000-000000000001</uuid><memory unit='MiB'>2048</memory><vcpu>2</vcpu>
    <os><type arch='x86_64'>hvm</type></os><devices>${all.join('\n')}</devices></domain></node>`;
}

const hex = (n: number): string => n.toString(16).padStart(2, '0');

/** vda to vdz, vdaa and on. */
function diskName(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26));
  return n < 26 ? `vd${letter}` : `vd${String.fromCharCode(96 + Math.floor(n / 26))}${letter}`;
}

export default hardware;
