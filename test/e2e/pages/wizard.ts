import { expect, type Locator, type Page } from '@playwright/test';
import { MachinePage } from './machine.ts';
import { FilePicker, type FileWish } from './wizardFile.ts';

/** The methods, as the wizard calls them. */
export const METHOD_NAMES = {
  iso: 'ISO image or CD-ROM',
  import: 'Import a disk',
  cloud: 'Cloud image',
  tree: 'Network install tree',
  pxe: 'Network boot (PXE)',
  kernel: 'Kernel and initrd',
  empty: 'Empty machine',
  'os-container': 'OS container',
  'app-container': 'Application container',
} as const;
export type Method = keyof typeof METHOD_NAMES;

/** What a test wants of the wizard's first step. */
export interface HowWish {
  /** Host as its line in the list reads; needed where there are several. */
  readonly host?: string;
  /** Null: as the wizard proposes. */
  readonly virtType?: 'kvm' | 'qemu' | 'lxc' | null;
  readonly machine?: string;
}

/** What a test wants of the steps after the second; the rest stays as the wizard proposes. */
export interface RestWish {
  readonly name: string;
  readonly memoryMiB?: number;
  readonly vcpus?: number;
  readonly disk?: { readonly pool: string; readonly sizeGiB: number; readonly format?: 'qcow2' | 'raw' };
  readonly network?: string;
  /** A bridge of the host instead of a virtual network. */
  readonly bridge?: string;
}

/** Everything for an installation from an ISO. */
export interface WizardWish extends HowWish, RestWish {
  readonly media: FileWish;
}

/** The wizard that makes a machine. */
export class Wizard {
  readonly page: Page;
  readonly form: Locator;

  readonly createButton: Locator;
  /** Why making it failed, on the review. */
  readonly failure: Locator;
  /** Which system it is taken for. */
  readonly system: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('form', { name: 'New machine' });
    this.createButton = this.form.getByRole('button', { name: 'Create', exact: true });
    this.failure = this.form.getByRole('alert').filter({ hasText: 'was not created' });
    this.system = this.form.getByRole('region', { name: 'Operating system' });
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

  /** Goes through all steps of an installation from an ISO, to the review. */
  async fill(wish: WizardWish): Promise<void> {
    await this.how('iso', wish);
    await this.next('Media');
    await this.fillMedia(wish.media);
    await this.rest(wish);
  }

  /** The first step. Virtual machines are emulated unless a test wants something else. */
  async how(method: Method, wish: HowWish = {}): Promise<void> {
    await this.at('How');
    if (wish.host) await this.form.getByLabel('Host', { exact: true }).selectOption({ label: wish.host });
    await this.methods.getByRole('radio', { name: METHOD_NAMES[method], exact: true }).check();
    const architecture = this.form.getByRole('region', { name: 'Architecture' });
    await this.disclose('Architecture');
    const { virtType = method.endsWith('container') ? 'lxc' : 'qemu' } = wish;
    if (virtType !== null) await architecture.getByLabel('Hypervisor').selectOption(virtType);
    if (wish.machine) await architecture.getByLabel('Machine type').selectOption(wish.machine);
  }

  get methods(): Locator {
    return this.form.getByRole('radiogroup', { name: 'Method' });
  }

  /** From the second step to the review. */
  async rest(wish: RestWish): Promise<void> {
    await this.next('Resources');
    await this.resources(wish);
    await this.restAfterResources(wish);
  }

  /** From the third step to the review. */
  async restAfterResources(wish: Pick<RestWish, 'name' | 'network' | 'bridge'>): Promise<void> {
    await this.next('Network');
    if (wish.network)
      await this.card(1).getByRole('combobox', { name: 'Virtual network' }).selectOption(wish.network);
    if (wish.bridge) {
      await this.card(1).getByRole('radio', { name: 'Bridge' }).check();
      await this.card(1).getByPlaceholder('br0').fill(wish.bridge);
    }
    await this.next('Review');
    await this.form.getByLabel('Name', { exact: true }).fill(wish.name);
  }

  async resources(wish: Omit<RestWish, 'name'>): Promise<void> {
    if (wish.vcpus) await this.form.getByRole('textbox', { name: 'vCPUs' }).fill(String(wish.vcpus));
    if (wish.memoryMiB) await this.form.getByLabel('Memory (MiB)').fill(String(wish.memoryMiB));
    if (!wish.disk) return;
    await this.disk(1).getByLabel('Pool', { exact: true }).selectOption(wish.disk.pool);
    await this.disk(1).getByLabel('Size (GiB)').fill(String(wish.disk.sizeGiB));
    if (wish.disk.format) await this.disk(1).getByLabel('Format').selectOption(wish.disk.format);
  }

  /** A disk of the list; the first is 1, and of an import or a cloud image the method's own is the first. */
  disk(number: number): Locator {
    return this.form.getByRole('group', { name: `Disk ${number}`, exact: true });
  }

  /** Has a disk of the list be a volume that exists. */
  async existingDisk(number: number, { pool, volume }: { pool: string; volume: string }): Promise<void> {
    const disk = this.disk(number);
    await disk.getByRole('radio', { name: 'A volume that exists' }).check();
    await disk.getByLabel('Pool', { exact: true }).selectOption(pool);
    await disk
      .getByRole('radiogroup', { name: `Volume of disk ${number}` })
      .getByRole('radio', { name: volume })
      .check();
  }

  card(number: number): Locator {
    return this.form.getByRole('group', { name: `Network card ${number}`, exact: true });
  }

  async addDisk(): Promise<void> {
    await this.form.getByRole('button', { name: 'Add disk' }).click();
  }

  async addCard(): Promise<void> {
    await this.form.getByRole('button', { name: 'Add network card' }).click();
  }

  /** A place that a file is chosen for, by its label: "Installation medium", "Kernel", "Cloud image"... */
  file(label: string): FilePicker {
    return new FilePicker(this.form, label);
  }

  async fillMedia(media: FileWish): Promise<void> {
    await this.file('Installation medium').choose(media);
  }

  /** Opens what is closed at first: "Architecture", "Compose", "More", "Devices"... */
  async disclose(title: string, within: Locator = this.form): Promise<void> {
    const button = within.getByRole('region', { name: title }).getByRole('button', { name: title }).first();
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }

  /** Chooses the system from the searched list. `name` as the list shows it. */
  async chooseSystem(search: string, name: string): Promise<void> {
    await this.system.getByRole('button', { name: 'Choose' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Operating system' });
    await dialog.getByLabel('Search systems').fill(search);
    await dialog.getByRole('radio', { name, exact: true }).check();
    await dialog.getByRole('button', { name: 'Choose' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Goes on; the step's heading is waited for. Without a name, any other step. */
  async next(step: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Next' }).click();
    await this.at(step);
  }

  async back(step: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Back' }).click();
    await this.at(step);
  }

  async at(step: string): Promise<void> {
    await expect(this.form.getByRole('heading', { level: 1, name: step, exact: true })).toBeVisible();
  }

  /** One of "Definition", "First boot", "Volumes", "Commands". */
  async openTab(name: string): Promise<void> {
    await this.form.getByRole('tab', { name }).click();
  }

  async create(): Promise<void> {
    await this.createButton.click();
  }

  /** Creates it and waits for its page, which is called after a machine without a title. */
  async createAndOpen(name: string, timeout = 60_000): Promise<MachinePage> {
    await this.create();
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible({ timeout });
    return new MachinePage(this.page, name);
  }
}
