import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { sidewaysOverflow } from '../driver/overflow.ts';
import { repository } from '../driver/paths.ts';

/** Where the pictures go; git ignores it. */
export const pictureFolder = join(repository, 'screenshots');

export type Scheme = 'light' | 'dark';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const SIZES: readonly [Size, ...Size[]] = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];

/** Charts, consoles and tables paint a frame or two after they were resized. In milliseconds. */
const SETTLE = 300;

/** The file name of a picture. */
export function pictureName(scene: string, scheme: Scheme, { width, height }: Size): string {
  return `${scene}-${scheme}-${width}x${height}.png`;
}

/** Removes the pictures of a scene that an earlier run has left. */
export function clearPictures(scene: string): void {
  mkdirSync(pictureFolder, { recursive: true });
  const own = new Set(SIZES.flatMap((size) => SCHEMES.map((scheme) => pictureName(scene, scheme, size))));
  for (const file of readdirSync(pictureFolder)) if (own.has(file)) rmSync(join(pictureFolder, file));
}

/**
 * Takes what the window shows in light and dark, wide and narrow, and leaves it light and wide. Tells of every file,
 * and returns what does not fit into the window. `sight` is scrolled into view for each picture.
 */
export async function takePictures(
  page: Page,
  scene: string,
  taken: (path: string) => void,
  sight?: Locator,
): Promise<string[]> {
  const problems: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(SETTLE);
      await sight?.scrollIntoViewIfNeeded();
      const path = join(pictureFolder, pictureName(scene, colorScheme, size));
      await page.screenshot({ path, animations: 'disabled' });
      taken(path);
    }
    const found = await sidewaysOverflow(page);
    problems.push(...found.map((problem) => `${size.width}x${size.height}: ${problem}`));
  }
  await page.setViewportSize(SIZES[0]);
  await page.emulateMedia({ colorScheme: 'light' });
  return problems;
}
