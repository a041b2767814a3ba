import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../hosts/index.ts';
import type { Picture } from '../pages/console.ts';

/** The guest's screen as `virsh screenshot` gives it. */
export async function virshScreenshot(host: Host, domain: string): Promise<Picture> {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-screenshot-'));
  try {
    const file = join(folder, 'screen.ppm');
    await host.virsh(['screenshot', domain, file]);
    return readPpm(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A binary PPM of eight bits a colour, as QEMU writes it. */
function readPpm(bytes: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('virsh screenshot gave something else than a PPM');
  const [text, width, height] = head;
  return { width: Number(width), height: Number(height), rgb: bytes.subarray(text.length) };
}

/** Share of the pixels that are the same, 0 to 1; 0 for pictures of different sizes. */
export function likeness(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 0;
  let same = 0;
  for (let i = 0; i < one.rgb.length; i += 3) {
    if (
      one.rgb[i] === other.rgb[i] &&
      one.rgb[i + 1] === other.rgb[i + 1] &&
      one.rgb[i + 2] === other.rgb[i + 2]
    )
      same++;
  }
  return same / (one.width * one.height);
}

/** Share of the pixels that are not black, 0 to 1. */
export function inkOf({ rgb }: Picture): number {
  let inked = 0;
  for (let i = 0; i < rgb.length; i += 3)
    if ((rgb[i] ?? 0) + (rgb[i + 1] ?? 0) + (rgb[i + 2] ?? 0) > 0) inked++;
  return inked / (rgb.length / 3);
}
