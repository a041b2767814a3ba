import { expect } from '@playwright/test';
import type { MachinePage } from '../../pages/machine.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const SERIAL = 'Serial 1';
const DISPLAY = 'Display (VNC)';
/** A link and some colours, as build tools print them. */
const PRINT =
  "sh printf '\\033[32mok\\033[0m build 17 \\033]8;;https://ci.example.org/builds/17?log=1\\033\\\\the\\055log\\033]8;;\\033\\\\\\n'";

async function openSerial(stage: Stage): Promise<MachinePage> {
  await stage.furnish('hv1');
  const machine = await stage.openMachine('web1');
  await machine.openConsole(SERIAL);
  await machine.text(SERIAL).prompt(/tiny> ?$/, 90_000);
  return machine;
}

async function openMenu(machine: MachinePage): Promise<void> {
  await machine.text(SERIAL).pane.getByRole('button', { name: 'Terminal' }).click();
  await expect(machine.page.getByRole('menuitem', { name: 'Send size to guest…' })).toBeVisible();
}

async function paste(stage: Stage, text: string): Promise<void> {
  await stage.page
    .locator('.xterm-helper-textarea')
    .first()
    .evaluate((area, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
}

async function split(stage: Stage, ...entries: readonly string[]): Promise<void> {
  await stage.page.getByRole('button', { name: 'Show two consoles at once' }).click();
  for (const name of entries) await stage.page.getByRole('menuitemradio', { name, exact: true }).click();
  await stage.page.keyboard.press('Escape');
}

/** The serial console with the display beside it. */
async function openSplit(stage: Stage): Promise<void> {
  const machine = await openSerial(stage);
  await split(stage, DISPLAY);
  await machine.graphics(DISPLAY).connected(60_000);
}

/** What text consoles can do. */
export const textConsoleScenes: readonly Scene[] = [
  {
    name: 'text-menu',
    open: async (stage) => await openMenu(await openSerial(stage)),
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'text-search',
    open: async (stage) => {
      const machine = await openSerial(stage);
      await machine.text(SERIAL).type('flood 12');
      await stage.page.keyboard.press('Control+Shift+F');
      await stage.page.getByRole('textbox', { name: 'Search for' }).fill('ghijkl');
      await expect(stage.page.getByRole('search').getByRole('status')).toHaveText(/ of /);
    },
  },
  {
    name: 'text-paste',
    open: async (stage) => {
      await openSerial(stage);
      await paste(stage, 'apt-get update\napt-get install -y nginx\n\u001b[201~systemctl restart nginx\n');
      await expect(stage.page.getByRole('dialog', { name: /Paste into/ })).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'text-link',
    open: async (stage) => {
      const machine = await openSerial(stage);
      await machine.text(SERIAL).type(PRINT);
      await machine.text(SERIAL).shows(/the-log/);
      const link = await machine.text(SERIAL).pane.getByText('the-log', { exact: true }).last().boundingBox();
      await stage.page.mouse.move((link?.x ?? 0) + 10, (link?.y ?? 0) + 6);
      await stage.page.mouse.move((link?.x ?? 0) + 12, (link?.y ?? 0) + 7);
      await stage.page.mouse.down();
      await stage.page.mouse.up();
      await expect(stage.page.getByRole('dialog', { name: 'A link from the guest' })).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'text-size',
    open: async (stage) => {
      await openMenu(await openSerial(stage));
      await stage.page.getByRole('menuitem', { name: 'Send size to guest…' }).click();
      await expect(stage.page.getByRole('dialog', { name: 'Send size to guest?' })).toBeVisible();
    },
    leave: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'text-log-start',
    open: async (stage) => {
      await openMenu(await openSerial(stage));
      await stage.page.getByRole('menuitem', { name: 'Write everything to a file…' }).click();
      await expect(stage.page.getByRole('dialog', { name: /to a file/ })).toBeVisible();
    },
  },
  {
    name: 'text-log',
    after: 'text-log-start',
    open: async (stage) => {
      await stage.page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
      const chip = stage.page.getByRole('button', { name: /^Log: / });
      await chip.click();
      await expect(stage.page.getByRole('menuitem', { name: 'Copy the path' })).toBeVisible();
    },
    leave: async ({ page }) => {
      await page.getByRole('menuitem', { name: 'Stop writing to the file' }).click();
    },
  },
  {
    name: 'console-split',
    open: async (stage) => await openSplit(stage),
    leave: async (stage) => await split(stage, 'Nothing else'),
  },
  {
    name: 'console-split-stacked',
    open: async (stage) => {
      await openSplit(stage);
      await split(stage, 'One above the other');
    },
    leave: async (stage) => await split(stage, 'Side by side', 'Nothing else'),
  },
];
