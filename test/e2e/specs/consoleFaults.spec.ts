import type { Page } from '@playwright/test';
import type { Host } from '../../hosts/index.ts';
import { sshOf } from '../driver/agents.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';

const name = 'faulty';
const PROMPT = /tiny> ?$/;
/** What the user chooses in the menu View; nothing of it is the default. */
const CHOICES = ['View only', 'Balanced'];

const display = (machine: MachinePage) => machine.graphics('Display (VNC)');
const serial = (machine: MachinePage) => machine.text('Serial 1');

/** A line of a menu that has a mark when it is on. */
const marked = (page: Page, name: string) =>
  page
    .getByRole('menuitemcheckbox', { name, exact: true })
    .or(page.getByRole('menuitemradio', { name, exact: true }));

async function choose(page: Page, entries: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  for (const entry of entries) await marked(page, entry).click();
  await page.keyboard.press('Escape');
}

/** A display is as it was set, after all that has happened. */
async function expectChosen(page: Page, entries: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  for (const entry of entries) await expect(marked(page, entry)).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: '1:1' })).toBeChecked();
}

/** Finds text in all that the terminal has printed. */
async function finds(machine: MachinePage, text: string): Promise<void> {
  const { page } = machine;
  await serial(machine).pane.locator('.xterm').click();
  await page.keyboard.press('Control+Shift+F');
  const search = page.getByRole('search');
  await search.getByRole('textbox', { name: 'Search for' }).fill(text);
  await expect(search.getByRole('status')).toHaveText(/^\d+ of \d+$/);
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
}

async function showsTheGuest(machine: MachinePage, host: Host): Promise<void> {
  await display(machine).connected(60_000);
  await expect(async () => {
    const shown = await display(machine).picture();
    expect(inkOf(shown)).toBeGreaterThan(0.005);
    expect(likeness(shown, await virshScreenshot(machine.page, host, name))).toBeGreaterThan(0.99);
  }).toPass({ timeout: 60_000 });
}

const qemuOf = async (host: Host) => (await host.exec(`cat /run/libvirt/qemu/${name}.pid`)).trim();

/** Kills a process. One that is killed takes others along that go by its connection. */
function killOrFindGone(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Marks the canvas: another connection has another one. */
const mark = (machine: MachinePage) =>
  display(machine).canvas.evaluate((canvas) => canvas.setAttribute('data-same', 'yes'));
const isSame = async (machine: MachinePage) =>
  (await display(machine).canvas.getAttribute('data-same')) === 'yes';

test.beforeEach(async ({ hv1 }) => {
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name]);
});

test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

test('a killed guest is told in its consoles, which come back with it; a killed libvirtd ends no guest', async ({
  launch,
  hv1,
}) => {
  test.setTimeout(300_000);
  const { page } = await launch([hv1.uri.unix]);
  const machine = await new Shell(page).openMachine(name);
  await machine.openConsole('Serial 1');
  await serial(machine).prompt(PROMPT, 120_000);
  await serial(machine).type('upper before the end');
  await serial(machine).shows(/^BEFORE THE END$/m);
  await machine.openConsole('Display (VNC)');
  await showsTheGuest(machine, hv1);
  await page.getByText('1:1', { exact: true }).click();
  await choose(page, CHOICES);
  const seen = display(machine).pane.getByRole('img', { name: `${name} when it was last seen` });

  await test.step('the guest is killed', async () => {
    await hv1.exec(`kill -KILL ${await qemuOf(hv1)}`);
    await expect(display(machine).pane).toContainText('has ended unexpectedly');
    await expect(seen).toBeVisible();
    await machine.openConsole('Serial 1');
    await expect(serial(machine).pane).toContainText('has ended unexpectedly');
    await serial(machine).shows(/^BEFORE THE END$/m);
  });

  await test.step('it is started again, from the console', async () => {
    await serial(machine).pane.getByRole('button', { name: 'Start machine' }).click();
    // The prompt of before is still to be seen.
    await expect(async () => {
      await serial(machine).connected();
      await serial(machine).type('upper after it');
      await serial(machine).shows(/^AFTER IT$/m, 3000);
    }).toPass({ timeout: 120_000 });
    await finds(machine, 'BEFORE THE END');
    await machine.openConsole('Display (VNC)');
    await showsTheGuest(machine, hv1);
    await expectChosen(page, CHOICES);
  });

  await test.step('libvirtd is killed', async () => {
    const qemu = await qemuOf(hv1);
    await hv1.faults.kill('libvirtd');
    // The display came through libvirt's hands, and goes with the connection.
    await expect(display(machine).pane).toContainText('The host is not connected.');
    await expect(seen).toBeVisible();
    await hv1.faults.restore();
    await showsTheGuest(machine, hv1);
    await expectChosen(page, CHOICES);
    await machine.openConsole('Serial 1');
    await serial(machine).prompt(PROMPT, 30_000);
    await finds(machine, 'AFTER IT');
    expect(await qemuOf(hv1)).toBe(qemu);
  });
});

test('far away: what goes by ssh outlives libvirtd, comes back after ssh, and loses nothing silently', async ({
  launch,
  hv1,
}) => {
  test.setTimeout(300_000);
  const { page, pid } = await launch([hv1.uri.ssh]);
  const shell = new Shell(page);
  const machine = await shell.openMachine(name);
  await showsTheGuest(machine, hv1);
  await page.getByText('1:1', { exact: true }).click();

  await test.step('libvirtd is killed: the display has a way of its own, and goes on', async () => {
    await mark(machine);
    await hv1.faults.kill('libvirtd');
    await expect(display(machine).pane).toContainText('The console is still open');
    await display(machine).connected();
    const before = await display(machine).picture();
    await display(machine).type('upper nobody asks libvirt');
    await expect(async () => {
      expect(inkOf(await display(machine).picture())).toBeGreaterThan(inkOf(before) + 0.001);
    }).toPass();
    await hv1.faults.restore();
    await expect(shell.host(/, Connected/)).toBeVisible({ timeout: 60_000 });
    await expect(display(machine).pane).not.toContainText('The console is still open');
    await showsTheGuest(machine, hv1);
    expect(await isSame(machine)).toBe(true);
  });

  await choose(page, CHOICES);
  await test.step('ssh is killed', async () => {
    const killed = sshOf(pid);
    expect(killed.length).toBeGreaterThan(0);
    for (const one of killed) killOrFindGone(one);
    await expect(display(machine).pane).not.toHaveAttribute('data-phase', 'connected');
    await expect(
      display(machine).pane.getByRole('img', { name: `${name} when it was last seen` }),
    ).toBeVisible();
    await showsTheGuest(machine, hv1);
    expect(await isSame(machine)).toBe(false);
    await expectChosen(page, CHOICES);
  });

  await test.step('the link is cut while somebody types', async () => {
    await machine.openConsole('Serial 1');
    await serial(machine).prompt(PROMPT, 60_000);
    await serial(machine).type('upper before the cut');
    await serial(machine).shows(/^BEFORE THE CUT$/m);
    await hv1.faults.cut();
    await serial(machine).type('sh touch /tmp/unanswered');
    const { pane } = serial(machine);
    await expect(pane).not.toHaveAttribute('data-phase', 'connected', { timeout: 90_000 });
    await expect(page.getByText(/25 characters typed before that had no answer/)).toBeVisible();
    await serial(machine).type('sh touch /tmp/unsent');
    await expect(pane).toContainText(/What is typed now is not sent: \d+ characters went nowhere/);
    await hv1.faults.mend();
    await serial(machine).prompt(PROMPT, 90_000);
    await expect(pane).not.toContainText('is not sent');
    await finds(machine, 'BEFORE THE CUT');
    await serial(machine).type('sh ls /tmp/unsent || echo never came');
    await serial(machine).shows(/^never came$/m);
  });
});
