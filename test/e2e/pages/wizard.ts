import { expect, type Locator, type Page } from '@playwright/test';
import { MachinePage } from './machine.ts';

/** What a test wants of the New machine wizard; the rest stays as the wizard proposes. */
export interface WizardWish {
  readonly name: string;
  /** A volume of a pool, or a path on the host. */
  readonly media: { readonly pool: string; readonly volume: string } | { readonly path: string };
  /** Host as its line in the list reads; needed where there are several. */
  readonly host?: string;
  readonly virtType?: 'kvm' | 'qemu';
  readonly memoryMiB?: number;
  readonly vcpus?: number;
  readonly disk?: { readonly pool: string; readonly sizeGiB: number; readonly format?: 'qcow2' | 'raw' };
  readonly network?: string;
  /** A bridge of the host instead of a virtual network. */
  readonly bridge?: string;
}

/** The wizard that makes a machine. */
export class Wizard {
  readonly page: Page;
  readonly form: Locator;

  readonly createButton: Locator;
  /** Why making it failed, on the review. */
  readonly failure: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('form', { name: 'New machine' });
    this.createButton = this.form.getByRole('button', { name: 'Create', exact: true });
    this.failure = this.form.getByRole('alert').filter({ hasText: 'was not created' });
  }

  /** From any page. */
  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('button', { name: 'All machines' })
      .click();
    await this.page.getByRole('button', { name: 'New machine' }).click();
    await this.form.waitFor();
  }

  /** Goes through all steps to the review. */
  async fill(wish: WizardWish): Promise<void> {
    await this.at('How');
    if (wish.host) await this.form.getByLabel('Host', { exact: true }).selectOption({ label: wish.host });
    await this.form.getByLabel('Hypervisor').selectOption(wish.virtType ?? 'qemu');
    await this.next('Media');
    await this.fillMedia(wish.media);
    await this.next('Resources');
    if (wish.vcpus) await this.form.getByLabel('vCPUs').fill(String(wish.vcpus));
    if (wish.memoryMiB) await this.form.getByLabel('Memory (MiB)').fill(String(wish.memoryMiB));
    if (wish.disk) {
      await this.form.getByLabel('Pool for the disk').selectOption(wish.disk.pool);
      await this.form.getByLabel('Size (GiB)').fill(String(wish.disk.sizeGiB));
      if (wish.disk.format) await this.form.getByLabel('Format').selectOption(wish.disk.format);
    }
    await this.next('Network');
    if (wish.network)
      await this.form.getByLabel('Virtual network', { exact: true }).selectOption(wish.network);
    if (wish.bridge) {
      await this.form.getByRole('radio', { name: 'A bridge of the host' }).check();
      await this.form.getByLabel('Bridge', { exact: true }).fill(wish.bridge);
    }
    await this.next('Review');
    await this.form.getByLabel('Name', { exact: true }).fill(wish.name);
  }

  async fillMedia(media: WizardWish['media']): Promise<void> {
    if ('path' in media) {
      await this.form.getByRole('radio', { name: 'A file or drive on the host, by its path' }).check();
      await this.form.getByLabel('Path on the host').fill(media.path);
      return;
    }
    await this.form.getByRole('radio', { name: 'A volume in a storage pool' }).check();
    await this.form.getByLabel('Pool', { exact: true }).selectOption(media.pool);
    await this.form
      .getByRole('radiogroup', { name: 'Installation medium' })
      .getByRole('radio', { name: media.volume })
      .check();
  }

  async next(step: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Next' }).click();
    await this.at(step);
  }

  async at(step: string): Promise<void> {
    await expect(this.form.getByRole('heading', { level: 1, name: step })).toBeVisible();
  }

  async create(): Promise<void> {
    await this.createButton.click();
  }

  /** Creates it and waits for its page. */
  async createAndOpen(name: string): Promise<MachinePage> {
    await this.create();
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible({
      timeout: 60_000,
    });
    return new MachinePage(this.page, name);
  }
}
