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
export const machineConsoles: readonly Scene[] = [
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
