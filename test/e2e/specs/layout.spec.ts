import type { Page } from '@playwright/test';
import { expect, test } from '../driver/fixtures.ts';
import { sidewaysOverflow } from '../driver/overflow.ts';
import { ConnectionForm } from '../pages/connections.ts';
import { Shell } from '../pages/shell.ts';
import { Wizard } from '../pages/wizard.ts';

/** The smallest window that is supported, and a large one at 200 %, which leaves the page less than that in height. */
const SIZES = [
  { width: 900, height: 600 },
  { width: 960, height: 540 },
];

/** Nothing reaches over the side of the window, and no part of the page has to be scrolled sideways. */
async function expectFits(page: Page, what: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expect
      .poll(() => sidewaysOverflow(page), { message: `${what} at ${size.width} x ${size.height}` })
      .toEqual([]);
  }
}

test('every page fits into the smallest window', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const shell = new Shell(page);
  await shell.row('test').waitFor();
  await expectFits(page, 'all machines');

  await page.getByRole('checkbox', { name: 'Select test', exact: true }).check();
  await shell.navigation.getByRole('button', { name: 'Activity' }).click();
  await expectFits(page, 'all machines with the activity');
  await shell.navigation.getByRole('button', { name: 'Activity' }).click();

  const machine = await shell.openMachine('test');
  for (const tab of ['Console', 'Overview', 'Hardware', 'XML', 'History'] as const) {
    await machine.openTab(tab);
    await expectFits(page, `a machine's ${tab}`);
  }
  await shell.host(/Connected/).click();
  for (const tab of ['Overview', 'Machines', 'Storage', 'Networks']) {
    await page.getByRole('tablist', { name: 'Host' }).getByRole('tab', { name: tab }).click();
    await expectFits(page, `a host's ${tab}`);
  }
  await shell.navigation.getByRole('button', { name: 'Settings' }).click();
  await expectFits(page, 'the settings');

  await new Wizard(page).open();
  await expectFits(page, 'the wizard');

  const form = await ConnectionForm.add(page);
  for (const uri of [
    'qemu+ssh://root@hv1/system',
    'qemu+tls://hv1/system',
    'vpx://vcenter/dc/cluster/esx1',
  ]) {
    await form.uri.fill(uri);
    await form.openAdvanced();
    await expectFits(page, `the form for ${uri}`);
  }
});

test('what does not fit is found', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  await new Shell(page).row('test').waitFor();
  await page.evaluate(() => {
    const wide = document.createElement('div');
    wide.textContent = 'too wide';
    wide.style.cssText = 'position: absolute; top: 0; width: 5000px';
    document.querySelector('main')?.append(wide);
  });
  expect((await sidewaysOverflow(page)).join()).toContain('too wide');
});
