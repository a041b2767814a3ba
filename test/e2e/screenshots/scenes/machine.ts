import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { inkOf } from '../../driver/pictures.ts';
import { furnishDemoHost } from '../machines.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const DEMO = 'Simulated';

/** Lets a running QEMU take its display to a port of which libvirt knows nothing. */
const MOVE_DISPLAY = JSON.stringify({
  execute: 'display-update',
  arguments: { type: 'vnc', addresses: [{ type: 'inet', host: '127.0.0.1', port: '5999' }] },
});

async function openDisplay(stage: Stage, name: string) {
  const machine = await stage.openMachine(name);
  await machine.openConsole(/Display/);
  const display = machine.graphics('Display (VNC)');
  await display.connected(60_000);
  await expect(async () => expect(inkOf(await display.picture())).toBeGreaterThan(0.005)).toPass({
    timeout: 60_000,
  });
  return machine;
}

/** A machine of the test driver, and what is said instead of showing its console. */
function demoScene(name: string, machine: string, text: string | RegExp): Scene {
  return {
    name,
    open: async (stage) => {
      await stage.add(furnishDemoHost(stage.host('hv1')), { name: DEMO });
      await stage.openMachine(machine);
      await expect(stage.page.getByText(text)).toBeVisible({ timeout: 30_000 });
    },
    leave: (stage) => stage.remove(DEMO),
  };
}

/** Somebody else at the serial console of a machine, until the returned function is called. */
function occupySerial(stage: Stage, host: string, name: string): () => Promise<void> {
  const command = `virsh -c '${stage.host(host).uri.unix}' console ${name}`;
  const child = spawn('script', ['-qfc', command, '/dev/null'], { stdio: ['pipe', 'ignore', 'ignore'] });
  return async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
}

let letGo: (() => Promise<void>) | undefined;

/** Consoles in every state. */
const consoles: readonly Scene[] = [
  {
    name: 'machine-console',
    open: async (stage) => {
      await stage.furnish('hv1');
      await openDisplay(stage, 'web1');
    },
  },
  {
    name: 'machine-send-keys',
    after: 'machine-console',
    open: async (stage) => {
      await stage.page.getByRole('button', { name: 'Send keys' }).click();
      await expect(stage.page.getByRole('menuitem', { name: 'Type text…' })).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'machine-type-text',
    after: 'machine-console',
    open: async (stage) => {
      await stage.page.getByRole('button', { name: 'Send keys' }).click();
      await stage.page.getByRole('menuitem', { name: 'Type text…' }).click();
      await stage.page.getByRole('dialog').getByRole('textbox').fill('hostnamectl set-hostname web1');
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'machine-type-preview',
    after: 'machine-console',
    open: async (stage) => {
      await stage.page.getByRole('button', { name: 'Send keys' }).click();
      await stage.page.getByRole('menuitem', { name: 'Type text…' }).click();
      const dialog = stage.page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Text' }).fill('apt-get install --yes größe\n'.repeat(9));
      await dialog.getByRole('button', { name: 'Preview…' }).click();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'machine-own-keys',
    after: 'machine-console',
    open: async (stage) => {
      await stage.page.getByRole('button', { name: 'Send keys' }).click();
      await stage.page.getByRole('menuitem', { name: 'Other keys…' }).click();
      await stage.page.getByRole('textbox', { name: 'Press the keys' }).click();
      await stage.page.keyboard.press('Control+Shift+F9');
    },
    leave: ({ page }) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click(),
  },
  {
    name: 'machine-clipboard-menu',
    after: 'machine-console',
    open: async (stage) => {
      await stage.page.getByRole('button', { name: 'Clipboard' }).click();
      await expect(stage.page.getByText('Ask each time')).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'machine-view-menu',
    after: 'machine-console',
    open: async (stage) => {
      await stage.page.getByRole('button', { name: 'View' }).click();
      await expect(stage.page.getByText('Least data')).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'machine-serial',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await stage.openMachine('web1');
      await machine.openConsole(/Serial/);
      const serial = machine.text('Serial 1');
      await serial.prompt(/web1>$|tiny>$/, 60_000);
      await serial.type('marker');
      await serial.shows(/from=kernel/);
    },
  },
  {
    name: 'machine-serial-busy',
    open: async (stage) => {
      await stage.furnish('hv1');
      letGo = occupySerial(stage, 'hv1', 'db1');
      await stage.page.waitForTimeout(1500);
      const machine = await stage.openMachine('db1');
      await machine.openConsole(/Serial/);
      await expect(stage.page.getByRole('button', { name: 'Take over' })).toBeVisible({ timeout: 30_000 });
    },
    leave: async () => await letGo?.(),
  },
  {
    name: 'machine-console-connecting',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.host('hv1').exec('kill -STOP $(cat /run/libvirt/qemu/db1.pid)');
      const machine = await stage.openMachine('db1');
      await machine.openConsole(/Display/);
      await expect(stage.page.getByText('Connecting to the console…')).toBeVisible();
    },
    leave: async (stage) => {
      await stage.host('hv1').exec('kill -CONT $(cat /run/libvirt/qemu/db1.pid)');
    },
  },
  {
    name: 'machine-console-waiting',
    open: async (stage) => {
      await stage.furnish('hv1');
      await stage.host('hv1').virsh(['qemu-monitor-command', 'db1', MOVE_DISPLAY]);
      const machine = await stage.openMachine('db1');
      await machine.openConsole(/Display/);
      await expect(stage.page.getByText(/Connecting again/)).toBeVisible({ timeout: 30_000 });
    },
    leave: async (stage) => {
      await stage.host('hv1').virsh(['destroy', 'db1']);
      await stage.host('hv1').virsh(['start', 'db1']);
    },
  },
  {
    name: 'machine-off-last-frame',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await openDisplay(stage, 'db1');
      await stage.host('hv1').virsh(['destroy', 'db1']);
      await expect(machine.header).toContainText('Off');
      await expect(stage.page.getByRole('button', { name: 'Start machine' }).first()).toBeVisible();
    },
    leave: async (stage) => {
      await stage.host('hv1').virshAny(['start', 'db1']);
    },
  },
  demoScene('machine-console-refused', 'desktop1', /cannot be shown here/),
  demoScene('machine-console-simulated', 'desktop2', /they have no consoles/),
  demoScene('machine-console-none', 'sensor', 'This machine has no console'),
];

/** Everything else of a machine's page. */
const page: readonly Scene[] = [
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

export const machine: readonly Scene[] = [...consoles, ...page];
