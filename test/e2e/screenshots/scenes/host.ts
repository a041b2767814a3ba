import { expect } from '@playwright/test';
import type { Scene } from '../scene.ts';

/** The page of one host. */
export const host: readonly Scene[] = [
  {
    name: 'host-overview',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.openHost('hv1', 'Overview');
      await expect(stage.page.getByRole('main')).toContainText('x86_64');
      await stage.page.waitForTimeout(4000);
    },
  },
  {
    name: 'host-machines',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.openHost('hv1', 'Machines');
      await expect(stage.shell.row('web1')).toBeVisible();
    },
  },
  {
    name: 'host-storage',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.openHost('hv1', 'Storage');
      await stage.page.getByRole('button', { name: 'media' }).click();
      await expect(stage.page.getByRole('table', { name: 'Volumes' })).toContainText('tiny.iso');
    },
  },
  {
    name: 'host-networks',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.openHost('hv1', 'Networks');
      await expect(stage.page.getByRole('table', { name: 'Networks' })).toContainText('default');
    },
  },
  {
    name: 'host-production',
    open: async (stage) => {
      await stage.furnish('hv2');
      await stage.openHost('hv2', 'Overview');
      await expect(stage.page.getByRole('main')).toContainText('x86_64');
    },
  },
  {
    name: 'host-lost',
    open: async (stage) => {
      await stage.furnish('hv3');
      await stage.openHost('hv3', 'Overview');
      await expect(stage.page.getByRole('main')).toContainText('x86_64');
      await stage.host('hv3').faults.kill('libvirtd');
      await expect(stage.page.getByRole('main')).toContainText(/last seen/, { timeout: 30_000 });
    },
    leave: (stage) => stage.bringBack('hv3'),
  },
  {
    name: 'host-closed',
    open: async (stage) => {
      await stage.add('test:///default', { name: 'Demo' });
      await stage.page.getByRole('button', { name: 'Host actions' }).click();
      await stage.page.getByRole('menuitem', { name: 'Disconnect' }).click();
      await expect(
        stage.page.getByRole('main').getByRole('button', { name: 'Connect', exact: true }),
      ).toBeVisible();
    },
    leave: (stage) => stage.remove('Demo'),
  },
];
