import { expect } from '@playwright/test';
import type { Scene } from '../scene.ts';

/** Everything of a machine's page but its consoles. */
export const machine: readonly Scene[] = [
  {
    name: 'machine-overview',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('web1');
      await machine.openTab('Overview');
      await expect(stage.page.getByRole('table', { name: 'Network cards' })).toContainText('52:54');
      await expect(stage.page.getByRole('region', { name: 'Guest' })).toContainText('Tiny guest', {
        timeout: 90_000,
      });
      // The graphs have something to show after a few values.
      await stage.page.waitForTimeout(8000);
    },
  },
  {
    name: 'machine-overview-guest',
    after: 'machine-overview',
    open: async ({ page }) => page.getByRole('table', { name: 'Network cards' }).scrollIntoViewIfNeeded(),
    sight: ({ page }) => page.getByRole('region', { name: 'Guest' }),
  },
  {
    name: 'machine-overview-editing',
    after: 'machine-overview',
    open: async ({ page }) => {
      const about = page.getByRole('region', { name: 'About' });
      await about.getByRole('button', { name: 'Edit notes' }).click();
      await about
        .getByRole('textbox', { name: 'Notes' })
        .fill('Certificates are renewed on Mondays.\nAsk Anna.');
    },
    leave: ({ page }) => page.getByRole('textbox', { name: 'Notes' }).press('Escape'),
  },
  {
    name: 'machine-history',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('web1');
      await machine.openTab('Overview');
      const about = stage.page.getByRole('region', { name: 'About' });
      await about.getByRole('button', { name: 'Edit title' }).click();
      await about.getByRole('textbox', { name: 'Title' }).fill('Shop');
      await about.getByRole('textbox', { name: 'Title' }).press('Enter');
      await expect(about.getByText('Shop')).toBeVisible();
      await about.getByRole('button', { name: 'Edit title' }).click();
      await about.getByRole('textbox', { name: 'Title' }).fill('');
      await about.getByRole('textbox', { name: 'Title' }).press('Enter');
      await expect(about.getByText('No title')).toBeVisible();
      await machine.openTab('History');
      const list = stage.page.getByRole('list', { name: 'History' });
      await list.getByRole('button').nth(1).click();
      await expect(stage.page.getByRole('list', { name: 'What was changed' })).toBeVisible();
    },
  },
  {
    name: 'machine-history-restore',
    after: 'machine-history',
    open: async ({ page }) => {
      await page
        .getByRole('button', { name: 'What replaced it' })
        .or(page.getByText('What replaced it'))
        .first()
        .click();
      await page.getByRole('list', { name: 'History' }).getByRole('button').first().click();
      await page.getByRole('button', { name: 'Restore…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'machine-history-empty',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('mail');
      await machine.openTab('History');
      await expect(stage.page.getByText('No definition was replaced yet')).toBeVisible();
    },
  },
  {
    name: 'machine-overview-off',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('legacy-crm');
      await machine.openTab('Overview');
      await expect(stage.page.getByRole('table', { name: 'Disks' })).toContainText('hda');
    },
  },
  {
    name: 'machine-xml',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('web1');
      await machine.openTab('XML');
      await expect(stage.page.getByLabel('XML of web1')).toContainText('<domain');
    },
  },
  {
    name: 'machine-menu',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('web1');
      await machine.header.getByRole('button', { name: 'More actions' }).click();
      await expect(stage.page.getByRole('menuitem', { name: 'Force off' })).toBeVisible();
    },
  },
  {
    name: 'machine-confirm',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('web1');
      await machine.act('Shut down', { confirm: false });
      await expect(stage.page.getByRole('dialog', { name: 'Shut down web1?' })).toBeVisible();
    },
  },
  {
    name: 'machine-confirm-production',
    open: async (stage) => {
      await stage.furnish('hv2');
      const machine = await stage.openMachine('web2');
      await machine.act('Force off', { confirm: false });
      await expect(stage.page.getByRole('dialog', { name: 'Force off web2?' })).toContainText('production');
    },
  },
  {
    name: 'machine-start-failed',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('legacy-crm');
      await machine.act('Start', { confirm: false });
      await expect(stage.shell.notice('Could not start')).toBeVisible({ timeout: 30_000 });
    },
  },
  {
    name: 'machine-start-failed-details',
    after: 'machine-start-failed',
    open: async (stage) => {
      await stage.shell.notice('Could not start').getByRole('button', { name: 'Details' }).click();
      await expect(stage.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'machine-lost',
    open: async (stage) => {
      await stage.furnish('hv3');
      const machine = await stage.openMachine('backup');
      await stage.host('hv3').faults.kill('libvirtd');
      await expect(machine.header).toContainText(/last seen/, { timeout: 30_000 });
    },
    leave: (stage) => stage.bringBack('hv3'),
  },
  {
    name: 'machine-gone',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('mail');
      await machine.openTab('Overview');
      await stage.host('hv1').virsh(['undefine', 'mail']);
      await expect(stage.page.getByText('This machine does not exist any more')).toBeVisible();
    },
  },
  {
    name: 'page-part-missing',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.page.route(/XmlTab.*\.js/, (route) => route.abort());
      const machine = await stage.openMachine('web1');
      await machine.openTab('XML');
      await expect(stage.page.getByRole('alert').first()).toBeVisible();
    },
    leave: ({ page }) => page.unroute(/XmlTab.*\.js/),
  },
];
