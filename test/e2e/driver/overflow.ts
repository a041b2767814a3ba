import type { Page } from '@playwright/test';

/** What may be wider than its place: it scrolls by itself. */
const MAY_SCROLL = '[role="grid"], .xterm, .cm-editor, pre, canvas, [data-scrolls-sideways]';

/**
 * What stands out of the window at a side, or can be scrolled sideways and is neither a table nor a terminal, code
 * or a display, as short descriptions.
 */
export async function sidewaysOverflow(page: Page): Promise<string[]> {
  const found = await page.evaluate(overflowInPage, MAY_SCROLL);
  return found.map(({ tag, classes, text, left, right, width, scrolls }) =>
    scrolls
      ? `${tag}.${classes} “${text}” scrolls sideways`
      : `${tag}.${classes} “${text}” reaches from ${left} to ${right} px of ${width}`,
  );
}

/** Runs in the page: it may name nothing outside of it, and has no functions with names inside. */
function overflowInPage(mayScroll: string) {
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    if (!(element instanceof HTMLElement) || element.closest(mayScroll) || element.querySelector(mayScroll))
      return [];
    const { visibility, clipPath, overflowX } = getComputedStyle(element);
    if (visibility === 'hidden' || clipPath !== 'none' || element.getClientRects().length === 0) return [];
    const scrolls =
      (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1;
    const { left, right } = element.getBoundingClientRect();
    if (!scrolls && right <= width + 1 && left >= -1) return [];
    const text = (element.textContent ?? '').slice(0, 40);
    return [
      { tag: element.tagName.toLowerCase(), classes: element.className, text, left, right, width, scrolls },
    ];
  });
}
