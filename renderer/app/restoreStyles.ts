/** Milliseconds before each further attempt. */
const DELAYS = [100, 500, 2000];

/**
 * Loads style sheets again that did not arrive. A browser gives up all requests under way when a
 * network interface comes up, as happens whenever a machine starts.
 */
export function restoreStyles(delays: readonly number[] = DELAYS): void {
  const [delay, ...rest] = delays;
  const lost = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
    ({ sheet }) => !sheet,
  );
  if (lost.length === 0 || delay === undefined) return;
  setTimeout(() => {
    for (const link of lost) {
      const again = document.createElement('link');
      again.rel = 'stylesheet';
      again.href = link.href;
      again.onerror = () => restoreStyles(rest);
      link.replaceWith(again);
    }
  }, delay);
}
