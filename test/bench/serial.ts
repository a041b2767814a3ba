import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { GuestConsole, type Host } from '../hosts/index.ts';
import { echoInMain } from './lib/echo.ts';
import { type Flood, flood } from './lib/flood.ts';
import { type BenchGuest, startGuest } from './lib/guest.ts';
import { median, rounded, sleep } from './lib/numbers.ts';
import { injectBench, openBenchPage } from './lib/page.ts';
import { Reader } from './lib/rfb.ts';
import type { Bench } from './run.ts';

const ROUNDS = 6;
const PER_ROUND = 30;
const PAUSE_MS = 20;
/** What a guest prints at once to see whether the window stays fluid. */
const FLOOD_MIB = 20;

/**
 * Echo of a typed letter: in the page through the whole application, and on QEMU's own pseudo-terminal.
 * They take turns, since each byte of a console goes to one reader only. `main_median_ms` ends in main:
 * what libvirt costs, without a window. And a flood in a terminal of the application.
 */
const serial: Bench = async (emit, [mib]) => {
  const guest = await startGuest();
  try {
    const { whole, main, pty } = await measure(guest);
    const [wholeMs, ptyMs] = [median(whole), median(pty)];
    emit({
      bench: 'serial',
      median_ms: rounded(wholeMs, 2),
      main_median_ms: rounded(median(main), 2),
      pty_median_ms: rounded(ptyMs, 2),
      ratio: rounded(wholeMs / ptyMs, 2),
      ...(await measureFlood(guest, Number(mib ?? FLOOD_MIB))),
    });
  } finally {
    await guest.end();
  }
};

interface Echoes {
  readonly whole: number[];
  readonly main: number[];
  readonly pty: number[];
}

async function measureFlood({ hv, name }: BenchGuest, mib: number): Promise<Flood> {
  const bench = await openBenchPage([hv.uri.unix]);
  const guest = await GuestConsole.open(hv, name);
  try {
    await guest.ready();
    return await flood(bench.page, bench.host.pid, guest, name, mib);
  } finally {
    guest.close();
    await bench.close();
  }
}

async function measure({ hv, name }: BenchGuest): Promise<Echoes> {
  const bench = await openBenchPage([hv.uri.unix]);
  const whole: number[] = [];
  const main: number[] = [];
  const pty: number[] = [];
  try {
    await injectBench(bench.page);
    for (let round = 0; round < ROUNDS; round++) {
      const times = await bench.page.evaluate(
        async ([machine, count, pause]) => {
          const ref = await globalThis.bench.find(machine);
          return globalThis.bench.echo(ref, await globalThis.bench.consoleKey(ref, 'text'), count, pause);
        },
        [name, PER_ROUND, PAUSE_MS] as const,
      );
      whole.push(...times);
      main.push(...(await echoInMain(hv.uri.unix, name, PER_ROUND, PAUSE_MS)));
      pty.push(...(await echoOnPty(hv, name)));
    }
  } finally {
    await bench.close();
  }
  return { whole, main, pty };
}

/** The same on the pseudo-terminal that QEMU opened, past libvirt and Virtdeck. */
async function echoOnPty(hv: Host, name: string): Promise<number[]> {
  const path = (await hv.virsh(['ttyconsole', name])).trim();
  const fd = openSync(`/proc/${hv.pid}/root${path}`, constants.O_RDWR | constants.O_NOCTTY);
  const terminal = new ReadStream(fd);
  const writer = openSync(`/proc/${hv.pid}/root${path}`, constants.O_WRONLY | constants.O_NOCTTY);
  const reader = new Reader();
  terminal.on('data', (bytes: Buffer) => reader.push(new Uint8Array(bytes)));
  const times: number[] = [];
  try {
    for (let i = 0; i < PER_ROUND; i++) {
      const started = performance.now();
      writeSync(writer, 'x');
      await reader.read(1);
      times.push(performance.now() - started);
      await sleep(PAUSE_MS);
    }
  } finally {
    terminal.destroy();
    closeSync(writer);
  }
  // The first waited for QEMU to notice that the console is open.
  return times.slice(1);
}

export default serial;
