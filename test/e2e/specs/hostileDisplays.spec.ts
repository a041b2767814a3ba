import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { takeDisplay } from '../driver/hostileDisplay.ts';
import { pageProcesses, peakMiB } from '../driver/memory.ts';
import { Shell } from '../pages/shell.ts';

const name = 'hostile';

test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

test('a hostile display does no harm, and what it did is said', async ({ launch, hv1 }) => {
  await defineGuest(hv1, { name });
  test.setTimeout(300_000);
  await hv1.virsh(['start', name, '--paused']);
  const display0 = await takeDisplay(hv1, name);
  const { page, pid } = await launch([hv1.uri.ssh]);
  const shell = new Shell(page);
  const machine = await shell.openMachine(name);
  const display = machine.graphics('Display (VNC)');
  const { pane } = display;
  await display.connected(60_000);
  const processes = [pid, ...(await pageProcesses(page))];
  const before = processes.map(peakMiB);
  for (const [what, words] of [
    ['greeting', /is none: it greets with "HTTP/],
    ['gone', /closed the connection before it showed anything/],
    ['huge', /65535 × 65535 pixels large/],
    ['empty', /0 × 0 pixels large/],
    ['growing', /60000 × 60000 pixels large/],
    ['shrinking', /0 × 0 pixels large/],
    ['outside', /lies outside of it/],
    ['segments', /a part of a picture that has no end/],
    ['pointer', /a pointer of 40000 × 40000 pixels/],
    ['name', /its name has 4,294,967,295 bytes/],
    ['noise', /Connecting again/],
    ['half', /Connecting again/],
  ] as const) {
    await test.step(what, async () => {
      display0.be(what);
      await page.reload();
      await expect(pane).toContainText(words, { timeout: 60_000 });
    });
  }
  for (const what of ['clipboard', 'bomb'] as const) {
    await test.step(what, async () => {
      display0.be('none');
      await page.reload();
      await display.connected(60_000);
      await page.getByRole('button', { name: 'Clipboard' }).click();
      await page.getByRole('menuitemradio', { name: 'On: both ways' }).click();
      await page.keyboard.press('Escape');
      display0.be(what);
      await page.reload();
      await expect(page.getByText('It holds more than 1 MiB.')).toBeVisible({ timeout: 60_000 });
      await expect(async () => {
        const { rgb } = await display.picture();
        // What came after it is understood again.
        expect([rgb[0], rgb[2]].sort()).toEqual([0, 255]);
        expect(rgb[0] === 255).toBe(false);
      }).toPass({ timeout: 60_000 });
    });
  }
  await test.step('a clipboard without an end: the window stays usable, and leaves it', async () => {
    display0.be('endless');
    await page.reload();
    await expect(page.getByText('It holds more than 1 MiB.')).toBeVisible({ timeout: 60_000 });
    await shell.openFleet();
    await expect(shell.row(name)).toContainText('Paused');
    display0.be('none');
    await shell.openMachine(name);
    await display.connected(60_000);
  });
  const grown = processes.map((one, index) => peakMiB(one) - (before[index] ?? 0));
  // A picture of the largest size that is taken needs 256 MiB; of what was announced it would be gigabytes.
  expect(Math.max(...grown)).toBeLessThan(600);
});
