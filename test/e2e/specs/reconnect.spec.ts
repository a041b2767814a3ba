import type { WebSocketRoute } from '@playwright/test';
import { agentsOf } from '../driver/agents.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { Shell } from '../pages/shell.ts';

const name = 'stays';

test.beforeEach(async ({ hv1 }) => {
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name]);
});

test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

test('a killed agent is replaced, and the console that was open comes back', async ({ launch, hv1 }) => {
  const { page, pid } = await launch([hv1.uri.unix]);
  const shell = new Shell(page);
  const machine = await shell.openMachine(name);
  await machine.openConsole(/Serial/);
  const serial = machine.text('Serial 1');
  await serial.prompt(/tiny>$/, 60_000);
  const [agent] = agentsOf(pid);
  expect(agent).toBeDefined();
  process.kill(agent!, 'SIGKILL');
  await expect(shell.host(/hv1, (Connection lost|Reconnecting)/)).toBeVisible();
  await expect(shell.host('hv1, Connected')).toBeVisible({ timeout: 30_000 });
  expect(agentsOf(pid)).not.toContain(agent);
  await serial.prompt(/tiny>$/, 30_000);
  await serial.type('upper still here');
  await serial.shows(/^STILL HERE$/m);
});

test('a daemon that dies is told, and its machines are shown as they were', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.unix, 'test:///default']);
  const shell = new Shell(page);
  await expect(shell.row(name)).toContainText('Running');
  await hv1.faults.kill('libvirtd');
  await expect(shell.host(/hv1, (Connection lost|Reconnecting)/)).toBeVisible();
  // The last that was known, with its age; the other host does not notice.
  await expect(shell.row(name)).toContainText(/Running, /);
  await expect(shell.row('test')).toContainText('Running');
  await hv1.faults.restore();
  await expect(shell.host('hv1, Connected')).toBeVisible({ timeout: 60_000 });
  await expect(shell.row(name)).not.toContainText('Running,');
  await expect(shell.row(name)).toContainText('Running');
});

test('a window that is loaded again shows the same, and hears of everything when its way was cut', async ({
  launch,
  hv1,
  host,
}) => {
  const { page } = await launch([hv1.uri.unix]);
  const machine = await new Shell(page).openMachine(name);
  const ways: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/rpc$/, (way) => {
    way.connectToServer();
    ways.push(way);
  });
  await page.reload();
  await expect(machine.header).toContainText('Running');
  await machine.openConsole(/Serial/);
  const serial = machine.text('Serial 1');
  await serial.prompt(/tiny>$/, 60_000);
  // Electron's way is a port that lasts as long as the window.
  if (host !== 'web') return;

  await serial.choose('Write everything to a file…');
  await page
    .getByRole('dialog', { name: /to a file/ })
    .getByRole('button', { name: 'Start' })
    .click();
  const log = serial.pane.getByRole('button', { name: /^Log: / });
  await expect(log).toBeVisible();
  await ways.at(-1)!.close();
  await expect(page.getByText('Trying again…')).toBeVisible();
  await expect(page.getByText('Trying again…')).toBeHidden();
  await serial.choose('Stop writing to the file');
  await expect(log).toBeHidden();
});
