import { expect } from '@playwright/test';
import { furnishHostileHost } from '../machines.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const EVERYTHING = ['hv1', 'hv2', 'hv3'];

async function filter({ page }: Stage, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Filter machines' }).fill(text);
}

async function select(stage: Stage, ...names: readonly string[]): Promise<void> {
  await stage.furnish(...EVERYTHING);
  for (const name of names)
    await stage.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
}

const bulk = ({ page }: Stage, action: string) =>
  page
    .getByRole('toolbar', { name: 'Actions for the selected machines' })
    .getByRole('button', { name: action });

/** A host whose machines have hostile names, and nothing else. */
function hostile(name: string, open: (stage: Stage) => Promise<void>): Scene {
  return {
    name,
    open: async (stage) => {
      await stage.removeAll();
      await stage.add(furnishHostileHost(stage.host('hv1')), { name: 'Strangers' });
      await stage.shell.openFleet();
      await open(stage);
    },
    leave: async (stage) => {
      await stage.reset();
      await stage.remove('Strangers');
    },
  };
}

/** The table of all machines. */
export const fleet: readonly Scene[] = [
  {
    name: 'fleet-filled',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      // Rates of everything that runs, not only of what came first.
      for (const name of ['web1', 'db1', 'web2']) {
        await expect(stage.shell.row(name)).toContainText(/%.*B\/s/, { timeout: 60_000 });
      }
    },
  },
  {
    name: 'fleet-lost-host',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await stage.host('hv3').faults.kill('libvirtd');
      await expect(stage.shell.host(/^hv3, (Connection lost|Reconnecting)/)).toBeVisible({ timeout: 30_000 });
      await expect(stage.shell.row('backup')).toContainText(/Paused, ./);
    },
    leave: (stage) => stage.bringBack('hv3'),
  },
  {
    name: 'fleet-filtered',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await filter(stage, 'tag:web');
      await expect(stage.shell.row('db1')).toBeHidden();
      await expect(stage.shell.row('web2')).toBeVisible();
    },
    leave: (stage) => filter(stage, ''),
  },
  {
    name: 'fleet-filtered-to-nothing',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await filter(stage, 'state:running tag:mail');
      await expect(stage.shell.row('web1')).toBeHidden();
    },
    leave: (stage) => filter(stage, ''),
  },
  {
    name: 'fleet-filter-mistake',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await filter(stage, 'cpu>high');
      await expect(stage.page.locator('#fleet-filter-problem')).toBeVisible();
    },
    leave: (stage) => filter(stage, ''),
  },
  {
    name: 'fleet-filter-help',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await stage.page.getByRole('button', { name: 'How to filter' }).click();
      await expect(stage.page.getByText('state:running', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'fleet-selection',
    open: async (stage) => {
      await select(stage, 'web1', 'web2', 'db1', 'mail');
      await expect(bulk(stage, 'Shut down')).toBeVisible();
    },
  },
  {
    name: 'fleet-bulk-dialog',
    open: async (stage) => {
      await select(stage, 'web1', 'web2', 'db1', 'mail');
      await bulk(stage, 'Force off').click();
      await expect(stage.page.getByRole('dialog')).toContainText('Left out');
    },
  },
  {
    name: 'fleet-bulk-partly-failed',
    open: async (stage) => {
      await select(stage, 'archive', 'legacy-crm');
      await bulk(stage, 'Start').click();
      const dialog = stage.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Start', exact: true }).click();
      await expect(dialog.getByRole('status')).toHaveText('1 of 2 done.', { timeout: 30_000 });
    },
    leave: async (stage) => {
      await stage.host('hv3').virshAny(['destroy', 'archive']);
    },
  },
  {
    name: 'fleet-columns',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await stage.page.getByRole('button', { name: 'Columns' }).click();
      await expect(stage.page.getByRole('menu', { name: 'Columns' })).toBeVisible();
    },
  },
  {
    name: 'fleet-row-menu',
    open: async (stage) => {
      await stage.furnish(...EVERYTHING);
      await stage.shell.row('web1').click({ button: 'right' });
      await expect(stage.page.getByRole('menuitem', { name: 'Force off' })).toBeVisible();
    },
  },
  hostile('fleet-hostile-names', async ({ shell }) => {
    await expect(shell.grid.getByRole('row')).toHaveCount(6);
  }),
  hostile('machine-hostile-name', async ({ shell, page }) => {
    await shell.grid.getByText(/^long-/).dblclick();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await expect(page.getByRole('region', { name: 'Machine' })).toBeVisible();
  }),
  hostile('machine-hostile-title', async ({ shell, page }) => {
    await shell.grid.getByText(/^A title/).dblclick();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Force off' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  }),
  hostile('palette-hostile-names', async ({ shell, page }) => {
    await expect(shell.grid.getByRole('row')).toHaveCount(6);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command' }).fill('open');
    await expect(page.getByRole('option', { name: /^Open machine|long-/ }).first()).toBeVisible();
  }),
  {
    name: 'fleet-many',
    open: async (stage) => {
      const { ssh } = stage.host('hv2').scale({ domains: 3000 });
      await stage.add(ssh.replace(/\/\/root@[\d.]+/, '//root@hv2').replace(/\?.*/, ''), {
        name: 'Data centre',
      });
      await stage.shell.openFleet();
      await expect(stage.page.getByText(/3[,.\u202f ]?0\d\d machines/).first()).toBeVisible({
        timeout: 60_000,
      });
    },
    leave: (stage) => stage.remove('Data centre'),
  },
];
