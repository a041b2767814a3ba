import { expect, test } from '../driver/fixtures.ts';
import { Shell } from '../pages/shell.ts';

test('without anything it shows the demo host and its machine', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const shell = new Shell(page);
  await expect(shell.row('test')).toContainText('Running');
  await expect(shell.host(/Connected/)).toBeVisible();
});

test('a machine is paused, resumed, shut down and started again', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const machine = await new Shell(page).openMachine('test');
  await machine.act('Pause', { confirm: false });
  await expect(machine.header).toContainText('Paused');
  await machine.act('Resume', { confirm: false });
  await expect(machine.header).toContainText('Running');
  await machine.act('Shut down', { confirm: true });
  await expect(machine.header).toContainText('Off');
  await machine.act('Start', { confirm: false });
  await expect(machine.header).toContainText('Running');
});

test('a question that is not confirmed does nothing', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const machine = await new Shell(page).openMachine('test');
  await machine.act('Force off', { confirm: false });
  const dialog = page.getByRole('dialog', { name: 'Force off test?' });
  await expect(dialog).toContainText('lost');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(machine.header).toContainText('Running');
});

test('the whole way by keyboard', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const shell = new Shell(page);
  await shell.row('test').waitFor();
  await shell.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'test' })).toBeVisible();
  // It is fetched before it is wanted, so that nothing of what is typed goes to the page behind it.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /CommandPalette.*\.js$/.test(name)),
  );
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Pause');
  await expect(page.getByRole('combobox', { name: 'Command' })).toHaveValue('Pause');
  await page.keyboard.press('Enter');
  await expect(page.locator('header').filter({ hasText: 'test' }).getByText('Paused')).toBeVisible();
});
