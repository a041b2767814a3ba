import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { repository } from '../driver/paths.ts';

const SCHEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;

/** Where the pictures go; git ignores it. */
export const folder = join(repository, 'screenshots');

/** Takes every scene in light and dark, wide and narrow, and notices what does not fit. */
export class Camera {
  readonly #problems: string[] = [];
  #taken = 0;

  get taken(): number {
    return this.#taken;
  }

  /** What went wrong so far, a line each. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  complain(problem: string): void {
    this.#problems.push(problem);
    process.stderr.write(`${problem}\n`);
  }

  async take(page: Page, scene: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // Charts and consoles paint a frame after they were resized.
        await page.waitForTimeout(250);
        const name = `${scene}-${colorScheme}-${size.width}x${size.height}`;
        await page.screenshot({
          path: join(folder, `${name}.png`),
          animations: 'disabled',
          caret: 'initial',
        });
        this.#taken++;
      }
      const overflow = await page.evaluate(overflowing);
      for (const what of overflow) this.complain(`${scene} at ${size.width}x${size.height}: ${what}`);
    }
    await page.setViewportSize(SIZES[0]);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  /** Keeps one of the pictures for the README. */
  keepForReadme(scene: string): void {
    const images = join(repository, 'docs/images');
    mkdirSync(images, { recursive: true });
    copyFileSync(join(folder, `${scene}-light-1280x800.png`), join(images, 'fleet.png'));
  }
}

/** Controls that stand out of the window, where nobody can scroll them in. Runs in the page. */
function overflowing(): string[] {
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = document.documentElement;
  const problems: string[] = [];
  if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth - clientWidth} pixels too wide`);
  if (scrollHeight > clientHeight)
    problems.push(`the page is ${scrollHeight - clientHeight} pixels too high`);
  for (const element of document.querySelectorAll('button, input, select, a[href], [role=tab]')) {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const outside = left < -1 || top < -1 || right > clientWidth + 1 || bottom > clientHeight + 1;
    if (outside && !scrolls(element)) {
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      problems.push(`"${name.trim().slice(0, 40)}" is outside of the window`);
    }
  }
  return problems;

  function scrolls(element: Element): boolean {
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(parent);
      if (/auto|scroll/.test(overflowX + overflowY)) return true;
    }
    return false;
  }
}
