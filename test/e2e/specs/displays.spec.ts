import { GuestConsole } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { GuestEvents } from '../driver/guestEvents.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import { listenOnScreen, SCRIPT, typeAsKeystrokes, typedOnScreen } from '../driver/typing.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';

const name = 'shown';
/** The keyboard is PS/2's: Linux repeats those of virtio by itself while an emulator without a processor stands still. */
const TABLET = `<input type='tablet' bus='virtio'/>`;
const display = (machine: MachinePage) => machine.graphics('Display (VNC)');

test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

test('a display far away shows every pixel, and takes keys and the pointer', async ({ launch, hv1 }) => {
  test.setTimeout(600_000);
  await defineGuest(hv1, { name, devices: TABLET });
  await hv1.virsh(['start', name]);
  const guest = await GuestConsole.open(hv1, name);
  await guest.ready();
  await hv1.faults.slow({ latencyMs: 25 });
  const { page } = await launch([hv1.uri.ssh]);
  const machine = await new Shell(page).openMachine(name);
  await display(machine).connected(60_000);

  await test.step('a picture that the guest draws', async () => {
    await guest.command('draw text');
    await expect(async () => {
      const shown = await display(machine).picture();
      expect(inkOf(shown)).toBeGreaterThan(0.5);
      expect(likeness(shown, await virshScreenshot(page, hv1, name))).toBe(1);
    }).toPass({ timeout: 60_000 });
  });

  await test.step('2000 characters typed as keystrokes', async () => {
    await listenOnScreen(guest);
    await typeAsKeystrokes(page, SCRIPT, 300_000);
    expect(await typedOnScreen(guest, SCRIPT)).toBe(SCRIPT);
  });

  await test.step('the pointer', async () => {
    const pointer = await GuestEvents.watch(guest, 'mouse');
    const { canvas } = display(machine);
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the canvas is not shown');
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await pointer.shouldBe(['+272', '-272']);
    expect(pointer.at(0)).toBeCloseTo(0.25, 2);
    expect(pointer.at(1)).toBeCloseTo(0.5, 2);
  });

  await test.step('a link that is cut in the middle of a picture', async () => {
    guest.send('draw animate 400\n');
    await hv1.faults.cut();
    await expect(display(machine).pane).not.toHaveAttribute('data-phase', 'connected', { timeout: 90_000 });
    await hv1.faults.restore();
    await display(machine).connected(90_000);
  });
});

test('a console has a window of its own', async ({ launch, hv1 }) => {
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name, '--paused']);
  const { page } = await launch([hv1.uri.unix]);
  const machine = await new Shell(page).openMachine(name);
  await display(machine).connected();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open in a window of its own' }).click();
  const own = await opening;
  const pane = own.getByRole('region', { name: `Display (VNC) of ${name}` });
  await expect(pane).toHaveAttribute('data-phase', 'connected', { timeout: 30_000 });
  await expect(own.getByRole('navigation')).toHaveCount(0);
  await expect(own).toHaveTitle(`${name}: Display (VNC)`);
  await hv1.virsh(['destroy', name]);
  await expect(pane.getByRole('button', { name: 'Start machine' })).toBeVisible();
  await own.close();
});
