import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from '../driver/fixtures.ts';
import { removeGuest } from '../driver/guests.ts';
import { sidewaysOverflow } from '../driver/overflow.ts';
import { Shell } from '../pages/shell.ts';
import { METHOD_NAMES, Wizard } from '../pages/wizard.ts';

test('answers are kept while one goes back and forth, and under a name', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
  const wizard = new Wizard(page);
  await wizard.open();

  await test.step('another method makes answers void, and does not lose them', async () => {
    await wizard.how('import', { virtType: null });
    await wizard.next('Media');
    await wizard.file('Disk with a system').choose({ path: '/srv/old disk.qcow2' });
    await wizard.back('How');
    await wizard.how('iso', { virtType: null });
    await wizard.next('Media');
    await wizard.file('Installation medium').choose({ path: '/srv/new.iso' });
    await wizard.back('How');
    await wizard.how('import', { virtType: null });
    await wizard.next('Media');
    await expect(page.getByLabel('Disk with a system: path on the host')).toHaveValue('/srv/old disk.qcow2');
  });

  await test.step('what is wrong holds one back, and is said', async () => {
    await wizard.file('Disk with a system').choose({ path: 'old.qcow2' });
    await wizard.form.getByRole('button', { name: 'Next' }).click();
    await expect(wizard.form).toContainText('The path has to start with a slash');
    await wizard.at('Media');
    await wizard.file('Disk with a system').choose({ path: '/srv/old.qcow2' });
  });

  await test.step('a recipe', async () => {
    await wizard.next('Resources');
    await wizard.resources({ vcpus: 3 });
    await wizard.next('Network');
    await wizard.next('Review');
    await expect(wizard.form.getByLabel('Name', { exact: true })).toHaveValue('old');
    await wizard.form.getByRole('button', { name: 'Save as recipe' }).click();
    await page.getByLabel('Recipe’s name').fill('Imported');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await wizard.form.getByRole('button', { name: 'Discard' }).click();
    await wizard.open();
    await wizard.form.getByRole('button', { name: 'Use recipe Imported' }).click();
    await expect(wizard.methods.getByRole('radio', { name: METHOD_NAMES.import })).toBeChecked();
    await wizard.next('Media');
    await expect(page.getByLabel('Disk with a system: path on the host')).toHaveValue('/srv/old.qcow2');
    await wizard.next('Resources');
    await expect(wizard.form.getByRole('textbox', { name: 'vCPUs' })).toHaveValue('3');
  });

  await test.step('and it is removed', async () => {
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'How' }).click();
    await wizard.form.getByRole('button', { name: 'Remove recipe Imported' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(wizard.form.getByRole('list', { name: 'Recipes' })).toBeHidden();
  });
});

test('every method fits into the smallest window', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
  await page.setViewportSize({ width: 900, height: 600 });
  const wizard = new Wizard(page);
  await wizard.open();
  for (const method of ['iso', 'import', 'cloud', 'tree', 'pxe', 'kernel', 'empty'] as const) {
    const radio = wizard.methods.getByRole('radio', { name: METHOD_NAMES[method], exact: true });
    if (await radio.isDisabled()) continue;
    await radio.check();
    await wizard.form.getByRole('button', { name: 'Next' }).click();
    await expect(wizard.form.getByRole('heading', { level: 1 })).not.toHaveText('How');
    expect(await sidewaysOverflow(page), method).toEqual([]);
    await wizard.back('How');
  }
});

test('one leaves while a machine is made, and the next wizard begins anew', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const shell = new Shell(page);
  await expect(shell.host(/Connected/)).toBeVisible();
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.how('empty', { virtType: null });
  await wizard.next('System');
  await wizard.rest({ name: 'left-alone' });
  // As quick as somebody who does not wait can never be: nothing of the machine is made yet.
  await wizard.createButton.evaluate((button) => {
    if (button instanceof HTMLElement) button.click();
    window.location.hash = '#/';
  });
  const activity = page.getByRole('complementary', { name: 'Activity' });
  await shell.navigation.getByRole('button', { name: 'Activity' }).click();
  await activity.getByRole('button', { name: /^Clear Create left-alone/ }).click();
  await expect(activity).toContainText('Nothing is going on');
  await activity.getByRole('button', { name: 'Close activity' }).click();
  await expect(page).toHaveURL(/#\/$/);
  await wizard.open();
  await wizard.at('How');
  await expect(wizard.methods.getByRole('radio', { name: METHOD_NAMES.empty })).not.toBeChecked();
});

test.describe('on a real host', () => {
  const name = 'edited-first';
  const iso = 'from-here.iso';

  test.afterEach(async ({ hv1 }) => {
    await removeGuest(hv1, name);
    for (const [pool, volume] of [
      ['media', iso],
      ['default', `${name}.qcow2`],
    ] as const) {
      await hv1.virshAny(['vol-delete', '--pool', pool, volume]);
    }
  });

  test('a local file is uploaded, whole, and is the chosen medium then', async ({ launch, hv1 }) => {
    const content = randomBytes(5 * 1024 * 1024 + 17);
    const { page } = await launch([hv1.uri.unix]);
    await expect(new Shell(page).host(/Connected/)).toBeVisible();
    const wizard = new Wizard(page);
    await wizard.open();
    await wizard.how('iso');
    await wizard.next('Media');
    const medium = wizard.file('Installation medium');
    await medium.startUpload({
      file: { name: 'local name.iso', mimeType: 'application/octet-stream', buffer: content },
      pool: 'media',
      volume: iso,
    });
    await medium.uploaded(iso);
    const there = await hv1.exec(`sha256sum /var/lib/libvirt/media/${iso}`);
    expect(there).toContain(createHash('sha256').update(content).digest('hex'));
    await wizard.next('Resources');
  });

  test('the hardware is edited before it is made', async ({ launch, hv1 }) => {
    const { page } = await launch([hv1.uri.unix]);
    await expect(new Shell(page).host(/Connected/)).toBeVisible();
    const wizard = new Wizard(page);
    await wizard.open();
    await wizard.how('empty');
    await wizard.next('System');
    await wizard.rest({ name, memoryMiB: 128, vcpus: 1, disk: { pool: 'default', sizeGiB: 0.1 } });
    await wizard.form.getByRole('button', { name: 'Edit before install' }).click();
    const dialog = page.getByRole('dialog', { name: `Edit ${name} before it is made` });
    await dialog.getByLabel('Title').fill('Edited first');
    await dialog.getByRole('button', { name: 'Use this definition' }).click();
    await expect(dialog).toBeHidden();
    await expect(wizard.form).toContainText('The definition was edited by hand.');
    // Its page has the title for a heading, and the name only for the moment until the title is read.
    await wizard.create();
    await expect(page.getByRole('heading', { level: 1, name: 'Edited first' })).toBeVisible({
      timeout: 60_000,
    });
    expect(await hv1.virsh(['dumpxml', '--inactive', name])).toContain('<title>Edited first</title>');
  });
});
