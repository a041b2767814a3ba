import { guestMarker } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, expectState, removeGuest } from '../driver/guests.ts';
import { inkOf, likeness, virshScreenshot } from '../driver/pictures.ts';
import type { MachinePage } from '../pages/machine.ts';
import { Shell } from '../pages/shell.ts';

const name = 'tiny';

test.describe('the consoles of a real guest', () => {
  test.beforeEach(async ({ hv1 }) => {
    await defineGuest(hv1, { name });
    await hv1.virsh(['start', name]);
  });

  test.afterEach(async ({ hv1 }) => {
    await removeGuest(hv1, name);
  });

  test('show what the guest shows, and take what is typed', async ({ launch, hv1 }) => {
    const { page } = await launch([hv1.uri.unix]);
    const machine = await new Shell(page).openMachine(name);
    await test.step('serial', async () => {
      await promptOnSerial(machine);
      await serial(machine).type('upper virtdeck types this');
      await serial(machine).shows(/VIRTDECK TYPES THIS/);
    });
    await test.step('graphical', async () => {
      await machine.openConsole(/Display/);
      await graphics(machine).connected();
      await expect(async () => {
        const shown = await graphics(machine).picture();
        expect(inkOf(shown)).toBeGreaterThan(0.005);
        expect(likeness(shown, await virshScreenshot(page, hv1, name))).toBeGreaterThan(0.995);
      }).toPass({ timeout: 30_000 });
      await graphics(machine).type('tell Virtdeck typed this');
    });
    await test.step('what was typed on the screen arrived at the guest', async () => {
      await machine.openConsole(/Serial/);
      await serial(machine).shows(/TOLD by tty1: Virtdeck typed this/);
      // The guest itself reads its screen: the marker stands there too.
      await serial(machine).type('vt');
      await serial(machine).shows(guestMarker);
    });
  });

  test('come back when the guest reboots and when it is started again', async ({ launch, hv1 }) => {
    const { page } = await launch([hv1.uri.unix]);
    const machine = await new Shell(page).openMachine(name);
    await graphics(machine).connected();
    await promptOnSerial(machine);
    await test.step('reboot from inside', async () => {
      await serial(machine).type('reboot');
      // A guest without KVM on a busy machine takes its time.
      await serial(machine).shows(/rebooting[\s\S]*VIRTDECK-GUEST ready/, 90_000);
      await promptOnSerial(machine);
    });
    await test.step('off and on by another client', async () => {
      await hv1.virsh(['destroy', name]);
      await expect(machine.header).toContainText('Off');
      await hv1.virsh(['start', name]);
      await promptOnSerial(machine);
      await machine.openConsole(/Display/);
      await graphics(machine).connected();
      await expect(async () => {
        const shown = await graphics(machine).picture();
        expect(likeness(shown, await virshScreenshot(page, hv1, name))).toBeGreaterThan(0.995);
      }).toPass({ timeout: 30_000 });
    });
  });

  test('an ACPI shutdown ends it, as virsh sees too', async ({ launch, hv1 }) => {
    const { page } = await launch([hv1.uri.unix]);
    const machine = await new Shell(page).openMachine(name);
    await promptOnSerial(machine);
    await serial(machine).type('settled');
    await serial(machine).shows(/^settled$/m);
    await machine.act('Shut down', { confirm: true });
    await expectState(hv1, name, 'shut off');
    await expect(machine.header).toContainText('Off');
  });
});

const serial = (machine: MachinePage) => machine.text('Serial 1');
const graphics = (machine: MachinePage) => machine.graphics('Display (VNC)');

/** Opens the serial console and waits for the guest to take commands. */
async function promptOnSerial(machine: MachinePage): Promise<void> {
  await machine.openConsole(/Serial/);
  await serial(machine).prompt(/tiny>$/, 60_000);
}
