import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { HardwarePage } from '../pages/hardware.ts';

const NAME = 'e2e-sections';
const MAC = '52:54:00:0e:2e:09';
const CARD = `<interface type='network'><mac address='${MAC}'/><source network='default'/></interface>`;

test.describe('the sections of a machine', () => {
  test.beforeEach(async ({ hv1 }) => {
    await defineGuest(hv1, { name: NAME, boot: 'disk', vcpus: 2, cdrom: '/srv/none.iso', devices: CARD });
  });
  test.afterEach(async ({ hv1 }) => removeGuest(hv1, NAME));

  test('are changed together, and saved as they were asked for', async ({ launch, hv1 }) => {
    const { page } = await launch([hv1.uri.unix]);
    const hardware = await HardwarePage.of(page, NAME);

    // By keyboard alone: the card goes before the drive, and the button that was pressed keeps the focus.
    const boot = await hardware.select(/^Boot/);
    const card = `Network card ${MAC}`;
    await boot.getByRole('checkbox', { name: `${card} takes part` }).press('Space');
    await boot.getByRole('button', { name: `Move ${card} up` }).press('Enter');
    await expect(boot.getByRole('button', { name: `Move ${card} up` })).toBeFocused();
    const drive = /^CD-ROM drive hda/;
    await boot.getByRole('checkbox', { name: drive }).press('Space');
    await boot.getByLabel('Boot menu').selectOption({ label: 'On' });
    await boot.getByLabel('Shown for').fill('3000');

    const processors = await hardware.select(/^Processors/);
    await processors.getByLabel('Find a feature of the processor').fill('avx51');
    await processors.getByLabel('Feature avx512f', { exact: true }).selectOption({ label: 'Off' });
    await processors.getByRole('button', { name: 'Choose sockets, cores and threads' }).click();
    await processors.getByLabel('Cores').fill('2');
    await expect(processors.getByLabel('Maximum')).toHaveValue('4');

    const pinning = await hardware.select(/^CPU pinning/);
    await pinning.getByRole('button', { name: 'Pin a vCPU' }).click();
    const pin = pinning.getByLabel('Processors of vCPU 0');
    await pin.fill('0-99999');
    await expect(pinning.getByRole('alert')).toContainText('The host has');
    await expect(hardware.bar.getByRole('button', { name: 'Apply', exact: true })).toBeDisabled();
    // What was typed wrong goes with its row.
    await pinning.getByRole('button', { name: 'Do not pin vCPU 0' }).click();
    await expect(hardware.bar.getByRole('button', { name: 'Apply', exact: true })).toBeEnabled();
    await pinning.getByRole('button', { name: 'Pin a vCPU' }).click();
    await pin.fill('0-1');

    const numa = await hardware.select(/^NUMA/);
    await numa.getByRole('button', { name: 'Add a cell' }).click();
    await numa.getByRole('button', { name: 'Add a cell' }).click();
    await numa.getByLabel('From cell 0 to cell 1').fill('31');

    const identity = await hardware.select(/^Identity/);
    await identity.getByLabel('Product').first().fill('Desk 7');

    await hardware.apply();
    await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
    const saved = await hv1.virsh(['dumpxml', NAME, '--inactive']);
    expect(saved).toMatch(/<mac address='52:54:00:0e:2e:09'\/>[\s\S]*?<boot order='1'\/>/);
    expect(saved).not.toContain('<boot dev=');
    expect(saved).toContain("<bootmenu enable='yes' timeout='3000'/>");
    expect(saved).toContain("<feature policy='disable' name='avx512f'/>");
    expect(saved).toContain("<topology sockets='2' dies='1' cores='2' threads='1'/>");
    expect(saved).toContain("<vcpupin vcpu='0' cpuset='0-1'/>");
    expect(saved).toMatch(/<cell id='0' cpus='0-1'[\s\S]*<sibling id='1' value='31'\/>/);
    expect(saved).toContain("<entry name='product'>Desk 7</entry>");
    expect(saved).toContain("<smbios mode='sysinfo'/>");
  });
});
