import type { Locator, Page } from '@playwright/test';
import { Shell } from './shell.ts';

/** The hardware tab of a machine, or of a draft. */
export class HardwarePage {
  readonly page: Page;
  readonly list: Locator;
  /** What is changed and not applied yet. */
  readonly bar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('navigation', { name: 'Hardware' });
    this.bar = page.getByRole('region', { name: 'Changes' });
  }

  /** The hardware of a machine, from any page. */
  static async of(page: Page, machine: string): Promise<HardwarePage> {
    await new Shell(page).openMachine(machine);
    const hardware = new HardwarePage(page);
    await hardware.open();
    return hardware;
  }

  /** From a machine's page, whichever tab is shown. */
  async open(): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Machine' }).getByRole('tab', { name: 'Hardware' }).click();
    await this.list.waitFor();
  }

  /** Selects a section or a device, and gives its pane. */
  async select(name: string | RegExp): Promise<Locator> {
    await this.item(name).click();
    return this.pane(name);
  }

  item(name: string | RegExp): Locator {
    return this.list.getByRole('button', { name });
  }

  pane(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  /** Opens Add hardware and chooses a kind; gives the dialog. */
  async add(kind: string): Promise<Locator> {
    await this.list.getByRole('button', { name: 'Add hardware' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Add hardware' });
    const kinds = dialog.getByRole('list', { name: 'Kinds of hardware' }).getByRole('button');
    // Their names hold what they are for, too.
    await kinds.filter({ has: this.page.getByText(kind, { exact: true }) }).click();
    return dialog;
  }

  async apply(): Promise<void> {
    await this.bar.getByRole('button', { name: 'Apply', exact: true }).click();
  }
}
