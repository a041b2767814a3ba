import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import { moveDisplay } from '../../../e2e/driver/rfbServer.ts';
import type { Host } from '../../../hosts/index.ts';
import { sleep } from '../numbers.ts';
import { LAST } from './artist.ts';
import { PICTURE, type Pictures } from './script.ts';

const CONTROL_PORT = 5990;
const START_MS = 20_000;
/** Updates that are asked for at once: an answer that takes longer than five minutes is not waited for. */
const AT_ONCE = 2000;

const Counts = z.object({
  updates: z.number(),
  bytes: z.number(),
  sizes: z.number(),
  cursors: z.number(),
  clipboards: z.number(),
  requests: z.number(),
});

/** A display that does what it is told. */
export interface Drawing {
  /** Resolves when the page has shown so many more updates. @throws Error when it lost the display, or shows something else */
  draw(updates: number): Promise<void>;
  /** What was drawn in all. */
  summary(): Promise<z.infer<typeof Counts>>;
  /** The user lets the page ask about what the guest copies. */
  askForClipboard(): Promise<void>;
}

/** Puts a server that draws where a machine's display was. Only connections that do not go through libvirt meet it. */
export async function openDrawing(page: Page, host: Host, name: string): Promise<Drawing> {
  const port = await moveDisplay(host, name);
  const inTmp = (file: string) => join(host.folder, 'tmp', file);
  writeFileSync(inTmp('pictures.json'), JSON.stringify(await makePictures(page)));
  writeFileSync(inTmp('painter.mjs'), await bundleServer());
  const words = [process.execPath, '/tmp/painter.mjs', port, CONTROL_PORT, '/tmp/pictures.json'];
  await host.exec(`${words.join(' ')} </dev/null >/tmp/painter.log 2>&1 &`);
  const control = `http://${host.address}:${String(CONTROL_PORT)}/`;
  const ask = async (updates: number) => {
    const answer = await fetch(`${control}?draw=${String(updates)}`);
    if (!answer.ok) throw new Error(`the display stopped drawing: ${await answer.text()}`);
    return Counts.parse(await answer.json());
  };
  if (!(await isListening(control)))
    throw new Error(`the drawing display did not start: ${readFileSync(inTmp('painter.log'), 'utf8')}`);
  const canvas = page.locator('section[data-phase] canvas').first();
  return {
    async draw(updates) {
      for (let left = updates; left > 0; left -= AT_ONCE) await ask(Math.min(left, AT_ONCE));
      const shown = await canvas.evaluate((element) => {
        if (!(element instanceof HTMLCanvasElement)) throw new Error('not a canvas');
        return [...(element.getContext('2d')?.getImageData(100, 100, 1, 1).data ?? [])];
      });
      if (LAST.some((value, i) => value !== shown[i]))
        throw new Error(`the page shows ${shown.join(' ')} instead of what was drawn last`);
    },
    summary: () => ask(1),
    async askForClipboard() {
      await page.getByRole('button', { name: 'Clipboard' }).click();
      await page.getByRole('menuitemradio', { name: 'Ask each time' }).click();
      await page.keyboard.press('Escape');
    },
  };
}

/** serve.ts as one script: hosts of the laboratory see nothing of this folder. */
async function bundleServer(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, ssr: new URL('serve.ts', import.meta.url).pathname, target: 'node20' },
  });
  const output = Array.isArray(result) ? result[0] : result;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('serve.ts could not be bundled');
  return chunk.code;
}

async function isListening(control: string): Promise<boolean> {
  for (const deadline = performance.now() + START_MS; performance.now() < deadline; await sleep(100)) {
    // It answers, if only that nobody is there.
    const answered = await fetch(control).then(
      () => true,
      () => false,
    );
    if (answered) return true;
  }
  return false;
}

/** Pictures as a real server would send them: with a gradient, shapes and text. */
function makePictures(page: Page): Promise<Pictures> {
  return page.evaluate(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    const files = { jpeg: [] as string[], png: [] as string[] };
    for (let i = 0; i < 6; i++) {
      const gradient = pen.createLinearGradient(0, 0, width, height);
      gradient.addColorStop(0, `hsl(${String(i * 60)} 80% 40%)`);
      gradient.addColorStop(1, `hsl(${String(i * 60 + 90)} 60% 70%)`);
      pen.fillStyle = gradient;
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = 'white';
      for (let line = 0; line < 8; line++)
        pen.fillText(`line ${String(line)} of picture ${String(i)}`, 4 * i, 14 * line);
      for (const kind of ['jpeg', 'png'] as const) {
        const blob = await canvas.convertToBlob({ type: `image/${kind}`, quality: 0.7 });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        files[kind].push(btoa(String.fromCharCode(...bytes)));
      }
    }
    return files;
  }, PICTURE);
}
