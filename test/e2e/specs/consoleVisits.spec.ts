import { agentsOf } from '../driver/agents.ts';
import { expect, test } from '../driver/fixtures.ts';
import { FootprintReader, openFiles } from '../driver/footprint.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { visitConsole } from '../driver/visits.ts';
import { Shell } from '../pages/shell.ts';

const name = 'visited';
const DISPLAY = 'Display (VNC)';
const SERIAL = 'Serial 1';

/**
 * `npm run -s bench -- soak` does this for longer and looks at more. Whatever stays behind at each visit is a node, a
 * listener, a descriptor or tens of kilobytes.
 */
test('consoles that are opened and left again leave nothing behind', async ({ launch, hv1 }) => {
  test.setTimeout(420_000);
  await defineGuest(hv1, { name });
  await hv1.virsh(['start', name, '--paused']);
  try {
    const { page, pid } = await launch([hv1.uri.unix]);
    const machine = await new Shell(page).openMachine(name);
    await machine.graphics(DISPLAY).connected(60_000);
    const address = await page.evaluate(() => location.hash);
    const reader = await FootprintReader.of(page);
    for (const [title, tab, times] of [
      [DISPLAY, null, 20],
      [SERIAL, SERIAL, 12],
    ] as const) {
      await test.step(title, async () => {
        const visit = { address, pane: `${title} of ${name}`, tab };
        await page.evaluate(visitConsole, { ...visit, times: 5 });
        const before = await settled();
        await page.evaluate(visitConsole, { ...visit, times });
        // What was left last may still be ending.
        await expect(async () => {
          const after = await settled();
          expect(after.nodes - before.nodes).toBeLessThan(times);
          expect(after.listeners - before.listeners).toBeLessThan(times);
          expect(after.buffersMiB - before.buffersMiB).toBeLessThan(8);
          expect(after.heapMiB - before.heapMiB).toBeLessThan(4);
          expect(after.files - before.files).toBeLessThan(times / 2);
        }).toPass({ timeout: 30_000 });
      });
    }

    async function settled() {
      const pids = [pid, ...agentsOf(pid)];
      return { ...(await reader.read()), files: pids.reduce((sum, one) => sum + openFiles(one), 0) };
    }
  } finally {
    await removeGuest(hv1, name);
  }
});
