import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { GuestConsole } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, expectState, removeGuest } from '../driver/guests.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import { resizingDisplay } from '../driver/resizingDisplay.ts';
import type { GraphicsPane } from '../pages/console.ts';
import { Shell } from '../pages/shell.ts';

const name = 'viewed';
/** A second graphics card, whose screen nobody draws on. */
const SECOND = `<input type='tablet' bus='virtio'/><video><model type='virtio'/></video>`;

test.afterEach(async ({ hv1 }) => await removeGuest(hv1, name));

/**
 * Puts the window on a screen with so many pixels for each of the page's. Its size changes with it: emulation tells the
 * page of nothing else.
 */
async function screenWith(page: Page, ratio: number): Promise<void> {
  const width = 1280 - Math.round(ratio * 20);
  const height = 800;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: ratio,
    mobile: false,
  });
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(ratio);
}

/** How large the guest's picture is on the page, in the page's pixels, and how it is enlarged. */
const shown = ({ canvas }: GraphicsPane) =>
  canvas.evaluate((element) => ({
    width: Math.round(element.getBoundingClientRect().width * 100) / 100,
    rendering: getComputedStyle(element).imageRendering,
  }));

/** The guest's size, and that of the room for it in pixels of which `ratio` are one of the page's. */
const sizes = ({ canvas }: GraphicsPane, ratio = 1) =>
  canvas.evaluate((element, ratio) => {
    const room = element.parentElement?.getBoundingClientRect();
    if (!(element instanceof HTMLCanvasElement) || !room) throw new Error('not a canvas');
    return {
      guest: [element.width, element.height],
      room: [Math.floor(room.width * ratio), Math.floor(room.height * ratio)],
    };
  }, ratio);

const scaling = (page: Page, label: string) =>
  page.getByRole('radiogroup', { name: 'Scaling' }).getByText(label, { exact: true }).click();

async function view(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menu').getByText(entry, { exact: true }).click();
  await page.keyboard.press('Escape');
}

test('sizes go by the pixels of the screen, and the guest gets the window’s', async ({ launch, hv1 }) => {
  test.setTimeout(180_000);
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name, '--paused']);
  const display = await resizingDisplay(hv1, name);
  const { page } = await launch([hv1.uri.ssh]);
  const machine = await new Shell(page).openMachine(name);
  const pane = machine.graphics('Display (VNC)');
  await pane.connected(60_000);

  await test.step('1:1 is a whole number of the screen’s pixels', async () => {
    await scaling(page, '1:1');
    for (const [ratio, width] of [
      [1, 640],
      [2, 640],
      [1.5, 853.33],
      [1.25, 512],
    ] as const) {
      await screenWith(page, ratio);
      await expect.poll(() => shown(pane)).toEqual({ width, rendering: 'pixelated' });
    }
    await screenWith(page, 2);
    await view(page, 'Small pixels: 1:1 and Resize guest by this screen’s own');
    await expect.poll(() => shown(pane)).toEqual({ width: 320, rendering: 'pixelated' });
    await scaling(page, 'Fit');
    await expect.poll(async () => (await shown(pane)).width).toBeGreaterThan(640);
  });

  await test.step('the guest takes the window’s size, in the screen’s own pixels where they are wanted', async () => {
    await scaling(page, 'Resize guest');
    await expect(async () => {
      const { guest, room } = await sizes(pane, 2);
      expect(guest).toEqual(room);
    }).toPass({ timeout: 20_000 });
    await view(page, 'Small pixels: 1:1 and Resize guest by this screen’s own');
    await screenWith(page, 1);
    // Faster than the display answers: the last size counts.
    for (const width of [1200, 1150, 1101]) await page.setViewportSize({ width, height: 700 });
    await expect(async () => {
      const { guest, room } = await sizes(pane);
      expect(guest).toEqual(room);
    }).toPass({ timeout: 20_000 });
    const wishes = display.wishes().length;
    await page.waitForTimeout(1500);
    expect(display.wishes()).toHaveLength(wishes);
    await expect(page.getByText(/The guest stays at/)).toBeHidden();
  });

  await test.step('a guest that does not follow is said, with the reason', async () => {
    for (const [manner, reason] of [
      ['refuses', /choose virtio/],
      ['ignores', /has a driver/],
    ] as const) {
      display.be(manner);
      await page.reload();
      const note = pane.pane.getByRole('note', { name: reason });
      await expect(note).toHaveText('The guest stays at 640 × 400', { timeout: 60_000 });
    }
    await scaling(page, 'Fit');
    await expect(page.getByText(/The guest stays at/)).toBeHidden();
  });
});

test('screens are chosen, a full screen is the guest’s, and the last picture stays', async ({
  launch,
  home,
  hv1,
}) => {
  test.setTimeout(240_000);
  await defineGuest(hv1, { name, devices: SECOND });
  await hv1.virsh(['start', name]);
  const guest = await GuestConsole.open(hv1, name);
  await guest.ready();
  await guest.command('draw text');
  const application = await launch([hv1.uri.unix]);
  const { page } = application;
  const machine = await new Shell(page).openMachine(name);
  const pane = machine.graphics('Display (VNC)');
  await pane.connected(60_000);
  const shows = (screen: number) =>
    expect(async () => {
      expect(likeness(await pane.picture(), await virshScreenshot(page, hv1, name, screen))).toBe(1);
    }).toPass({ timeout: 30_000 });

  await test.step('one of several screens', async () => {
    await shows(0);
    await view(page, 'Screen 2');
    await shows(1);
    await view(page, 'Screen 1');
    await shows(0);
    expect(inkOf(await pane.picture())).toBeGreaterThan(0.5);
  });

  await test.step('who works in it goes on typing after using its tools', async () => {
    const sends = async (entry: string) => {
      await page.getByRole('button', { name: 'Send keys' }).click();
      await page.getByRole('menuitem', { name: entry, exact: true }).click();
    };
    await pane.canvas.click();
    await sends('Menu');
    await expect(pane.canvas).toBeFocused();
    await scaling(page, '1:1');
    await scaling(page, 'Fit');
    await expect(pane.canvas).toBeFocused();
    await sends('Other keys…');
    const recorder = page.getByRole('textbox', { name: 'Press the keys' });
    await expect(recorder).toBeFocused();
    await page.keyboard.press('Control+Escape');
    await expect(recorder).toHaveText('CtrlEscape');
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await expect(pane.canvas).toBeFocused();
    await sends('Type text…');
    await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(pane.canvas).toBeFocused();
  });

  await test.step('what is shown as a file and in the clipboard, in the guest’s own pixels', async () => {
    const shot = async (entry: string) => {
      await page.getByRole('button', { name: 'Screenshot' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    };
    const { guest: size } = await sizes(pane);
    const download = page.waitForEvent('download');
    await shot('Save as a file');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^viewed-.*\.png$/);
    const png = readFileSync(await file.path());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await shot('Copy to the clipboard');
    const copied = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        if (!item?.types.includes('image/png')) return null;
        const { width, height } = await createImageBitmap(await item.getType('image/png'));
        return [width, height];
      });
    await expect.poll(copied).toEqual(size);
  });

  await test.step('the guest has all of a full screen, and the tools come when they are wanted', async () => {
    const tools = pane.pane.getByRole('toolbar');
    await pane.pane.getByRole('button', { name: 'Full screen' }).click();
    await expect(tools).not.toBeInViewport();
    await expect(pane.canvas).toBeFocused();
    const room = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
    await expect.poll(async () => (await sizes(pane)).room).toEqual(room);
    await page.mouse.move((room[0] ?? 0) / 2, 1);
    await expect(tools).toBeInViewport({ ratio: 1 });
    await page.mouse.move(20, 300);
    await expect(tools).not.toBeInViewport();
    await page.keyboard.press('Control+Alt');
    await expect(tools).toBeInViewport({ ratio: 1 });
    await pane.pane.getByRole('button', { name: 'Leave full screen' }).click();
    await expect(pane.pane.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  });

  await test.step('the picture on the overview, also in the next run', async () => {
    await machine.openTab('Overview');
    const picture = page.getByRole('img', { name: `${name} when its display was last seen` });
    await expect(picture).toBeVisible();
    await hv1.virsh(['destroy', name]);
    await application.close();
    const next = await launch([hv1.uri.unix]);
    const again = await new Shell(next.page).openMachine(name);
    await expect(next.page.getByRole('img', { name: `${name} when it was last seen` })).toBeVisible();
    await again.openTab('Overview');
    await next.page.getByRole('img', { name: `${name} when its display was last seen` }).click();
    await expect(next.page.getByRole('button', { name: 'Start machine' }).first()).toBeVisible();
  });

  await test.step('which goes with the machine', async () => {
    const kept = () => readdirSync(join(home.folder, 'data/virtdeck/last-frames'));
    expect(kept()).toHaveLength(1);
    await hv1.virsh(['undefine', name]);
    await expect.poll(kept, { timeout: 60_000 }).toEqual([]);
  });
});

test('a text console has a window of its own, and is taken back', async ({ launch, hv1 }) => {
  test.setTimeout(180_000);
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name]);
  const { page } = await launch([hv1.uri.unix]);
  const machine = await new Shell(page).openMachine(name);
  await machine.openConsole('Serial 1');
  const here = machine.text('Serial 1');
  await here.connected();
  const opening = page.context().waitForEvent('page');
  await here.pane.getByRole('button', { name: 'Open in a window of its own' }).click();
  const own = await opening;
  const there = own.getByRole('region', { name: `Serial 1 of ${name}` });
  await expect(there).toHaveAttribute('data-phase', 'connected', { timeout: 30_000 });
  await expect(here.pane).toContainText('It was opened in a window of its own.');
  await expect(there.getByRole('button', { name: 'Open in a window of its own' })).toHaveCount(0);
  await here.pane.getByRole('button', { name: 'Take over' }).click();
  await here.connected();
  await expect(there).toContainText('The console was opened somewhere else.');
  await own.close();

  await test.step('shortcuts are the guest’s until the keyboard is freed', async () => {
    const palette = page.getByRole('dialog');
    await here.pane.locator('.xterm').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('F1');
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await expect(here.pane.locator('textarea')).toBeFocused();
    await page.keyboard.press('Control+Alt');
    await expect(here.pane.getByRole('toolbar').locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a machine that stands still says so, and goes on', async () => {
    await hv1.virsh(['suspend', name]);
    await here.pane.getByRole('button', { name: 'Resume', exact: true }).click();
    await expectState(hv1, name, 'running');
    await expect(here.pane.getByRole('button', { name: 'Resume', exact: true })).toBeHidden();
  });
});
