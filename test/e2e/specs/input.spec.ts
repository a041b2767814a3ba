import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { GuestConsole, type Host } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { GuestEvents } from '../driver/guestEvents.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { listenOnScreen, SCRIPT, typeAsKeystrokes, typedOnScreen } from '../driver/typing.ts';
import { VDAGENT_DEVICES, VdAgent } from '../driver/vdagent.ts';
import type { GraphicsPane } from '../pages/console.ts';
import { Shell } from '../pages/shell.ts';

const name = 'touched';
/** The keyboard is PS/2's; the pointer moves from where it is, until the tablet comes. */
const DEVICES = `<input type='mouse' bus='virtio'/>${VDAGENT_DEVICES}`;
const TABLET = `<input type='tablet' bus='virtio'/>`;
const BUTTONS = [
  ['left', 272],
  ['middle', 274],
  ['right', 273],
] as const;

let guest: GuestConsole;
let page: Page;
let pane: GraphicsPane;

test.beforeEach(async ({ hv1, launch }) => {
  test.setTimeout(600_000);
  await defineGuest(hv1, { name, devices: DEVICES });
  await hv1.virsh(['start', name]);
  guest = await GuestConsole.open(hv1, name);
  await guest.ready();
  await guest.command('settled', 60_000);
  ({ page } = await launch([hv1.uri.unix]));
  pane = (await new Shell(page).openMachine(name)).graphics('Display (VNC)');
  await pane.connected(60_000);
});

test.afterEach(async ({ hv1 }) => {
  guest.close();
  await removeGuest(hv1, name);
});

test('keys and the pointer arrive as they are meant', async ({ hv1 }) => {
  await test.step('2000 characters typed as keystrokes, on the slowest keyboard', async () => {
    await listenOnScreen(guest);
    await typeAsKeystrokes(page, SCRIPT, 400_000);
    expect(await typedOnScreen(guest, SCRIPT)).toBe(SCRIPT);
  });

  const cdp = await page.context().newCDPSession(page);
  const keys = await GuestEvents.watch(guest, 'keys');
  await test.step('AltGr, dead keys and letters go by their places', async () => {
    await pane.canvas.click();
    await press(cdp, [
      ['AltRight', 'AltGraph'],
      ['KeyQ', '@'],
    ]);
    await keys.shouldBe(['+100', '+16', '-16', '-100']);
    keys.forget();
    await press(cdp, [['Equal', 'Dead']]);
    await press(cdp, [['KeyE', 'é']]);
    await press(cdp, [
      ['ShiftLeft', 'Shift'],
      ['Semicolon', 'Ö'],
    ]);
    await press(cdp, [['KeyY', 'z']]);
    await keys.shouldBe(['+13', '-13', '+18', '-18', '+42', '+39', '-39', '-42', '+21', '-21']);
  });

  await test.step('no key stays down when something else gets the keyboard', async () => {
    keys.forget();
    await page.keyboard.down('Shift');
    await page.keyboard.down('Control');
    await keys.shouldBe(['+42', '+29']);
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await keys.shouldBe(['+42', '+29', '-42', '-29']);
    await page.keyboard.up('Control');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Escape');
    await pane.canvas.click();
    await page.keyboard.down('Alt');
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await keys.shouldBe(['+42', '+29', '-42', '-29', '+56', '-56']);
    await page.keyboard.up('Alt');
  });

  await test.step('a relative pointer', () => relativePointer());
  await test.step('an absolute pointer, with each way of scaling', async () => {
    await plugTablet(hv1);
    const pointer = await GuestEvents.watch(guest, 'mouse');
    for (const scaling of ['Fit', '1:1']) {
      await page.getByRole('radiogroup', { name: 'Scaling' }).getByText(scaling, { exact: true }).click();
      for (const deviceScaleFactor of [1, 2]) {
        const screen = { width: 1280, height: 800, deviceScaleFactor, mobile: false };
        await cdp.send('Emulation.setDeviceMetricsOverride', screen);
        await absolutePointer(pointer);
      }
    }
    await clicks(pointer);
  });
});

test('the clipboard passes what the user lets pass, and nothing else', async ({ hv1 }) => {
  const agent = await VdAgent.start(hv1, guest);
  const keys = await GuestEvents.watch(guest, 'keys');
  await countReads();

  await test.step('off: neither way', async () => {
    await nothingPasses(agent, keys);
  });

  await test.step('ask: the guest’s text after a word of the user', async () => {
    await choosePolicy('Ask each time');
    await asksAfterGrab(agent);
    agent.provide('Grüße 😀\nfrom the guest\n');
    const notice = page.getByRole('status').filter({ hasText: `${name} has copied text` });
    await expect(notice).toContainText('Grüße 😀 from the guest');
    await notice.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(async () => expect(await clipboardByPasting()).toBe('Grüße 😀\nfrom the guest\n')).toPass();
    await asksAfterGrab(agent);
    agent.provide('not wanted');
    await expect(notice).toContainText('not wanted');
    expect(await clipboardByPasting()).toBe('Grüße 😀\nfrom the guest\n');
  });

  await test.step('ask: the user’s text after a word of the user', async () => {
    await copy('für den Gast 😀\nzweite Zeile');
    await pane.canvas.click();
    await page.keyboard.press('Control+Shift+V');
    const dialog = page.getByRole('dialog', { name: `Into the clipboard of ${name}` });
    await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue('für den Gast 😀\nzweite Zeile');
    expect(agent.grabs).toEqual([]);
    await dialog.getByRole('button', { name: 'Put it there' }).click();
    await expect(() => expect(agent.grabs).toEqual([1])).toPass({ timeout: 30_000 });
    agent.ask();
    await expect(() => expect(agent.texts).toEqual(['für den Gast 😀\nzweite Zeile'])).toPass({
      timeout: 30_000,
    });
  });

  await test.step('on: both ways without a word, as far as it is not too much', async () => {
    await choosePolicy('On: both ways');
    await asksAfterGrab(agent);
    agent.provide('ohne Frage ✓');
    await expect(async () => expect(await clipboardByPasting()).toBe('ohne Frage ✓')).toPass();
    await asksAfterGrab(agent);
    agent.provide(Buffer.alloc(1024 * 1024 + 1, 'x'));
    await expect(page.getByText('It holds more than 1 MiB.')).toBeVisible({ timeout: 60_000 });
    expect(await clipboardByPasting()).toBe('ohne Frage ✓');
    const most = `${'ä'.repeat((1024 * 1024 - 4096) / 2 - 1)}ok`;
    await paste(`${most}!`);
    await expect(
      page.getByText(/too long for the guest’s clipboard: 1,021 KiB, at most 1,020/),
    ).toBeVisible();
    expect(agent.grabs).toEqual([1]);
    await paste(most);
    await expect(() => expect(agent.grabs).toEqual([1, 1])).toPass({ timeout: 30_000 });
    agent.ask();
    await expect(() => expect(agent.texts).toHaveLength(2)).toPass({ timeout: 60_000 });
    expect(agent.texts[1] === most).toBe(true);
  });

  await test.step('on, while the user works in another window: it is offered', async () => {
    const before = await clipboardByPasting();
    await page.evaluate(() => Object.assign(document, { hasFocus: () => false }));
    await asksAfterGrab(agent);
    agent.provide('copied behind');
    const notice = page.getByRole('status').filter({ hasText: `${name} has copied text` });
    await expect(notice).toContainText('copied behind');
    await page.evaluate(() => Reflect.deleteProperty(document, 'hasFocus'));
    expect(await clipboardByPasting()).toBe(before);
    await notice.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(async () => expect(await clipboardByPasting()).toBe('copied behind')).toPass();
  });

  await test.step('off again: neither way', async () => {
    await choosePolicy('Off: nothing passes');
    await nothingPasses(agent, keys);
    expect(agent.texts).toHaveLength(2);
  });
  expect(await page.evaluate(() => Reflect.get(window, 'clipboardReads'))).toBe(0);
  agent.close();
});

/** Presses keys by their places, as a keyboard of another layout has them, and lets them go in the opposite order. */
async function press(cdp: CDPSession, pressed: readonly (readonly [code: string, key: string])[]) {
  for (const [code, key] of pressed)
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', code, key });
  for (const [code, key] of [...pressed].reverse())
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key });
}

/** A point of the canvas, by its share of width and height, and the guest's pixel that is there. */
async function pointAt(x: number, y: number) {
  const box = await pane.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  const size = await pane.canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('not a canvas');
    return { width: element.width, height: element.height };
  });
  const [left, top] = [Math.floor(box.width * x), Math.floor(box.height * y)];
  return {
    page: { x: box.x + left, y: box.y + top },
    guest: { x: (left * size.width) / box.width, y: (top * size.height) / box.height },
    size,
  };
}

async function relativePointer(): Promise<void> {
  const pointer = await GuestEvents.watch(guest, 'mouse');
  const [from, to] = [await pointAt(0.25, 0.75), await pointAt(0.6, 0.3)];
  await page.mouse.move(from.page.x, from.page.y);
  await page.mouse.down();
  await page.mouse.up();
  await pointer.shouldBe(['+272', '-272']);
  pointer.forget();
  await page.mouse.move(to.page.x, to.page.y, { steps: 7 });
  await page.mouse.down();
  await page.mouse.up();
  await pointer.shouldBe(['+272', '-272']);
  expect(Math.abs(pointer.moved(0) - (to.guest.x - from.guest.x))).toBeLessThanOrEqual(1);
  expect(Math.abs(pointer.moved(1) - (to.guest.y - from.guest.y))).toBeLessThanOrEqual(1);
  await clicks(pointer);
}

async function absolutePointer(pointer: GuestEvents): Promise<void> {
  for (const [x, y] of [
    [0.1, 0.2],
    [0.5, 0.5],
    [0.97, 0.93],
  ] as const) {
    pointer.forget();
    const { page: at, guest: pixel, size } = await pointAt(x, y);
    await page.mouse.move(at.x, at.y);
    await expect(() => {
      expect(Math.abs((pointer.at(0) ?? -1) * size.width - pixel.x)).toBeLessThanOrEqual(1.01);
      expect(Math.abs((pointer.at(1) ?? -1) * size.height - pixel.y)).toBeLessThanOrEqual(1.01);
    }).toPass({ timeout: 30_000 });
  }
}

/** Each button, and the wheel in both directions. */
async function clicks(pointer: GuestEvents): Promise<void> {
  pointer.forget();
  for (const [button] of BUTTONS) {
    await page.mouse.down({ button });
    await page.mouse.up({ button });
  }
  await pointer.shouldBe(BUTTONS.flatMap(([, code]) => [`+${String(code)}`, `-${String(code)}`]));
  await page.mouse.wheel(0, 120);
  await expect(() => expect(pointer.moved(8)).toBe(-1)).toPass({ timeout: 30_000 });
  await page.mouse.wheel(0, -120);
  await page.mouse.wheel(0, -120);
  await expect(() => expect(pointer.moved(8)).toBe(1)).toPass({ timeout: 30_000 });
}

async function plugTablet(host: Host): Promise<void> {
  const file = join(host.folder, 'tablet.xml');
  writeFileSync(file, TABLET);
  await host.virsh(['attach-device', name, file, '--live']);
  await expect(async () => {
    expect(await guest.command('sh cat /proc/bus/input/devices')).toContain('QEMU Virtio Tablet');
  }).toPass({ timeout: 60_000 });
}

async function choosePolicy(entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Clipboard' }).click();
  await page.getByRole('menuitemradio', { name: entry }).click();
  await page.keyboard.press('Escape');
}

/** Somebody copies in the guest, and is asked once for the text. */
async function asksAfterGrab(agent: VdAgent): Promise<void> {
  const before = agent.requests.length;
  agent.grab();
  await expect(() => expect(agent.requests).toHaveLength(before + 1)).toPass({ timeout: 30_000 });
}

/** Whatever the guest copies is not asked for, and whatever the user pastes is not offered. */
async function nothingPasses(agent: VdAgent, keys: GuestEvents): Promise<void> {
  const before = [agent.requests.length, agent.grabs.length];
  agent.grab();
  await pane.canvas.click();
  await paste('not for the guest');
  keys.forget();
  // What the display sent before this key is known by now: it has gone both ways.
  await page.keyboard.press('a');
  await keys.shouldBe(['+30', '-30']);
  expect([agent.requests.length, agent.grabs.length]).toEqual(before);
}

/** Puts a text into this machine's clipboard as a user does, by way of a field. */
async function copy(text: string): Promise<void> {
  const field = await openField();
  await field.fill(text);
  await field.press('Control+a');
  await field.press('Control+c');
  await page.keyboard.press('Escape');
}

/** What is in this machine's clipboard, as a user sees it. */
async function clipboardByPasting(): Promise<string> {
  const field = await openField();
  await field.press('Control+v');
  const text = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return text;
}

async function openField() {
  await page.getByRole('button', { name: 'Clipboard' }).click();
  await page.getByRole('menuitem', { name: 'Paste into the guest’s clipboard…' }).click();
  return page.getByRole('dialog').getByRole('textbox', { name: 'Text' });
}

/** As a user's Ctrl+Shift+V, with a text that would take long to copy first. */
async function paste(text: string): Promise<void> {
  await pane.canvas.evaluate((canvas, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    canvas.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Counts how often the page looks into this machine's clipboard by itself. */
async function countReads(): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, 'clipboardReads', 0);
    for (const way of ['read', 'readText'] as const) {
      const read = navigator.clipboard[way].bind(navigator.clipboard);
      Reflect.set(navigator.clipboard, way, () => {
        Reflect.set(window, 'clipboardReads', Number(Reflect.get(window, 'clipboardReads')) + 1);
        return read();
      });
    }
  });
}
