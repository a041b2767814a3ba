import { readdirSync } from 'node:fs';
import { startGuest } from './lib/guest.ts';
import { rounded } from './lib/numbers.ts';
import { type BenchPage, injectBench, openBenchPage } from './lib/page.ts';
import { cpuMs, privateMiB, processTree } from './lib/processes.ts';
import type { Bench } from './run.ts';

const DISPLAYS = 4;
const PER_SECOND = 30;
const WATCH_MS = 8000;
/** Opened and closed before it is measured: until then V8 lets the heap grow to what it finds comfortable. */
const WARM = 1000;
const CYCLES = 500;

/**
 * What consoles cost: four displays of a real guest that each show 30 whole pictures a second, in the share of one
 * processor that Virtdeck's processes take and the longest pause of the page; and what stays behind when a display is
 * opened and closed 500 times.
 */
const consoles: Bench = async (emit) => {
  const guest = await startGuest();
  try {
    const bench = await openBenchPage([guest.hv.uri.unix]);
    try {
      await injectBench(bench.page);
      emit({ bench: 'consoles', ...(await watched(bench, guest.name)) });
      emit({ bench: 'consoles-soak', ...(await soaked(bench, guest.name)) });
    } finally {
      await bench.close();
    }
  } finally {
    await guest.end();
  }
};

async function watched({ page, host }: BenchPage, name: string) {
  const tree = processTree(host.pid);
  const before = cpuMs(tree);
  const { pictures, worstFrame } = await page.evaluate(
    async ([machine, displays, perSecond, milliseconds]) => {
      const ref = await globalThis.bench.find(machine);
      const key = await globalThis.bench.consoleKey(ref, 'graphics');
      return globalThis.bench.watch(ref, key, displays, perSecond, milliseconds);
    },
    [name, DISPLAYS, PER_SECOND, WATCH_MS] as const,
  );
  return {
    pictures_s: rounded(pictures / (WATCH_MS / 1000)),
    main_cpu_percent: rounded((100 * (cpuMs(tree) - before)) / WATCH_MS),
    worst_frame_ms: rounded(worstFrame),
  };
}

async function soaked({ page, host }: BenchPage, name: string) {
  const cycle = (times: number) =>
    page.evaluate(
      async ([machine, count]) => {
        const ref = await globalThis.bench.find(machine);
        const key = await globalThis.bench.consoleKey(ref, 'graphics');
        await globalThis.bench.openAndClose(ref, key, count);
      },
      [name, times] as const,
    );
  const state = () => ({ mib: memoryOf(processTree(host.pid)), handles: openFiles(processTree(host.pid)) });
  await cycle(WARM);
  const before = state();
  await cycle(CYCLES);
  const after = state();
  return {
    cycles: CYCLES,
    growth_mib: rounded(after.mib - before.mib, 2),
    growth_handles: after.handles - before.handles,
  };
}

function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + privateMiB(pid), 0);
}

function openFiles(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      return sum + readdirSync(`/proc/${pid}/fd`).length;
    } catch {
      return sum;
    }
  }, 0);
}

export default consoles;
