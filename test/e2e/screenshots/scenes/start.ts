import { expect } from '@playwright/test';
import type { Scene } from '../scene.ts';

/** Before there is anything to see. They come first, while there are neither connections nor machines. */
export const start: readonly Scene[] = [
  {
    name: 'start-demo',
    open: async ({ shell }) => {
      await expect(shell.row('test')).toContainText('Running');
    },
  },
  {
    name: 'start-first',
    open: async (stage) => {
      const { page } = stage;
      await stage.removeAll();
      await expect(page.getByRole('main')).toContainText(
        /No hypervisor on this machine|found on this machine/,
      );
    },
  },
  {
    name: 'start-nothing-works',
    open: async (stage) => {
      const { shell, page } = stage;
      await stage.removeAll();
      await stage.addLater('qemu+tcp://hv2:1/system', { name: 'hv2' });
      await expect(shell.host(/^hv2, Could not connect/)).toBeVisible({ timeout: 30_000 });
      await shell.openFleet();
      await expect(page.getByRole('heading', { name: 'No host could be connected' })).toBeVisible();
    },
    leave: (stage) => stage.remove('hv2'),
  },
  {
    name: 'fleet-empty',
    open: async (stage) => {
      const { shell, page } = stage;
      await stage.removeAll();
      await stage.connect('hv3');
      await shell.openFleet();
      await expect(page.getByText('No machines yet')).toBeVisible();
    },
  },
  {
    name: 'activity-empty',
    open: async ({ shell, page }) => {
      await shell.navigation.getByRole('button', { name: 'Activity' }).click();
      await expect(page.getByText('Nothing is going on')).toBeVisible();
    },
    leave: ({ shell }) => shell.navigation.getByRole('button', { name: 'Activity' }).click(),
  },
];
