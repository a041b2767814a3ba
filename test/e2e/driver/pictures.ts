import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from '../../hosts/index.ts';
import type { Picture } from '../pages/console.ts';

/** The guest's screen as `virsh screenshot` gives it: a PNG, which the browser takes apart. */
export async function virshScreenshot(page: Page, host: Host, domain: string, screen = 0): Promise<Picture> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-screenshot-'));
  try {
    const file = join(folder, 'screen');
    await host.virsh(['screenshot', domain, file, '--screen', String(screen)]);
    return await decodePng(page, readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function decodePng(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, base64 } = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('the picture cannot be painted');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let rgb = '';
    for (let i = 0; i < data.length; i += 4) {
      rgb += String.fromCharCode(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
    }
    return { width, height, base64: btoa(rgb) };
  }, png.toString('base64'));
  return { width, height, rgb: Buffer.from(base64, 'base64') };
}

/** Share of the pixels that are the same, 0 to 1; 0 for pictures of different sizes. */
export function likeness(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 0;
  let same = 0;
  for (let i = 0; i < one.rgb.length; i += 3) {
    if (isSamePixel(one.rgb, other.rgb, i)) same++;
  }
  return same / (one.width * one.height);
}

function isSamePixel(one: Uint8Array, other: Uint8Array, at: number): boolean {
  return one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2];
}

/** Share of the pixels that are not black, 0 to 1. */
export function inkOf({ rgb }: Picture): number {
  let inked = 0;
  for (let i = 0; i < rgb.length; i += 3) {
    if ((rgb[i] ?? 0) + (rgb[i + 1] ?? 0) + (rgb[i + 2] ?? 0) > 0) inked++;
  }
  return inked / (rgb.length / 3);
}
