import { expect, type Locator, type Page } from '@playwright/test';

/** What a test fills in of a connection; the rest stays as it is. */
export interface ConnectionWish {
  readonly hypervisor?: string;
  readonly transport?: string;
  readonly host?: string;
  readonly user?: string;
  readonly port?: string;
  /** By the labels of the advanced part. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly group?: string;
  readonly colour?: string;
  readonly readOnly?: boolean;
  readonly production?: boolean;
}

/** The dialog that adds or changes a connection. */
export class ConnectionForm {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page, title: string | RegExp = 'Add connection') {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: title });
  }

  static async add(page: Page): Promise<ConnectionForm> {
    const navigation = page.getByRole('navigation', { name: 'Navigation' });
    await navigation.getByRole('button', { name: 'Add connection' }).click();
    const form = new ConnectionForm(page);
    await form.dialog.waitFor();
    return form;
  }

  get uri(): Locator {
    return this.dialog.getByLabel('Address (URI)');
  }

  async fill(wish: ConnectionWish): Promise<void> {
    const field = (label: string) => this.dialog.getByLabel(label, { exact: true });
    if (wish.hypervisor) await field('Hypervisor').selectOption({ label: wish.hypervisor });
    if (wish.transport) await field('Reached by').selectOption({ label: wish.transport });
    if (wish.host) await field('Host').fill(wish.host);
    if (wish.user) await field('User').fill(wish.user);
    if (wish.port) await field('Port').fill(wish.port);
    if (wish.parameters) await this.openAdvanced();
    for (const [label, value] of Object.entries(wish.parameters ?? {})) await field(label).fill(value);
    if (wish.name !== undefined) await field('Name').fill(wish.name);
    if (wish.group) await field('Group').fill(wish.group);
    if (wish.colour) await field('Colour').selectOption({ label: wish.colour });
    if (wish.readOnly !== undefined) await field('Read-only').setChecked(wish.readOnly);
    if (wish.production !== undefined) await field('Production host').setChecked(wish.production);
  }

  /** Examines the connection, and waits until that is over. */
  async test(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(this.verdict).toHaveAttribute('data-verdict', /good|warning|bad/, { timeout: 90_000 });
  }

  /** What the examination says on the whole. */
  get verdict(): Locator {
    return this.examination.getByRole('status');
  }

  /** A step of the examination by its title. */
  step(title: string): Locator {
    return this.examination
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) });
  }

  private get examination(): Locator {
    return this.dialog.getByRole('region', { name: 'Test of the connection' });
  }

  async openAdvanced(): Promise<void> {
    const disclosure = this.dialog.getByRole('button', { name: /^Advanced/ });
    if ((await disclosure.getAttribute('aria-expanded')) === 'false') await disclosure.click();
  }

  /** Sends it and waits until it is taken. */
  async send(button: 'Connect' | 'Save' | 'Save and connect' = 'Connect'): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }
}

/** A question of a host, ssh or the keyring. */
export class PromptDialog {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page, title: string | RegExp) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: title });
  }

  /** Types a secret and sends it; waits for this question to be over. */
  async answer(label: string, secret: string): Promise<void> {
    const field = this.dialog.getByLabel(label, { exact: true });
    await field.fill(secret);
    await field.press('Enter');
  }

  async press(button: 'Accept' | 'Refuse' | 'Cancel' | 'Yes' | 'No'): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
  }
}
