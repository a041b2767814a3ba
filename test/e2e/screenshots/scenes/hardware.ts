import { expect } from '@playwright/test';
import { HardwarePage } from '../../pages/hardware.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

async function open(stage: Stage): Promise<HardwarePage> {
  await stage.furnish('hv1');
  await stage.openMachine('web1');
  const hardware = new HardwarePage(stage.page);
  await hardware.open();
  const discard = hardware.bar.getByRole('button', { name: 'Discard' });
  if (await discard.isVisible()) await discard.click();
  return hardware;
}

/** A section or device as it is. */
function shown(name: string, item: RegExp): Scene {
  return {
    name: `hardware-${name}`,
    open: async (stage) => {
      const hardware = await open(stage);
      await hardware.item(item).first().click();
    },
  };
}

/** The hardware of a running machine: its forms, changes, and what is asked. */
export const hardware: readonly Scene[] = [
  shown('general', /^General/),
  shown('processors', /^Processors/),
  shown('memory', /^Memory \d/),
  shown('card', /^Network card/),
  {
    name: 'hardware-changed',
    open: async (stage) => {
      const page = await open(stage);
      const card = await page.select(/^Network card/);
      await card.getByLabel('Cable').selectOption({ label: 'Unplugged' });
      await card.getByLabel('Model').selectOption('e1000');
      await card.getByLabel('MTU').fill('9');
      await expect(card.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'hardware-xml',
    open: async (stage) => {
      const page = await open(stage);
      const card = await page.select(/^Network card/);
      await card.getByRole('tab', { name: 'XML' }).click();
      await expect(card.getByRole('textbox', { name: 'XML of the device' })).toBeVisible();
    },
  },
  {
    name: 'hardware-add',
    open: async (stage) => {
      const page = await open(stage);
      const dialog = await page.add('Disk');
      await expect(dialog.getByLabel('Storage')).toBeVisible();
    },
  },
  {
    name: 'hardware-review',
    open: async (stage) => {
      const page = await open(stage);
      const card = await page.select(/^Network card/);
      await card.getByLabel('Model').selectOption('e1000');
      await page.bar.getByRole('button', { name: 'Review' }).click();
      await expect(stage.page.getByRole('dialog', { name: 'Review changes' })).toContainText('e1000');
    },
  },
  {
    name: 'hardware-difference',
    open: async (stage) => {
      const page = await open(stage);
      const card = await page.select(/^Network card/);
      await card.getByLabel('Model').selectOption('e1000');
      await page.bar.getByRole('button', { name: 'Review' }).click();
      const dialog = stage.page.getByRole('dialog', { name: 'Review changes' });
      await dialog.getByRole('tab', { name: 'XML difference' }).click();
      await expect(dialog).toContainText('e1000');
    },
  },
  {
    name: 'hardware-conflict',
    open: async (stage) => {
      const page = await open(stage);
      const general = await page.select('General');
      await general.getByLabel('Title', { exact: true }).fill('Front end, Hamburg');
      const host = stage.host('hv1');
      await host.virsh(['desc', 'web1', '--config', '--title', 'Web server']);
      await host.exec('virsh dumpxml web1 --inactive > /tmp/again.xml && virsh define /tmp/again.xml');
      await expect(stage.page.getByRole('alert')).toContainText('changed by somebody else too');
    },
  },
];
