import { expect, type Page } from '@playwright/test';
import type { GuestConsole } from '../../hosts/index.ts';
import { germanKeymap } from './germanKeyboard.ts';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

/** More than 2000 characters: all of ASCII that can be seen, and what Germans write, in lines that a terminal takes. */
export const SCRIPT = Array.from(
  { length: 19 },
  (_, index) => `${String(index).padStart(2, '0')} ${ASCII} äöüÄÖÜß§€\n`,
).join('');

/** Where the guest keeps what is typed on its second screen. */
const TYPED = '/tmp/typed';

/** Gives a guest a German keyboard, shows its second screen, and lets it write what is typed there into a file. */
export async function listenOnScreen(guest: GuestConsole): Promise<void> {
  await guest.command(`sh echo ${germanKeymap().toString('base64')} | base64 -d | loadkmap && chvt 2`);
  await guest.command(`sh : >${TYPED}; cat </dev/tty2 >>${TYPED} 2>&1 &`);
}

/** Waits until the guest has as many bytes as the text, and gives what it has. Its first screen is shown again. */
export async function typedOnScreen(guest: GuestConsole, text: string): Promise<string> {
  const wanted = Buffer.byteLength(text);
  await expect(async () => {
    expect(Number(await guest.command(`sh wc -c <${TYPED}`))).toBeGreaterThanOrEqual(wanted);
  })
    .toPass({ timeout: 20_000 })
    // What came instead says more.
    .catch(() => {});
  const typed = await guest.command(`sh base64 ${TYPED}`);
  await guest.command('sh chvt 1');
  return Buffer.from(typed, 'base64').toString();
}

/** Types a text as keystrokes on a German keyboard through the dialog, and waits until that is done. */
export async function typeAsKeystrokes(page: Page, text: string, timeoutMs: number): Promise<void> {
  await page.getByRole('button', { name: 'Send keys' }).click();
  await page.getByRole('menuitem', { name: 'Type text…', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const layout = dialog.getByRole('combobox', { name: 'Keyboard layout of the guest' });
  await layout.click();
  await page.getByRole('option', { name: 'German', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  const preview = dialog.getByRole('button', { name: 'Preview…' });
  if (await preview.isVisible()) await preview.click();
  await dialog.getByRole('button', { name: 'Type', exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: timeoutMs });
}
