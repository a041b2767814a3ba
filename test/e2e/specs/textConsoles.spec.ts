import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';

const name = 'talk';

/** What a user may paste: everything that can be seen in ASCII, and letters that take several bytes. */
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const SCRIPT = Array.from({ length: 19 }, (_, index) => `${String(index)} ${ASCII} äöüÄÖÜß€😀\n`).join('');

const DEVICES = `
  <serial type='tcp'><source mode='bind' host='127.0.0.1' service='4555'/><protocol type='raw'/><target port='1'/></serial>
  <console type='pty'><target type='virtio' port='1'/></console>
  <channel type='unix'><target type='virtio' name='org.example.shell'/></channel>`;

/** What keys type, input methods aside. */
const TYPED = SCRIPT.replaceAll('😀', '');

/** Letters of the guest's prompt. */
const PROMPT = /tiny> ?$/;

const serial = (machine: MachinePage) => machine.text('Serial 1');

async function promptOnSerial(machine: MachinePage): Promise<void> {
  await machine.openConsole('Serial 1');
  await serial(machine).prompt(PROMPT, 120_000);
}

/** Types more than 2000 characters key by key, and has the guest say what came. */
async function typeScript(machine: MachinePage): Promise<void> {
  expect(TYPED.length).toBeGreaterThan(2000);
  await serial(machine).type('sh cat >/tmp/typed; md5sum /tmp/typed');
  await serial(machine).shows(/cat >\/tmp\/typed/);
  await machine.page.keyboard.type(TYPED);
  await serial(machine).shows(/^18 .*}~ äöüÄÖÜß€$/m, 60_000);
  await machine.page.keyboard.press('Control+d');
  await serial(machine).shows(new RegExp(createHash('md5').update(TYPED).digest('hex')), 60_000);
}

test.beforeEach(async ({ hv1 }) => {
  await defineGuest(hv1, { name, devices: DEVICES });
  await hv1.virsh(['start', name]);
});

test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

test('a serial console far away takes every letter, finds, writes a log and comes back', async ({
  launch,
  home,
  hv1,
}) => {
  test.setTimeout(400_000);
  await hv1.faults.slow({ latencyMs: 25 });
  const { page } = await launch([hv1.uri.ssh]);
  const machine = await new Shell(page).openMachine(name);
  await promptOnSerial(machine);

  await test.step('a script of 2000 characters, pasted after a look at it', async () => {
    expect(SCRIPT.length).toBeGreaterThan(2000);
    await serial(machine).type('sh cat >/tmp/script; md5sum /tmp/script');
    await serial(machine).shows(/cat >\/tmp\/script/);
    await serial(machine).paste(SCRIPT);
    const dialog = page.getByRole('dialog', { name: /Paste into Serial 1/ });
    await expect(dialog).toContainText('19 lines');
    await dialog.getByRole('button', { name: 'Paste', exact: true }).click();
    await serial(machine).shows(/18 .*😀/, 60_000);
    await page.keyboard.press('Control+d');
    const sum = createHash('md5').update(SCRIPT).digest('hex');
    await serial(machine).shows(new RegExp(sum), 60_000);
  });

  await test.step('the same letters, typed', () => typeScript(machine));

  await test.step('what has scrolled away is found', async () => {
    await serial(machine).type('flood 2000');
    await serial(machine).shows(PROMPT, 120_000);
    await page.keyboard.press('Control+Shift+F');
    const search = page.getByRole('search');
    await search.getByRole('textbox', { name: 'Search for' }).fill('script; md5sum');
    await expect(search.getByRole('status')).toHaveText('1 of 1');
    await serial(machine).shows(/script; md5sum/);
    await search.getByRole('textbox', { name: 'Search for' }).fill('nothing like this');
    await expect(search.getByRole('status')).toHaveText('Not found');
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
  });

  await test.step('a log goes on without a window, and after the connection was lost', async () => {
    await serial(machine).choose('Write everything to a file…');
    const dialog = page.getByRole('dialog', { name: /to a file/ });
    await dialog.getByRole('textbox', { name: 'Name of the file' }).fill('night');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(serial(machine).pane.getByRole('button', { name: /^Log: / })).toBeVisible();
    const folder = join(home.folder, 'data/virtdeck/console-logs');
    const written = () => readFileSync(join(folder, 'night.log'), 'utf8');
    await serial(machine).type('sh (sleep 2; printf "\\033[31mAWAY\\033[0m\\n") & echo HERE');
    await expect(() => expect(written()).toMatch(/^HERE$/m)).toPass();
    await new Shell(page).openFleet();
    await expect(() => expect(written()).toMatch(/^(tiny> )?AWAY$/m)).toPass({ timeout: 60_000 });
    await hv1.faults.kill('libvirtd');
    await hv1.faults.restore();
    await new Shell(page).openMachine(name);
    await promptOnSerial(machine);
    await serial(machine).type('upper back again');
    await expect(() => expect(written()).toMatch(/^BACK AGAIN$/m)).toPass({ timeout: 60_000 });
    expect(statSync(join(folder, 'night.log')).mode & 0o777).toBe(0o600);
    await serial(machine).choose('Stop writing to the file');
    await expect(serial(machine).pane.getByRole('button', { name: /^Log: / })).toBeHidden();
    expect(readdirSync(folder)).toEqual(['night.log']);
  });
});

test('what a guest prints stays in its terminal, and only one window has it', async ({ launch, hv1 }) => {
  test.setTimeout(300_000);
  const { page, address } = await launch([hv1.uri.unix]);
  const machine = await new Shell(page).openMachine(name);
  await promptOnSerial(machine);

  await test.step('a script of 2000 characters, typed', () => typeScript(machine));

  await test.step('hostile sequences do nothing', async () => {
    const title = await page.title();
    const evil =
      '\\033]0;evil\\007\\033]2;evil\\007\\033]52;c;ZXZpbA==\\007\\033[8;5;5t\\033[21t\\033P$qm\\033\\\\\\033[2147483647S\\033[2147483647L\\033]8;;https://evil.example/x?y\\033\\\\press\\055me\\033]8;;\\033\\\\\\n';
    await serial(machine).type(`sh printf '${evil}'; echo sur''vived`);
    await serial(machine).shows(/press-me[\s\S]*^survived$/m);
    await serial(machine).type('upper still typing');
    await serial(machine).shows(/^STILL TYPING$/m);
    expect(await page.title()).toBe(title);
    expect(await serial(machine).screen()).not.toMatch(/1\$r|evil\n/);
  });

  await test.step('a link says where it leads, and opens nothing by itself', async () => {
    const opened: string[] = [];
    page.context().on('page', (other) => opened.push(other.url()));
    const link = await serial(machine).pane.getByText('press-me', { exact: true }).last().boundingBox();
    if (!link) throw new Error('The link is not to be seen.');
    await page.mouse.move(link.x + 12, link.y + 6);
    await page.mouse.move(link.x + 14, link.y + 7);
    await page.mouse.down();
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: 'A link from the guest' });
    await expect(dialog.getByLabel('Address')).toHaveText('https://evil.example/x?y');
    await expect(dialog).toContainText('It leads to evil.example.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(opened).toEqual([]);
  });

  await test.step('devices that libvirt can open are open, others say why', async () => {
    await machine.openConsole('Channel org.example.shell');
    await machine.text('Channel org.example.shell').connected();
    await machine.openConsole('Console 1');
    await machine.text('Console 1').prompt(PROMPT, 60_000);
    await machine
      .text('Console 1')
      .type(
        'sh for p in /sys/class/virtio-ports/*; do grep -q org.example $p/name && echo through the channel >/dev/$(basename $p); done',
      );
    await machine.openConsole('Channel org.example.shell');
    await machine.text('Channel org.example.shell').shows(/through the channel/);
    await machine.openConsole('Serial 2');
    await expect(page.getByText(/127\.0\.0\.1:4555.*type pty/)).toBeVisible();
  });

  await test.step('a device that is plugged in and out comes and goes', async () => {
    const file = join(hv1.folder, 'plugged.xml');
    writeFileSync(
      file,
      `<channel type='unix'><target type='virtio' name='org.example.plugged'/><alias name='ua-plugged'/></channel>`,
    );
    const tab = page.getByRole('tab', { name: 'Channel org.example.plugged' });
    await hv1.virsh(['attach-device', name, file, '--live']);
    await expect(tab).toBeVisible({ timeout: 30_000 });
    await hv1.virsh(['detach-device-alias', name, 'ua-plugged', '--live']);
    await expect(tab).toBeHidden({ timeout: 30_000 });
    await expect(page.getByRole('tab', { name: 'Serial 2' })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('another window asks before it takes over, and it can be taken back', async () => {
    if (address === null) return;
    const second = await page.context().newPage();
    await second.goto(address);
    const other = await new Shell(second).openMachine(name);
    await other.openConsole('Serial 1');
    await expect(second.getByText('is open in another window')).toBeVisible();
    await second.getByRole('button', { name: 'Take over' }).click();
    await serial(other).prompt(PROMPT, 60_000);
    await machine.openConsole('Serial 1');
    await expect(page.getByText('The console was opened somewhere else.')).toBeVisible();
    await page.getByRole('button', { name: 'Take over' }).click();
    await serial(machine).connected();
    await expect(second.getByText('The console was opened somewhere else.')).toBeVisible();
    await second.close();
  });

  await test.step('the display and the serial port at once', async () => {
    await page.getByRole('button', { name: 'Show two consoles at once' }).click();
    await page.getByRole('menuitemradio', { name: 'Display (VNC)' }).click();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 900, height: 600 });
    await machine.graphics('Display (VNC)').connected(60_000);
    await expect(machine.graphics('Display (VNC)').canvas).toBeVisible();
    await serial(machine).type('upper both');
    await serial(machine).shows(/^BOTH$/m);
    const border = page.getByRole('separator', { name: 'Border between the consoles' });
    const before = await serial(machine).pane.boundingBox();
    await border.focus();
    await page.keyboard.press('ArrowRight');
    await expect(border).toHaveAttribute('aria-valuenow', '55');
    await expect(async () => {
      expect((await serial(machine).pane.boundingBox())?.width).toBeGreaterThan(before?.width ?? 0);
    }).toPass();
  });
});
