import type { Page } from '@playwright/test';
import { GuestConsole } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { takeDisplay } from '../driver/hostileDisplay.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';

const name = 'shown';
/** The tablet is absolute; the keyboard loses less than an old one when the emulation is slow. */
const INPUTS = `<input type='tablet' bus='virtio'/><input type='keyboard' bus='virtio'/>`;
/** All of ASCII that can be seen, in lines that a terminal takes. */
const ASCII = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
const LINES = Array.from({ length: 20 }, (_, index) => `${String(index).padStart(2, '0')} ${ASCII}`);

const display = (machine: MachinePage) => machine.graphics('Display (VNC)');

async function sendKeys(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Send keys' }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

test('a display far away shows every pixel, and takes keys and the pointer', async ({ launch, hv1 }) => {
  test.setTimeout(420_000);
  await defineGuest(hv1, { name, devices: INPUTS });
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
    await sendKeys(page, 'Type text…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Text' }).fill(LINES.map((line) => `tell ${line}\n`).join(''));
    await dialog.getByRole('checkbox', { name: 'Slowly' }).check();
    const from = guest.text.length;
    await dialog.getByRole('button', { name: 'Preview…' }).click();
    await dialog.getByRole('button', { name: 'Type', exact: true }).click();
    await expect(dialog).toBeHidden({ timeout: 200_000 });
    await guest.wait(/TOLD by tty1: 19 /, 30_000, from);
    const told = guest.text
      .slice(from)
      .split('\n')
      .filter((line) => line.includes('TOLD by tty1: '));
    expect(told.map((line) => line.replace(/^.*TOLD by tty1: /, ''))).toEqual(LINES);
  });

  await test.step('keys by their places, whatever the layout', async () => {
    await sendKeys(page, 'Type text…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Keyboard layout of the guest' }).click();
    await page.getByRole('option', { name: 'German', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Text' }).fill('zü@');
    const from = guest.text.length;
    const keys = guest.command('keys 12', 60_000);
    await guest.wait(/watching/, 20_000, from);
    await dialog.getByRole('button', { name: 'Type', exact: true }).click();
    await expect(dialog).toBeHidden();
    const pressed = (await keys).split('\n').filter((line) => /^1 \d+ 1$/.test(line.trim()));
    // Y (21), Ü's place (26), AltGr (100) and Q (16), as the kernel numbers them.
    expect(pressed.map((line) => Number(line.split(' ')[1]))).toEqual([21, 26, 100, 16]);
  });

  await test.step('the pointer', async () => {
    const from = guest.text.length;
    const events = guest.command('mouse 12', 60_000);
    await guest.wait(/watching/, 20_000, from);
    const canvas = display(machine).canvas;
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the canvas is not shown');
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(box.x + (box.width * 3) / 4, box.y + box.height / 2);
    await page.mouse.wheel(0, 120);
    const lines = (await events).split('\n').map((line) => line.trim());
    const across = lines
      .filter((line) => /^3 0 /.test(line))
      .map((line) => Number(line.split(' ')[2]) / 32767);
    expect(across[0]).toBeCloseTo(0.25, 1);
    expect(across.at(-1)).toBeCloseTo(0.75, 1);
    expect(lines).toContain('1 272 1');
    expect(lines).toContain('1 272 0');
    expect(lines.some((line) => /^2 8 -?1$/.test(line) || /^1 33[67] /.test(line))).toBe(true);
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

test('a hostile display does no harm, and what it did is said', async ({ launch, hv1 }) => {
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name, '--paused']);
  const display0 = await takeDisplay(hv1, name);
  const { page } = await launch([hv1.uri.ssh]);
  const machine = await new Shell(page).openMachine(name);
  const { pane } = display(machine);
  await display(machine).connected(60_000);
  for (const [what, words] of [
    ['greeting', /is none: it greets with "HTTP/],
    ['huge', /65535 × 65535 pixels large/],
    ['growing', /60000 × 60000 pixels large/],
    ['outside', /lies outside of it/],
    ['noise', /Connecting again/],
    ['half', /Connecting again/],
  ] as const) {
    await test.step(what, async () => {
      display0.be(what);
      await page.reload();
      await expect(pane).toContainText(words, { timeout: 60_000 });
    });
  }
  for (const what of ['clipboard', 'bomb'] as const) {
    await test.step(what, async () => {
      display0.be('none');
      await page.reload();
      await display(machine).connected(60_000);
      await page.getByRole('button', { name: 'Clipboard' }).click();
      await page.getByRole('menuitem', { name: 'On: both ways' }).click();
      await page.keyboard.press('Escape');
      display0.be(what);
      await page.reload();
      await expect(page.getByText('It holds more than 1 MiB.')).toBeVisible({ timeout: 60_000 });
      await expect(async () => {
        const { rgb } = await display(machine).picture();
        // What came after it is understood again.
        expect([rgb[0], rgb[2]].sort()).toEqual([0, 255]);
        expect(rgb[0] === 255).toBe(false);
      }).toPass({ timeout: 60_000 });
    });
  }
});
