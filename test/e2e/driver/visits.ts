/** A console of a machine's page that is opened again and again. */
export interface Visit {
  /** The fragment of the machine's page. */
  readonly address: string;
  /** The accessible name of the console. */
  readonly pane: string;
  /** The tab to choose first; null: it is the one that is shown. */
  readonly tab: string | null;
  readonly times: number;
}

/**
 * Goes to the machine's page, waits until the console is connected, and leaves the page, so many times. Runs in the
 * page, where it costs nothing but what it does, and refers to nothing outside of itself.
 */
export async function visitConsole({ address, pane, tab, times }: Visit): Promise<void> {
  const panes = () => [...document.querySelectorAll<HTMLElement>('section[data-phase]')];
  const until = async (what: string, ask: () => boolean): Promise<void> => {
    for (const deadline = performance.now() + 60_000; !ask(); ) {
      if (performance.now() > deadline) {
        const shown = panes().map(
          ({ dataset, textContent }) => `${dataset.phase ?? ''}: ${(textContent ?? '').slice(-300)}`,
        );
        throw new Error(`waited in vain for ${what}; there is ${shown.join(' and ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const choose = (): boolean => {
    const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
    const wanted = tabs.find((element) => element.textContent === tab);
    wanted?.click();
    return wanted !== undefined;
  };
  for (let i = 0; i < times; i++) {
    location.hash = address;
    if (tab !== null) await until(`the tab ${tab}`, choose);
    await until(`${pane} to be connected (visit ${String(i)})`, () =>
      panes().some(
        (element) => element.getAttribute('aria-label') === pane && element.dataset.phase === 'connected',
      ),
    );
    location.hash = '#/';
    await until('the page to be left', () => panes().length === 0);
  }
}
