import { expect, test } from '../driver/fixtures.ts';
import { sidewaysOverflow } from '../driver/overflow.ts';
import { Shell } from '../pages/shell.ts';
import { Wizard } from '../pages/wizard.ts';

const FOLDER = '/srv/browse here';

test.beforeEach(({ hv1 }) =>
  hv1.exec(
    `mkdir -p '${FOLDER}/discs' && cd '${FOLDER}' && touch .secret alpha.txt "it's & <b>.iso" && truncate -s 3M discs/two.iso && touch discs/three.iso`,
  ),
);
test.afterEach(({ hv1 }) => hv1.exec(`rm -rf '${FOLDER}'`));

test('a file of a remote host is found with the keyboard alone', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.ssh]);
  await expect(new Shell(page).host(/Connected/)).toBeVisible({ timeout: 60_000 });
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.how('iso');
  await wizard.next('Media');
  const medium = wizard.file('Installation medium');
  await medium.choose({ path: `${FOLDER}/alpha.txt` });
  const browse = medium.group.getByRole('button', { name: /^Browse/ });
  const path = page.getByLabel('Installation medium: path on the host');
  const dialog = page.getByRole('dialog', { name: /^Installation medium: files of/ });
  const list = dialog.getByRole('listbox', { name: 'Folder' });
  const options = list.getByRole('option');

  await test.step('it begins where the path is, with folders first and nothing hidden', async () => {
    await browse.press('Enter');
    await expect(options).toHaveText([/^discs/, /^alpha\.txt0 B/, /^it's & <b>\.iso0 B/]);
    await dialog.getByLabel('Hidden files').check();
    await expect(options).toHaveCount(4);
    await dialog.getByLabel('Hidden files').uncheck();
    await expect(options).toHaveCount(3);
    await page.setViewportSize({ width: 900, height: 600 });
    expect(await sidewaysOverflow(page)).toEqual([]);
  });

  await test.step('letters and arrows go through it, Enter goes in, Backspace out', async () => {
    await list.focus();
    await page.keyboard.type('di');
    await expect(list.getByRole('option', { name: 'discs, folder' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(options).toHaveText([/^three\.iso/, /^two\.iso3 MiB/]);
    await expect(list).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect(options).toHaveCount(3);
    await expect(list).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(options).toHaveCount(2);
  });

  await test.step('a file is taken', async () => {
    await dialog.getByLabel('Filter', { exact: true }).fill('TWO');
    await expect(options).toHaveText([/^two\.iso/]);
    await list.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(path).toHaveValue(`${FOLDER}/discs/two.iso`);
  });

  await test.step('a folder that is gone says so, and the one above is a step away', async () => {
    await medium.choose({ path: `${FOLDER}/gone/more.iso` });
    await browse.click();
    await expect(dialog.getByRole('alert')).toContainText(`There is no ${FOLDER}/gone/more.iso on`);
    await dialog.getByRole('button', { name: 'Folder above' }).click();
    await expect(dialog.getByRole('alert')).toContainText(`There is no ${FOLDER}/gone on`);
    await dialog
      .getByRole('navigation', { name: 'Way to the folder' })
      .getByRole('button', { name: 'srv' })
      .click();
    await list.getByRole('option', { name: 'browse here, folder' }).dblclick();
    await list.getByRole('option', { name: "it's & <b>.iso, file" }).click();
    await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
    await expect(path).toHaveValue(`${FOLDER}/it's & <b>.iso`);
  });

  await test.step('Escape changes nothing', async () => {
    await browse.click();
    await expect(options).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(path).toHaveValue(`${FOLDER}/it's & <b>.iso`);
  });
});

test('where files cannot be seen, those of the pools are', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.unix]);
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.how('iso');
  await wizard.next('Media');
  const medium = wizard.file('Installation medium');
  await medium.choose({ path: '' });
  await medium.group.getByRole('button', { name: /^Browse/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Installation medium: files of/ });
  await expect(dialog).toContainText('cannot be seen over this connection');
  await dialog.getByLabel('Folder of a pool').selectOption({ label: 'media: /var/lib/libvirt/media' });
  await dialog.getByRole('option', { name: 'tiny.iso, file' }).dblclick();
  await expect(page.getByLabel('Installation medium: path on the host')).toHaveValue(
    '/var/lib/libvirt/media/tiny.iso',
  );
});
