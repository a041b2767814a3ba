import type { Page } from '@playwright/test';

/**
 * What stands out of the window to the right, or can be scrolled sideways, as short descriptions. Tables, terminals,
 * code and displays may be wider than their place: they scroll by themselves.
 */
export function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const MAY = '[role="grid"], .xterm, .cm-editor, pre, canvas, [data-scrolls-sideways]';
    const width = document.documentElement.clientWidth;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`;
    const isHidden = (element: Element) => {
      const { visibility, clipPath } = getComputedStyle(element);
      return visibility === 'hidden' || clipPath !== 'none' || element.getClientRects().length === 0;
    };
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || element.closest(MAY) || isHidden(element)) continue;
      if (element.querySelector(MAY)) continue;
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      if (scrolls && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${name(element)} scrolls sideways: ${element.scrollWidth} of ${element.clientWidth} px`);
      }
      const { right, left } = element.getBoundingClientRect();
      if (right > width + 1 || left < -1)
        found.push(`${name(element)} reaches from ${left} to ${right} px of ${width}`);
    }
    return found;
  });
}
