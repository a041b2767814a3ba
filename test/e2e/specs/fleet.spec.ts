import { join } from 'node:path';
import { writeScaleHost } from '../../hosts/scale.ts';
import { expect, test } from '../driver/fixtures.ts';
import { Shell } from '../pages/shell.ts';

test('of 1000 machines those that a filter leaves are forced off and started by keyboard', async ({
  home,
  launch,
}) => {
  const { page } = await launch([writeScaleHost(join(home.folder, 'host.xml'), { domains: 1000 })]);
  const shell = new Shell(page);
  await expect(shell.grid).toHaveAttribute('data-rows', '1000', { timeout: 30_000 });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('name:-000 state:running');
  await expect(shell.grid).toHaveAttribute('data-rows', '5');
  await shell.grid.focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Actions for the selected machines' });
  await expect(bar).toContainText('5 machines selected');

  await bar.getByRole('button', { name: 'Force off' }).focus();
  await page.keyboard.down('Enter');
  const dialog = page.getByRole('dialog', { name: 'Force off 5 machines' });
  await expect(dialog.getByRole('button', { name: 'Force off' })).toBeFocused();
  // Held down, it repeats.
  for (let i = 0; i < 5; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('5 of 5 done.', { timeout: 30_000 });
  await page.keyboard.press('Escape');
  // None of them is running any more: the filter shows none, and there is nothing to act upon.
  await expect(shell.grid).toBeHidden();
  await expect(bar).toBeHidden();

  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('name:-000 state:off');
  await expect(shell.grid).toHaveAttribute('data-rows', '10');
  await shell.grid.focus();
  await page.keyboard.press('Control+a');
  await bar.getByRole('button', { name: 'Start' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('10 of 10 done.', {
    timeout: 30_000,
  });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('name:-000');
  await shell.grid.focus();
  await page.keyboard.press('Control+a');
  await bar.getByRole('button', { name: 'More actions' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Pause' }).press('Enter');
  await page
    .getByRole('dialog', { name: 'Pause 10 machines' })
    .getByRole('button', { name: 'Pause' })
    .press('Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('10 of 10 done.', {
    timeout: 30_000,
  });
  await page.keyboard.press('Escape');
  await expect(shell.grid.getByText('Paused')).toHaveCount(10);
});
