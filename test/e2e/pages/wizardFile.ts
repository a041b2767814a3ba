import { expect, type Locator } from '@playwright/test';

/** A file on the host, in one of the ways that the wizard offers. */
export type FileWish =
  | { readonly pool: string; readonly volume: string }
  | { readonly path: string }
  | { readonly drive: string }
  | { readonly url: string };

/** A local file on its way into a pool. */
export interface UploadWish {
  /** A path on this machine, or the content itself. */
  readonly file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  readonly pool?: string;
  readonly volume?: string;
}

/** The place of the wizard that a file is chosen for. */
export class FilePicker {
  readonly group: Locator;
  readonly #label: string;

  constructor(form: Locator, label: string) {
    this.#label = label;
    this.group = form.getByRole('group', { name: label, exact: true });
  }

  async choose(wish: FileWish): Promise<void> {
    if ('path' in wish) {
      await this.from('Path on the host');
      await this.group.getByLabel(`${this.#label}: path on the host`).fill(wish.path);
    } else if ('drive' in wish) {
      await this.from('Drive of the host');
      await this.group.getByLabel('Drive', { exact: true }).selectOption(wish.drive);
    } else if ('url' in wish) {
      await this.from('Web address');
      await this.group.getByLabel(`${this.#label}: web address`).fill(wish.url);
    } else {
      await this.from('Storage pool');
      await this.pool.selectOption(wish.pool);
      await this.volumes.getByRole('radio', { name: wish.volume }).check();
    }
  }

  async from(way: string): Promise<void> {
    await this.group.getByRole('radio', { name: way, exact: true }).check();
  }

  get pool(): Locator {
    return this.group.getByLabel('Pool', { exact: true });
  }

  /** The list of a pool's volumes. */
  get volumes(): Locator {
    return this.group.getByRole('radiogroup', { name: this.#label, exact: true });
  }

  /** Chooses a local file and begins to send it. */
  async startUpload({ file, pool, volume }: UploadWish): Promise<void> {
    await this.from('Upload a file');
    await this.group.locator('input[type=file]').setInputFiles(typeof file === 'string' ? file : { ...file });
    if (pool) await this.group.getByLabel('Upload to pool').selectOption(pool);
    if (volume) await this.group.getByLabel('Name there').fill(volume);
    await this.group.getByRole('button', { name: /^Upload/ }).click();
  }

  /** The upload under way, with its progress and Cancel. */
  get upload(): Locator {
    return this.group.getByRole('region', { name: /^Upload of/ });
  }

  /** Waits until the upload has become a volume, which is then chosen. */
  async uploaded(volume: string, timeout = 60_000): Promise<void> {
    await expect(this.volumes.getByRole('radio', { name: volume })).toBeChecked({ timeout });
  }
}
