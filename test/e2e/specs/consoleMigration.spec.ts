import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest } from '../driver/guests.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import { HardwarePage } from '../pages/hardware.ts';
import { Shell } from '../pages/shell.ts';

const name = 'traveller';

test.use({ labOptions: { hosts: 2 } });

test.afterEach(async ({ lab }) => {
  for (const host of lab.hosts) {
    await host.virshAny(['destroy', name]);
    await host.virshAny(['undefine', name]);
  }
});

test('consoles go with a machine that migrates, and say where it went otherwise', async ({
  launch,
  home,
  lab,
}) => {
  test.setTimeout(300_000);
  const [hv1, hv2] = [lab.host('hv1'), lab.host('hv2')];
  const words = ['migrate', '--live', '--p2p', '--unsafe', '--persistent'];
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name]);
  const { page, address } = await launch([hv1.uri.unix, hv2.uri.ssh]);
  const shell = new Shell(page);
  const machine = await shell.openMachine(name);
  const display = machine.graphics('Display (VNC)');
  const serial = machine.text('Serial 1');
  await expect(shell.host(/hv2, Connected/)).toBeVisible({ timeout: 60_000 });
  await machine.openConsole('Serial 1');
  await serial.prompt(/tiny> ?$/, 120_000);
  await serial.type('upper before the journey');
  await serial.shows(/^BEFORE THE JOURNEY$/m);
  await machine.openConsole('Display (VNC)');
  await display.connected();
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'View only' }).click();
  await page.keyboard.press('Escape');
  const opening = address === null ? null : page.context().waitForEvent('page');
  if (opening) await page.getByRole('button', { name: 'Open in a window of its own' }).click();
  const own = await opening;
  const ownPane = own?.getByRole('region', { name: `Display (VNC) of ${name}` });
  if (ownPane) await expect(ownPane).toHaveAttribute('data-phase', 'connected', { timeout: 30_000 });

  await test.step('it leaves, and nothing stays of it: the windows go with it', async () => {
    const before = page.url();
    await hv1.virsh([...words, '--undefinesource', name, 'qemu+ssh://root@hv2/system']);
    await expect(page.getByText(`${name} was migrated to`)).toBeVisible();
    expect(page.url()).not.toBe(before);
    await display.connected(60_000);
    await expect(async () => {
      const shown = await display.picture();
      expect(inkOf(shown)).toBeGreaterThan(0.005);
      expect(likeness(shown, await virshScreenshot(page, hv2, name))).toBeGreaterThan(0.99);
    }).toPass({ timeout: 30_000 });
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await expect(page.getByRole('menuitemcheckbox', { name: 'View only' })).toBeChecked();
    await page.keyboard.press('Escape');
    await machine.openConsole('Serial 1');
    await serial.prompt(/tiny> ?$/, 60_000);
    await serial.shows(/^BEFORE THE JOURNEY$/m);
    await serial.type('upper on the other side');
    await serial.shows(/^ON THE OTHER SIDE$/m);
    if (ownPane) await expect(ownPane).toHaveAttribute('data-phase', 'connected', { timeout: 30_000 });
    await own?.close();
  });

  await test.step('it comes back, and its definition stays: that page says where it runs', async () => {
    const there = page.url();
    await hv2.virsh([...words, name, 'qemu+ssh://root@hv1/system']);
    await expect(async () => expect(page.url()).not.toBe(there)).toPass();
    await serial.prompt(/tiny> ?$/, 60_000);
    await serial.shows(/^ON THE OTHER SIDE$/m);
    await page.goto(there);
    const { pane } = serial;
    await machine.openConsole('Serial 1');
    await expect(pane).toContainText(/was migrated to another host\. It runs on .*hv1/);
    await expect(pane.getByRole('button', { name: 'Start machine' })).toBeHidden();
    await pane.getByRole('button', { name: 'Show it there' }).click();
    await expect(async () => expect(page.url()).not.toBe(there)).toPass();
    await machine.openConsole('Serial 1');
    await serial.prompt(/tiny> ?$/, 60_000);
  });

  await test.step('what is changed and not applied keeps its page where it was made', async () => {
    const hardware = new HardwarePage(page);
    await hardware.open();
    const general = await hardware.select('General');
    await general.getByLabel('Title', { exact: true }).fill('Well travelled');
    await expect(hardware.bar).toContainText('1 change');
    const here = page.url();
    await hv1.virsh([...words, name, 'qemu+ssh://root@hv2/system']);
    const there = page.getByRole('button', { name: 'Show it there' });
    await expect(there).toBeVisible();
    expect(page.url()).toBe(here);
    await expect(hardware.bar).toContainText('1 change');
    await there.click();
    await expect(async () => expect(page.url()).not.toBe(here)).toPass();
    await expect(hardware.list).toBeVisible();
    await expect(hardware.bar).toBeHidden();
    await hv2.virsh([...words, name, 'qemu+ssh://root@hv1/system']);
    await expect(page).toHaveURL(here);
    await expect(hardware.bar).toContainText('1 change');
    await hardware.bar.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('tab', { name: 'Console', exact: true }).click();
    await machine.openConsole('Serial 1');
    await serial.prompt(/tiny> ?$/, 60_000);
  });

  await test.step('it leaves for a host that is not connected', async () => {
    await shell.host(/hv2, Connected/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Disconnect' }).click();
    // A host that is not connected has no name but its address.
    const away = shell.host(`${hv2.address}, Not connected`);
    await expect(away).toBeVisible();
    await hv1.virsh([...words, name, 'qemu+ssh://root@hv2/system']);
    await expect(serial.pane).toContainText('The machine was migrated to another host.');
    await expect(serial.pane).toContainText('Connect to that host to see it.');
    await away.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Connect', exact: true }).click();
    // It was looked at when it left, not long ago.
    await serial.prompt(/tiny> ?$/, 90_000);
    await expect(shell.host(/hv2, Connected/)).toBeVisible();
  });

  // Longer ago than it takes to forget one that was deleted, it left hv1 without a trace.
  expect(readdirSync(join(home.folder, 'data/virtdeck/last-frames'))).toHaveLength(1);
});
