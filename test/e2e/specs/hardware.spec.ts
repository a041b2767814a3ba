import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { HardwarePage } from '../pages/hardware.ts';
import { Shell } from '../pages/shell.ts';

const MAC = '52:54:00:0e:2e:01';
const IMAGE = '/var/lib/libvirt/images/e2e-hardware.img';

test.describe('a running machine', () => {
  test.beforeEach(async ({ hv1 }) => {
    await hv1.exec(`qemu-img create -q -f raw ${IMAGE} 8M`);
    const card = `<interface type='network'><mac address='${MAC}'/><source network='default'/><model type='virtio'/></interface>`;
    await defineGuest(hv1, { name: 'e2e-edit', memory: 192, devices: card });
    await hv1.virsh(['start', 'e2e-edit']);
  });
  test.afterEach(async ({ hv1 }) => removeGuest(hv1, 'e2e-edit'));

  test('is changed, reviewed and applied: now what can be, at the next boot the rest', async ({
    launch,
    hv1,
  }) => {
    const { page } = await launch([hv1.uri.unix]);
    const hardware = await HardwarePage.of(page, 'e2e-edit');

    const card = await hardware.select(new RegExp(MAC));
    await card.getByLabel('Cable').selectOption({ label: 'Unplugged' });
    await expect(card.getByText('applies now')).toBeVisible();
    await card.getByLabel('Model').selectOption('e1000');
    await expect(hardware.bar).toContainText('2 changes: 1 applies now, 1 at next boot');

    const dialog = await hardware.add('Disk');
    await dialog.getByLabel('Storage').fill('not/absolute');
    await expect(dialog.getByRole('alert')).toContainText('begins with a slash');
    await dialog.getByLabel('Storage').fill(IMAGE);
    await dialog.getByLabel('Format').selectOption('raw');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(hardware.item('Disk vda')).toContainText('e2e-hardware.img');
    await expect(hardware.bar).toContainText('3 changes: 2 apply now, 1 at next boot');

    // What is not applied yet outlives the page.
    await page.getByRole('tab', { name: 'Overview' }).click();
    await new Shell(page).openFleet();
    await new Shell(page).openMachine('e2e-edit');
    await hardware.open();
    await expect(hardware.bar).toContainText('3 changes');
    expect(await hv1.virsh(['dumpxml', 'e2e-edit', '--inactive'])).not.toContain('e1000');

    await hardware.bar.getByRole('button', { name: 'Review' }).click();
    const review = page.getByRole('dialog', { name: 'Review changes' });
    const row = review.getByRole('row', { name: /network card .*: model/ });
    await expect(row).toContainText('virtio');
    await expect(row).toContainText('e1000');
    await expect(row).toContainText('at next boot');
    await review.getByRole('tab', { name: 'XML difference' }).click();
    await expect(review.getByRole('textbox', { name: /proposed definition: after/ })).toContainText('e1000');
    await review.getByRole('button', { name: 'Close' }).last().click();

    await hardware.apply();
    await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
    const [live, saved] = [
      await hv1.virsh(['dumpxml', 'e2e-edit']),
      await hv1.virsh(['dumpxml', 'e2e-edit', '--inactive']),
    ];
    for (const xml of [live, saved]) {
      expect(xml).toContain(`<source file='${IMAGE}'`);
      expect(xml).toContain(`<link state='down'/>`);
    }
    expect(saved).toContain(`<model type='e1000'/>`);
    expect(live).toContain(`<model type='virtio'/>`);
  });

  test('that somebody else changes too is merged, and asked about where both changed the same', async ({
    launch,
    hv1,
  }) => {
    const { page } = await launch([hv1.uri.unix]);
    const hardware = await HardwarePage.of(page, 'e2e-edit');
    const general = await hardware.select('General');
    await general.getByLabel('Title', { exact: true }).fill('mine');
    await expect(hardware.bar).toContainText('1 change');
    await hv1.virsh(['desc', 'e2e-edit', '--config', '--title', 'theirs']);
    await hv1.virsh(['desc', 'e2e-edit', '--config', 'a description']);
    // libvirt tells of this one.
    await hv1.exec('virsh dumpxml e2e-edit --inactive > /tmp/again.xml && virsh define /tmp/again.xml');
    const conflict = page.getByRole('alert').filter({ hasText: 'changed by somebody else too' });
    await expect(conflict).toContainText('theirs');
    await expect(conflict).toContainText('mine');
    await expect(general.getByLabel('Description')).toHaveValue('a description');
    await expect(general.getByLabel('Title', { exact: true })).toHaveValue('mine');
    await conflict.getByRole('button', { name: 'Take theirs' }).click();
    await expect(general.getByLabel('Title', { exact: true })).toHaveValue('theirs');
    await expect(conflict).toBeHidden();
  });
});

test('a device is edited as XML, which says where it is wrong', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const hardware = await HardwarePage.of(page, 'test');
  await hardware.item(/^Memory \d/).click();
  const memory = hardware.pane('Memory');
  await memory.getByLabel('Maximum', { exact: true }).fill('x');
  await expect(memory.getByRole('alert')).toContainText('not an amount');
  await expect(hardware.bar.getByRole('button', { name: 'Apply' })).toHaveAttribute('aria-disabled', 'true');
  await hardware.bar.getByRole('button', { name: 'Discard' }).click();
  const maximum = memory.getByLabel('Maximum', { exact: true });
  await expect(maximum).not.toHaveValue('x');

  // Key by key: what is right so far is not put into another unit, nor rounded, before the rest is typed.
  const unit = memory.getByLabel('Unit of Maximum');
  await unit.selectOption('MiB');
  await maximum.fill('');
  await maximum.pressSequentially('10245');
  await expect(maximum).toHaveValue('10245');
  await unit.selectOption('GiB');
  await maximum.fill('');
  await maximum.pressSequentially('4.05');
  await expect(maximum).toHaveValue('4.05');
  await expect(unit).toHaveValue('GiB');
  await hardware.bar.getByRole('button', { name: 'Discard' }).click();

  await page.getByRole('button', { name: 'Add hardware' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add hardware' });
  await dialog.getByRole('button', { name: /^Network card/ }).click();
  await dialog.getByRole('tab', { name: 'XML' }).click();
  const editor = dialog.getByRole('textbox', { name: 'XML of the device' });
  await editor.fill('<interface type="user"><mac address="52:54:00:00:00:99"/><oops></interface>');
  await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await editor.fill('<interface type="user"><mac address="52:54:00:00:00:99"/></interface>');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(hardware.item(/52:54:00:00:00:99/)).toBeVisible();
  await expect(hardware.bar).toContainText('1 change');

  const card = await hardware.select(/52:54:00:00:00:99/);
  await card.getByRole('tab', { name: 'XML' }).click();
  const text = page.getByRole('textbox', { name: 'XML of the device' });
  await text.fill('<interface type="user"><mac address="52:54:00:00:00:98"/><oops></interface>');
  await expect(hardware.bar.getByRole('button', { name: 'Apply' })).toHaveAttribute('aria-disabled', 'true');
  await text.fill(
    '<interface type="user"><mac address="52:54:00:00:00:98"/><link state="sideways"/></interface>',
  );
  await expect(page.locator('.cm-lint-marker-warning')).toBeVisible();
  await text.fill('<interface type="user"><mac address="52:54:00:00:00:98"/></interface>');
  await expect(hardware.item(/52:54:00:00:00:98/)).toBeVisible();
  await hardware.bar.getByRole('button', { name: 'Undo' }).click();
  await expect(hardware.item(/52:54:00:00:00:99/)).toBeVisible();
  await hardware.bar.getByRole('button', { name: 'Undo' }).click();
  await expect(hardware.item(/52:54:00:00:00:99/)).toBeHidden();
});

test('the whole definition is edited as text, together with the forms', async ({ launch }) => {
  const { page } = await launch(['test:///default']);
  const machine = await new Shell(page).openMachine('test');
  const hardware = new HardwarePage(page);
  await hardware.open();
  const general = await hardware.select('General');
  await general.getByLabel('Title', { exact: true }).fill('By form');
  await machine.openTab('XML');
  await page.getByRole('radiogroup', { name: 'Definition' }).getByText('Edit').click();
  const editor = page.getByRole('textbox', { name: 'XML of test' });
  await expect(editor).toContainText('<title>By form</title>');
  await editor.fill('<domain type="test">');
  await expect(hardware.bar.getByRole('button', { name: 'Apply' })).toHaveAttribute('aria-disabled', 'true');
  await hardware.bar.getByRole('button', { name: 'Undo' }).click();
  await hardware.bar.getByRole('button', { name: 'Discard' }).click();
  await expect(hardware.bar).toBeHidden();
  await expect(editor).not.toContainText('By form');
});
