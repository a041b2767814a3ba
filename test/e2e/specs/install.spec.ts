import { statSync } from 'node:fs';
import { guestIso, guestMarker, type Host } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { expectState, removeGuest } from '../driver/guests.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import { Shell } from '../pages/shell.ts';
import { Wizard } from '../pages/wizard.ts';

const name = 'from-iso';
const iso = 'tiny-install.iso';

test.afterEach(async ({ hv1 }) => {
  await removeGuest(hv1, name);
  await hv1.virshAny(['vol-delete', '--pool', 'default', `${name}.qcow2`]);
  await hv1.virshAny(['vol-delete', '--pool', 'default', iso]);
});

/** Puts the installation medium where a user would: into a pool, with virsh. */
async function uploadIso(host: Host): Promise<void> {
  // The ordinary kernel: the wizard's CD-ROM is a SATA one, which the quick kernel cannot read.
  const file = await guestIso('full');
  await host.virsh(['vol-create-as', 'default', iso, String(statSync(file).size), '--format', 'raw']);
  await host.virsh(['vol-upload', '--pool', 'default', iso, file]);
}

test('a guest is installed from an ISO with the wizard and used by both consoles', async ({
  launch,
  hv1,
}) => {
  test.setTimeout(300_000);
  await uploadIso(hv1);
  const { page } = await launch([hv1.uri.unix]);
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
  const wizard = new Wizard(page);

  await test.step('the wizard', async () => {
    await wizard.open();
    await wizard.fill({
      name,
      media: { pool: 'default', volume: iso },
      memoryMiB: 512,
      vcpus: 2,
      disk: { pool: 'default', sizeGiB: 1 },
      network: 'default',
    });
    await expect(page.getByLabel(`XML of ${name}`)).toContainText(`<name>${name}</name>`);
    // Nothing is made before Create.
    expect(await hv1.virsh(['list', '--all', '--name'])).not.toContain(name);
    expect(await hv1.virsh(['vol-list', 'default'])).not.toContain(`${name}.qcow2`);
  });

  const machine = await wizard.createAndOpen(name);
  await expect(machine.header).toContainText('Running');

  await test.step('virsh sees what was chosen', async () => {
    await expectState(hv1, name, 'running');
    const xml = await hv1.virsh(['dumpxml', '--inactive', name]);
    expect(xml).toMatch(/<domain type='qemu'/);
    expect(xml).toMatch(/<memory unit='KiB'>524288</);
    expect(xml).toMatch(/<vcpu[^>]*>2</);
    expect(xml).toMatch(/<boot dev='hd'\/>\s*<boot dev='cdrom'\/>|<boot order='1'\/>/);
    expect(await hv1.virsh(['vol-dumpxml', '--pool', 'default', `${name}.qcow2`])).toMatch(
      /<format type='qcow2'\/>/,
    );
    expect(await hv1.virsh(['domiflist', name])).toMatch(/network\s+default/);
  });

  const serial = machine.text('Serial 1');
  const display = machine.graphics('Display (VNC)');

  await test.step('the marker on the display, as virsh takes it', async () => {
    await machine.openConsole(/Display/);
    await display.connected();
    await expect(async () => {
      const shown = await display.picture();
      expect(inkOf(shown)).toBeGreaterThan(0.005);
      expect(likeness(shown, await virshScreenshot(page, hv1, name))).toBeGreaterThan(0.995);
    }).toPass({ timeout: 120_000 });
  });

  await test.step('the marker and an answer on the serial console', async () => {
    await machine.openConsole(/Serial/);
    await serial.prompt(/tiny>$/, 120_000);
    await serial.type('marker');
    await serial.shows(guestMarker);
    await serial.shows(/from=cdrom mem=\d+ cpus=2/);
    await serial.type('vt');
    await serial.shows(/vt\s+(?:.*\n)*VIRTDECK-GUEST ready/);
    await serial.type('upper virtdeck');
    await serial.shows(/^VIRTDECK$/m);
  });

  await test.step('installed, it boots from its disk', async () => {
    await serial.type('settled');
    await serial.shows(/^settled$/m, 60_000);
    await serial.type('install');
    await serial.shows(/^installed \/dev\/sr0 on \/dev\/[sv]da$/m, 60_000);
    await serial.type('reboot');
    await serial.shows(/ready name=\S+ from=disk/, 120_000);
    await serial.prompt(/tiny>$/, 60_000);
  });

  await test.step('it is shut down', async () => {
    await serial.type('settled');
    await serial.shows(/^settled$(?![\s\S]*ready name)/m, 60_000);
    await machine.act('Shut down', { confirm: true });
    await expectState(hv1, name, 'shut off');
    await expect(machine.header).toContainText('Off');
    await expect(page.getByRole('button', { name: 'Start machine' }).first()).toBeVisible();
  });
});
