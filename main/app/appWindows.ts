import type { ChildProcess } from 'node:child_process';
import type { Windows } from '../ipc/windows.ts';

/** A browser that ends sooner than this may have handed its window over to one that was running. */
const SHORT_LIFE_MS = 5000;

/**
 * Watches the browser's windows and tells when the last one is closed: when every browser process has
 * ended and no window is connected any more.
 */
export class AppWindows {
  readonly #windows: Windows;
  readonly #onLastClosed: (exitCode: number) => void;
  readonly #browsers = new Set<ChildProcess>();

  constructor(windows: Windows, onLastClosed: (exitCode: number) => void) {
    this.#windows = windows;
    this.#onLastClosed = onLastClosed;
    windows.onCaller((caller) => caller.onGone(() => this.#checkAfter(SHORT_LIFE_MS / 2, 0)));
  }

  /** Takes a started browser into account. */
  add(browser: ChildProcess): void {
    const started = Date.now();
    const ended = (code: number | null) => {
      this.#browsers.delete(browser);
      const brief = Date.now() - started < SHORT_LIFE_MS;
      this.#checkAfter(brief ? SHORT_LIFE_MS : 200, code ?? 1);
    };
    this.#browsers.add(browser);
    browser.once('exit', ended);
    browser.once('error', () => ended(1));
  }

  /** Ends the browsers. */
  close(): void {
    for (const browser of this.#browsers) browser.kill('SIGTERM');
  }

  #checkAfter(delayMs: number, exitCode: number): void {
    setTimeout(() => {
      if (this.#browsers.size === 0 && this.#windows.callers.length === 0) this.#onLastClosed(exitCode);
    }, delayMs).unref();
  }
}
