import { createServer } from 'node:net';
import { expect } from '@playwright/test';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

/** A port at which somebody takes calls and says nothing. */
async function silentPort(stage: Stage): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, stage.lab.client.address, resolve));
  stage.atEnd(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** Where nobody answers. */
const NOBODY = 'qemu+tcp://hv2:1/system';
const STATES = ['hv4', 'hv5', 'Demo'];

async function removeStates(stage: Stage): Promise<void> {
  for (const name of STATES) await stage.remove(name);
}

/** What is around every page. */
export const shell: readonly Scene[] = [
  {
    name: 'sidebar-states',
    open: async (stage) => {
      await stage.furnish('hv1', 'hv2');
      await stage.addLater(NOBODY, { name: 'hv4', group: 'Hamburg' });
      await stage.addLater(`qemu+tcp://client:${await silentPort(stage)}/system`, {
        name: 'hv5',
        group: 'Hamburg',
      });
      await stage.add('test:///default', { name: 'Demo', readOnly: true, group: 'Hamburg' });
      await expect(stage.shell.host(/^hv4, Could not connect/)).toBeVisible({ timeout: 30_000 });
      await expect(stage.shell.host(/^hv5, /)).not.toHaveAccessibleName(/Connected|Could not/);
      await stage.shell.openFleet();
    },
    leave: removeStates,
  },
  {
    name: 'connection-problem',
    open: async (stage) => {
      const problem = stage.shell.problem(/./).first();
      await stage.addLater(NOBODY, { name: 'hv4' });
      await problem.getByRole('button').first().click();
      await expect(stage.page.getByRole('dialog', { name: 'What went wrong' })).toBeVisible();
    },
    leave: async (stage) => {
      await stage.page.keyboard.press('Escape');
      await removeStates(stage);
    },
  },
  {
    name: 'host-failed',
    open: async (stage) => {
      await stage.addLater(NOBODY, { name: 'hv4' });
      await stage.shell.host(/^hv4, /).click();
      await expect(stage.page.getByRole('main').getByRole('alert')).toBeVisible();
    },
    leave: removeStates,
  },
  {
    name: 'host-menu',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.shell.host(/^hv1, /).click({ button: 'right' });
      await expect(stage.page.getByRole('menuitem', { name: 'Test connection' })).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'palette',
    open: async (stage) => {
      await stage.furnish('hv1', 'hv2');
      await stage.page.keyboard.press('Control+k');
      await expect(
        stage.page.getByRole('listbox', { name: 'Commands' }).getByRole('option').first(),
      ).toBeVisible();
    },
  },
  {
    name: 'palette-search',
    open: async (stage) => {
      await stage.furnish('hv1', 'hv2');
      await stage.page.keyboard.press('Control+k');
      await stage.page.keyboard.type('web');
      await expect(stage.page.getByRole('option', { name: /web1/ }).first()).toBeVisible();
    },
  },
  {
    name: 'shortcuts',
    open: async ({ page }) => {
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    name: 'page-missing',
    open: async ({ page, address }) => {
      await page.goto(`${address}/#/nowhere`);
      await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Not found');
    },
  },
];
