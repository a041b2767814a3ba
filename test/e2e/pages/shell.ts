import type { Locator, Page } from '@playwright/test';
import { MachinePage } from './machine.ts';

/** The window: what is there on every page. */
export class Shell {
  readonly page: Page;
  readonly grid: Locator;
  readonly navigation: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Machines' });
    this.navigation = page.getByRole('navigation', { name: 'Navigation' });
  }

  /** A machine's row in the fleet. */
  row(name: string): Locator {
    return this.grid
      .getByRole('row')
      .filter({ has: this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
  }

  /** A host's line in the sidebar, in a group or not; its state is part of its name. */
  host(name: string | RegExp): Locator {
    return this.navigation.locator('[data-status]').and(this.navigation.getByRole('treeitem', { name }));
  }

  /** What is wrong with a host, under its line. */
  problem(text: string | RegExp): Locator {
    return this.navigation.getByRole('treeitem', { name: text }).and(this.page.getByLabel(/^Problem: /));
  }

  async openFleet(): Promise<void> {
    await this.navigation.getByRole('button', { name: 'All machines' }).click();
  }

  /** From the fleet to a machine's page. */
  async openMachine(name: string): Promise<MachinePage> {
    await this.row(name).dblclick();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
    return new MachinePage(this.page, name);
  }

  /** Opens the dialog for a new connection, fills it and sends it. */
  async addConnection(uri: string, options: { readOnly?: boolean } = {}): Promise<void> {
    await this.navigation.getByRole('button', { name: 'Add connection' }).click();
    const dialog = this.dialog('Add connection');
    await dialog.getByLabel('Address (URI)').fill(uri);
    if (options.readOnly) await dialog.getByRole('checkbox', { name: 'Read-only' }).check();
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** A notice at the edge of the window. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }
}
