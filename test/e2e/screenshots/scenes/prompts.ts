import { expect } from '@playwright/test';
import { labPassword } from '../../../hosts/index.ts';
import { PromptDialog } from '../../pages/connections.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const NAME = 'Storage lab';
const URI = 'qemu+ssh://admin@hv3/system';

const forgetButton = ({ page }: Stage) => page.getByRole('button', { name: /^Forget the / }).first();

const signInOf = ({ page }: Stage) => new PromptDialog(page, `Sign in to ${NAME}`);

async function clear(stage: Stage): Promise<void> {
  for (const button of ['Refuse', 'Cancel']) {
    const found = stage.page.getByRole('dialog').getByRole('button', { name: button, exact: true });
    if (await found.isVisible()) await found.click();
  }
  await stage.remove(NAME);
  await stage.lab.client.chooseSsh();
}

/** Questions that come while a host is being connected. */
const questions: readonly Scene[] = [
  {
    name: 'prompt-unknown-key',
    open: async (stage) => {
      await stage.lab.client.chooseSsh({ key: 'none', known: 'none' });
      await stage.addLater(URI, { name: NAME });
      await new PromptDialog(stage.page, `Is this ${NAME}?`).dialog.waitFor({ timeout: 30_000 });
    },
    leave: clear,
  },
  {
    name: 'prompt-changed-key',
    open: async (stage) => {
      await stage.lab.client.chooseSsh({ known: 'changed' });
      await stage.addLater(URI, { name: NAME });
      await expect(stage.page.getByRole('main').getByRole('alert')).toContainText('another host key', {
        timeout: 30_000,
      });
    },
    leave: clear,
  },
  {
    name: 'prompt-password',
    open: async (stage) => {
      await stage.lab.client.chooseSsh({ key: 'none' });
      await stage.addLater(URI, { name: NAME });
      await signInOf(stage).dialog.waitFor({ timeout: 30_000 });
    },
    leave: clear,
  },
  {
    name: 'prompt-password-refused',
    open: async (stage) => {
      const signIn = signInOf(stage);
      await stage.lab.client.chooseSsh({ key: 'none' });
      await stage.addLater(URI, { name: NAME });
      await signIn.dialog.waitFor({ timeout: 30_000 });
      await signIn.answer('Password', 'not this one');
      await expect(signIn.dialog.getByRole('alert')).toContainText('refused', { timeout: 30_000 });
    },
    leave: clear,
  },
];

const settings: readonly Scene[] = [
  {
    name: 'settings',
    open: async ({ shell, page }) => {
      await shell.navigation.getByRole('button', { name: 'Settings' }).click();
      await expect(page.getByText('Remembered passwords')).toBeVisible();
      await expect(page.getByText('None.')).toBeVisible();
    },
  },
  {
    name: 'settings-remembered',
    open: async (stage) => {
      await stage.lab.client.chooseSsh({ key: 'none' });
      await stage.addLater(URI, { name: NAME });
      const signIn = signInOf(stage);
      await signIn.dialog.waitFor({ timeout: 30_000 });
      await signIn.dialog.getByRole('checkbox').check();
      await signIn.answer('Password', labPassword);
      await expect(stage.shell.host(new RegExp(`^${NAME}, Connected`))).toBeVisible({ timeout: 60_000 });
      await stage.shell.navigation.getByRole('button', { name: 'Settings' }).click();
      await expect(forgetButton(stage)).toBeVisible();
    },
    sight: forgetButton,
    leave: clear,
  },
];

export const prompts: readonly Scene[] = [...questions, ...settings];
