import { Shell } from '../e2e/pages/shell.ts';
import { GuestConsole } from '../hosts/index.ts';
import { floodOnce } from './lib/flood.ts';
import { Gauges } from './lib/gauges.ts';
import { type BenchGuest, FLOOD_CHANNEL, startGuest } from './lib/guest.ts';
import { injectBench } from './lib/page.ts';
import { openDrawing } from './lib/painter/display.ts';
import { endure } from './lib/plateau.ts';
import type { Bench, Emit } from './run.ts';

const GRAPHICS = 'Display (VNC)';
const TEXT = 'Serial 1';

/** Updates of a display that shows thirty a second for two hours. */
const UPDATES = 2 * 3600 * 30;
/** MiB that a talkative console prints in two hours. */
const OUTPUT_MIB = 200;

type Part = (emit: Emit, guest: BenchGuest, turns: number) => Promise<string[]>;

/**
 * What consoles leave behind, in the page, in main and in the libvirt process: `cycles` of the machine's page with the
 * display and with the serial console, `updates` of a display in all encodings, `output` of a terminal. Names of
 * parts, with `=N` for another number of turns, choose some. Fails when something grew.
 */
const soak: Bench = async (emit, args) => {
  const wanted = args.map((arg) => arg.split('='));
  const unknown = wanted.find(([name = '']) => !PARTS.has(name));
  if (unknown) throw new Error(`${unknown[0]} is none of ${[...PARTS.keys()].join(', ')}`);
  const chosen = wanted.length > 0 ? wanted : [...PARTS.keys()].map((name) => [name]);
  const guest = await startGuest();
  const grown: string[] = [];
  try {
    for (const [name = '', turns] of chosen) {
      const part = PARTS.get(name);
      if (part) grown.push(...(await part.run(emit, guest, Number(turns ?? part.turns))));
    }
  } finally {
    await guest.end();
  }
  if (grown.length > 0) throw new Error(`something is kept:\n${grown.join('\n')}`);
};

/** Opening and closing a console by going to its machine's page and away. */
function cycles(part: string, title: string, tab: string | null): Part {
  return async (emit, { hv, name }, turns) => {
    const gauges = await Gauges.open(hv.uri.unix);
    const { page } = gauges.bench;
    try {
      await injectBench(page);
      await new Shell(page).openMachine(name);
      const address = await page.evaluate(() => location.hash);
      const run = (times: number) =>
        page.evaluate((visit) => globalThis.bench.visitConsole(visit), {
          address,
          pane: `${title} of ${name}`,
          tab,
          times,
        });
      const warm = Math.min(100, Math.ceil(turns / 5));
      const read = () => gauges.read();
      return await endure(emit, { part, unit: 'cycles', warm, turns, every: 100, run, read });
    } finally {
      await gauges.close();
    }
  };
}

/** A display whose server draws as fast as the page takes it. */
const updates: Part = async (emit, { hv, name }, turns) => {
  const gauges = await Gauges.open(hv.uri.ssh);
  const { page } = gauges.bench;
  try {
    const drawing = await openDrawing(page, hv, name);
    const machine = await new Shell(page).openMachine(name);
    await machine.graphics(GRAPHICS).connected(60_000);
    await drawing.askForClipboard();
    const every = Math.ceil(turns / 12);
    const run = (count: number) => drawing.draw(count);
    const read = () => gauges.read();
    const grown = await endure(emit, {
      part: 'updates',
      unit: 'updates',
      warm: every,
      turns,
      every,
      run,
      read,
    });
    emit({ bench: 'soak', part: 'updates', ...(await drawing.summary()) });
    return grown;
  } finally {
    await gauges.close();
  }
};

/** A terminal whose guest prints without an end; its scrollback is full after the warm-up. */
const output: Part = async (emit, { hv, name }, turns) => {
  const gauges = await Gauges.open(hv.uri.unix);
  const guest = await GuestConsole.open(hv, name);
  try {
    await guest.ready();
    const title = `Channel ${FLOOD_CHANNEL}`;
    const machine = await new Shell(gauges.bench.page).openMachine(name);
    await machine.openConsole(title);
    const pane = machine.text(title);
    await pane.connected(60_000);
    const run = (mib: number) => floodOnce(pane, guest, mib);
    const read = () => gauges.read();
    const warm = Math.min(20, turns / 5);
    return await endure(emit, { part: 'output', unit: 'mib', warm, turns, every: 30, run, read });
  } finally {
    guest.close();
    await gauges.close();
  }
};

const PARTS = new Map<string, { readonly turns: number; readonly run: Part }>([
  ['graphics', { turns: 500, run: cycles('graphics', GRAPHICS, null) }],
  ['text', { turns: 500, run: cycles('text', TEXT, TEXT) }],
  ['updates', { turns: UPDATES, run: updates }],
  ['output', { turns: OUTPUT_MIB, run: output }],
]);

export default soak;
