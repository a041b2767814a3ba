import { expect, type Locator, type Page } from '@playwright/test';

/** Pixels of a picture, three bytes each: red, green, blue. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** A console of either kind. */
class Pane {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.pane = page.getByRole('region', { name, exact: true });
  }

  /** Waits until bytes can flow. */
  async connected(timeout = 30_000): Promise<void> {
    await expect(this.pane).toHaveAttribute('data-phase', 'connected', { timeout });
  }
}

/** A display. */
export class GraphicsPane extends Pane {
  get canvas(): Locator {
    return this.pane.locator('canvas').first();
  }

  /** What is on the canvas, in the guest's own pixels, however it is scaled. */
  async picture(): Promise<Picture> {
    const { width, height, base64 } = await this.canvas.evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error('not a canvas');
      const { width, height } = element;
      const data = element.getContext('2d')?.getImageData(0, 0, width, height).data;
      if (!data) throw new Error('the canvas cannot be read');
      let text = '';
      for (let i = 0; i < data.length; i += 4) {
        text += String.fromCharCode(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
      }
      return { width, height, base64: btoa(text) };
    });
    return { width, height, rgb: Buffer.from(base64, 'base64') };
  }

  /** Types as on the guest's keyboard: the guest sees keys, so that capitals need Shift. */
  async type(text: string): Promise<void> {
    await this.canvas.click();
    for (const letter of text) {
      const shifted = /[A-Z]/.test(letter);
      await this.page.keyboard.press(shifted ? `Shift+${letter}` : letter, { delay: 40 });
    }
    await this.page.keyboard.press('Enter');
  }
}

/** A terminal. */
export class TextPane extends Pane {
  /** What can be seen, without the blanks at the ends of lines and of the whole. */
  async screen(): Promise<string> {
    const rows = await this.pane.locator('.xterm-rows > div').allInnerTexts();
    return rows
      .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
      .join('\n')
      .trimEnd();
  }

  /** Waits until the terminal shows something that matches. */
  async shows(pattern: RegExp, timeout = 30_000): Promise<void> {
    await expect(async () => expect(await this.screen()).toMatch(pattern)).toPass({ timeout });
  }

  /** Presses Enter until the guest's prompt comes: what a guest says while nobody listens is lost. */
  async prompt(pattern: RegExp, timeout: number): Promise<void> {
    await expect(async () => {
      await this.connected(1000);
      await this.type('');
      await this.shows(pattern, 1500);
    }).toPass({ timeout });
  }

  /** A line of the menu of the terminal. */
  async choose(entry: string): Promise<void> {
    await this.pane.getByRole('button', { name: 'Terminal' }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** As a user's Ctrl+Shift+V: the browser hands the terminal what is in the clipboard. */
  async paste(text: string): Promise<void> {
    await this.pane.locator('.xterm-helper-textarea').evaluate((area, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  async type(text: string): Promise<void> {
    await this.pane.locator('.xterm').click();
    await this.page.keyboard.type(text, { delay: 20 });
    await this.page.keyboard.press('Enter');
  }
}
