import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { HardwarePage } from '../pages/hardware.ts';

const NAME = 'e2e-storage';
const VOLUME = `${NAME}-vda.qcow2`;
const PATH = `/var/lib/libvirt/images/${VOLUME}`;

test.describe('the storage of a machine', () => {
  test.beforeEach(async ({ hv1 }) => {
    await defineGuest(hv1, { name: NAME, machine: 'q35', cdrom: '/srv/gone.iso' });
  });
  test.afterEach(async ({ hv1 }) => {
    await removeGuest(hv1, NAME);
    await hv1.virshAny(['vol-delete', '--pool', 'default', VOLUME]);
  });

  test('is made with a disk, chosen for a drive, and deleted only when that is asked for', async ({
    launch,
    hv1,
  }) => {
    const { page } = await launch([hv1.uri.unix]);
    const hardware = await HardwarePage.of(page, NAME);

    const dialog = await hardware.add('Disk');
    await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await dialog.getByRole('button', { name: 'New volume', exact: true }).click();
    await expect(dialog.getByLabel('Volume name')).toHaveValue(VOLUME);
    await dialog.getByLabel('Size in GiB').fill('0.0625');
    await dialog.getByRole('button', { name: 'Use a new volume' }).click();
    await expect(dialog.getByRole('note')).toContainText('it is made when the change is applied');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(hardware.bar).toContainText(`Volume ${VOLUME} of 64 MiB is made in pool default`);
    expect(await hv1.virsh(['vol-list', 'default'])).not.toContain(VOLUME);

    const drive = await hardware.select(/^CD-ROM drive/);
    await drive.getByRole('button', { name: 'Choose a medium' }).click();
    // The pool that has media is found by itself.
    await drive.getByRole('radio', { name: /tiny\.iso/ }).check();
    await drive.getByRole('button', { name: 'Insert' }).click();
    await expect(drive.getByLabel('Medium')).toHaveValue(/tiny\.iso$/);

    await hardware.apply();
    await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
    expect(await hv1.virsh(['vol-info', '--pool', 'default', VOLUME])).toContain('64.00 MiB');
    const xml = await hv1.virsh(['dumpxml', NAME, '--inactive']);
    expect(xml).toContain(`<source file='${PATH}'/>`);
    expect(xml).toContain('tiny.iso');

    const disk = await hardware.select(/^Disk vda/);
    await disk.getByRole('button', { name: 'Remove' }).click();
    const question = page.getByRole('dialog', { name: 'Remove Disk vda?' });
    const wish = question.getByRole('checkbox', { name: /Delete its storage too/ });
    await expect(wish).toBeEnabled({ timeout: 20_000 });
    await expect(wish).not.toBeChecked();
    await wish.check();
    await question.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(hardware.bar).toContainText(`${PATH} is deleted`);
    await expect(hardware.list.locator('[aria-current=true]')).toBeFocused();
    expect(await hv1.virsh(['vol-list', 'default'])).toContain(VOLUME);
    await hardware.apply();
    await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
    expect(await hv1.virsh(['vol-list', 'default'])).not.toContain(VOLUME);
    expect(await hv1.virsh(['dumpxml', NAME, '--inactive'])).not.toContain(PATH);
  });
});
