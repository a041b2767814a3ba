import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { z } from 'zod';
import { GuestConsole, type Host } from '../hosts/index.ts';
import { echoOnBareSocket } from './lib/bareSocket.ts';
import { echoInMain } from './lib/echo.ts';
import { type Flood, flood } from './lib/flood.ts';
import { type BenchGuest, startGuest } from './lib/guest.ts';
import { median, rounded, sleep } from './lib/numbers.ts';
import { bundleWindow, openBenchPage, openPlainPage } from './lib/page.ts';
import { Reader } from './lib/rfb.ts';
import { echoOnStream } from './lib/streamEcho.ts';
import type { Bench } from './run.ts';

const ROUNDS = 6;
const PER_ROUND = 30;
const PAUSE_MS = 20;
/** What a guest prints at once to see whether the window stays fluid. */
const FLOOD_MIB = 20;
const Times = z.array(z.number());

/**
 * How long a typed letter takes to come back, in ms, by readers that take turns, since each byte of a console goes to
 * one reader only. The guest's kernel echoes it: no guest is faster, and a shell that edits its line takes longer.
 *
 * - `pty_median_ms`: on the pseudo-terminal that QEMU opened, past libvirt.
 * - `stream_median_ms`: on libvirt's stream, by a reader that does nothing else, in one thread: what `virsh console`
 *   can do at best, and everything that goes through libvirt.
 * - `main_median_ms`: in main, by way of the libvirt process, without a window.
 * - `median_ms`: in the page, through the whole application.
 * - `socket_median_ms`: no console, but a page and a WebSocket that sends back what comes: what a browser costs.
 *
 * `ratio` is the whole over the pseudo-terminal, `main_ratio` main over libvirt's stream, `added_ms` what the whole
 * application adds to libvirt's stream.
 *
 * And a flood in a terminal of the application.
 */
const serial: Bench = async (emit, [mib]) => {
  const guest = await startGuest();
  try {
    const times = await measure(guest);
    const { whole, main, stream, pty, socket } = times;
    emit({
      bench: 'serial',
      median_ms: rounded(whole, 2),
      main_median_ms: rounded(main, 2),
      stream_median_ms: rounded(stream, 2),
      pty_median_ms: rounded(pty, 2),
      socket_median_ms: rounded(socket, 2),
      ratio: rounded(whole / pty, 2),
      main_ratio: rounded(main / stream, 2),
      added_ms: rounded(whole - stream, 2),
      ...(await measureFlood(guest, Number(mib ?? FLOOD_MIB))),
    });
  } finally {
    await guest.end();
  }
};

/** Medians. */
interface Echoes {
  readonly whole: number;
  readonly main: number;
  readonly stream: number;
  readonly pty: number;
  readonly socket: number;
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
  const uri = hv.uri.unix;
  const { browser, close } = await openPlainPage([uri]);
  const all: Record<keyof Omit<Echoes, 'socket'>, number[]> = { whole: [], main: [], stream: [], pty: [] };
  try {
    await browser.page.evaluate(await bundleWindow());
    const inPage = `bench.echoOf(${JSON.stringify(name)}, ${PER_ROUND}, ${PAUSE_MS})`;
    for (let round = 0; round < ROUNDS; round++) {
      all.whole.push(...Times.parse(await browser.page.evaluate(inPage)));
      all.main.push(...(await echoInMain(uri, name, PER_ROUND, PAUSE_MS)));
      all.stream.push(...echoOnStream(uri, name, PER_ROUND, PAUSE_MS));
      all.pty.push(...(await echoOnPty(hv, name)));
    }
  } finally {
    await close();
  }
  return {
    whole: median(all.whole),
    main: median(all.main),
    stream: median(all.stream),
    pty: median(all.pty),
    socket: median(await echoOnBareSocket(ROUNDS * PER_ROUND, PAUSE_MS)),
  };
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
