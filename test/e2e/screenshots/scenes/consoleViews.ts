import { expect } from '@playwright/test';
import { guestXml } from '../../../hosts/index.ts';
import { inkOf } from '../../driver/pictures.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const DISPLAY = 'Display (VNC)';
const SECRET_SET = JSON.stringify({
  execute: 'set_password',
  arguments: { protocol: 'vnc', password: 'changed' },
});

/** Another machine on hv1, until the end. */
async function addMachine(stage: Stage, name: string, xml: string): Promise<void> {
  const host = stage.host('hv1');
  await host.define(xml);
  stage.atEnd(async () => {
    await host.virshAny(['destroy', name]);
    await host.virshAny(['undefine', name]);
  });
}

async function openDisplay(stage: Stage, name: string) {
  const machine = await stage.openMachine(name);
  await machine.openConsole(/Display/);
  await machine.graphics(DISPLAY).connected(60_000);
  return machine;
}

/** Displays in the states that they can be seen in. */
export const consoleViews: readonly Scene[] = [
  {
    name: 'console-paused',
    open: async (stage) => {
      await stage.furnish('hv2');
      const machine = await openDisplay(stage, 'db2');
      await expect(
        machine.graphics(DISPLAY).pane.getByRole('button', { name: 'Resume', exact: true }),
      ).toBeVisible();
    },
  },
  {
    name: 'console-guest-stays',
    open: async (stage) => {
      await stage.furnish('hv1');
      await openDisplay(stage, 'web1');
      await stage.page.getByText('Resize guest', { exact: true }).click();
      const note = stage.page.getByRole('note', { name: /It was asked for/ });
      await expect(note).toBeVisible({ timeout: 20_000 });
      await note.hover();
    },
    pointer: true,
    leave: ({ page }) => page.getByText('Fit', { exact: true }).click(),
  },
  {
    name: 'console-screens',
    open: async (stage) => {
      await stage.furnish('hv1');
      await addMachine(
        stage,
        'wall',
        guestXml({ name: 'wall', devices: `<video><model type='virtio'/></video>` }),
      );
      await stage.host('hv1').virsh(['start', 'wall', '--paused']);
      await openDisplay(stage, 'wall');
      await stage.page.getByRole('button', { name: 'View', exact: true }).click();
      await expect(stage.page.getByText('Screen 2', { exact: true })).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'console-full',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await openDisplay(stage, 'web1');
      const { pane } = machine.graphics(DISPLAY);
      await pane.getByRole('button', { name: 'Full screen' }).click();
      await stage.page.keyboard.press('Control+Alt');
      await expect(pane.getByRole('toolbar')).toBeInViewport({ ratio: 1 });
    },
    leave: ({ page }) => page.getByRole('button', { name: 'Leave full screen' }).click(),
  },
  {
    name: 'console-password',
    open: async (stage) => {
      await stage.furnish('hv1');
      const xml = guestXml({ name: 'till' }).replace("<graphics type='vnc'", "$& passwd='old'");
      await addMachine(stage, 'till', xml);
      const host = stage.host('hv1');
      await host.virsh(['start', 'till', '--paused']);
      await host.virsh(['qemu-monitor-command', 'till', SECRET_SET]);
      const machine = await stage.openMachine('till');
      await machine.openConsole(/Display/);
      await expect(stage.page.getByRole('dialog')).toContainText('password', { timeout: 30_000 });
    },
    leave: ({ page }) => page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'console-spice',
    open: async (stage) => {
      await stage.furnish('hv1');
      const xml = guestXml({ name: 'kiosk' }).replace("type='vnc'", "type='spice'");
      await addMachine(stage, 'kiosk', xml);
      await stage.openMachine('kiosk');
      await expect(stage.page.getByText('Display (SPICE) cannot be shown here')).toBeVisible();
    },
  },
  {
    name: 'console-last-seen',
    open: async (stage) => {
      await stage.furnish('hv1');
      const machine = await openDisplay(stage, 'web1');
      await expect(async () =>
        expect(inkOf(await machine.graphics(DISPLAY).picture())).toBeGreaterThan(0.005),
      ).toPass();
      await machine.openTab('Overview');
      await expect(stage.page.getByRole('region', { name: 'Last seen' })).toBeVisible();
    },
  },
];
