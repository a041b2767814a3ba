import type { Locator, Page } from '@playwright/test';
import { GraphicsPane, TextPane } from './console.ts';

/** The page of one machine. */
export class MachinePage {
  readonly page: Page;
  readonly name: string;
  /** The state as a word, beside the name. */
  readonly header: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.header = page.locator('header').filter({ has: page.getByRole('heading', { level: 1, name }) });
  }

  async openTab(name: 'Console' | 'Overview' | 'Hardware' | 'XML' | 'History'): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Machine' }).getByRole('tab', { name }).click();
  }

  /** An action by its button or its line in the menu; answers the question whether it is meant. */
  async act(label: string, options: { confirm: boolean }): Promise<void> {
    const button = this.header.getByRole('button', { name: label, exact: true });
    if (await button.isVisible()) {
      await button.click();
    } else {
      await this.header.getByRole('button', { name: 'More actions' }).click();
      await this.page.getByRole('menuitem', { name: label, exact: true }).click();
    }
    if (!options.confirm) return;
    const dialog = this.page.getByRole('dialog', { name: `${label} ${this.name}?` });
    await dialog.getByRole('button', { name: label, exact: true }).click();
  }

  /** Brings a console to the front by the title of its tab. */
  async openConsole(title: string | RegExp): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Consoles' }).getByRole('tab', { name: title }).click();
  }

  graphics(title: string): GraphicsPane {
    return new GraphicsPane(this.page, `${title} of ${this.name}`);
  }

  text(title: string): TextPane {
    return new TextPane(this.page, `${title} of ${this.name}`);
  }
}
