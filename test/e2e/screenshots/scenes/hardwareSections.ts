import type { Locator } from '@playwright/test';
import { HardwarePage } from '../../pages/hardware.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

/** A section of a machine that is off, so that all of it can be changed; `fill` makes it show what it can. */
function section(
  name: string,
  id: string,
  title: string,
  fill?: (pane: Locator) => Promise<void>,
  sight?: string,
): Scene {
  return {
    name: `sections-${name}`,
    open: async (stage: Stage) => {
      await stage.furnish('hv1');
      await stage.openMachine('legacy-crm');
      const hardware = new HardwarePage(stage.page);
      await hardware.open();
      const discard = hardware.bar.getByRole('button', { name: 'Discard' });
      if (await discard.isVisible()) await discard.click();
      const pane = hardware.pane(title);
      await hardware.list.locator(`[data-item="${id}"]`).click();
      await pane.getByRole('heading', { name: title }).waitFor();
      await fill?.(pane);
    },
    ...(sight !== undefined && {
      sight: (stage: Stage) =>
        stage.page.getByRole('region', { name: title }).getByText(sight, { exact: true }),
    }),
  };
}

const click =
  (...names: readonly string[]) =>
  async (pane: Locator): Promise<void> => {
    for (const name of names) await pane.getByRole('button', { name, exact: true }).click();
  };

/** The sections of a machine. */
export const hardwareSections: readonly Scene[] = [
  section('general', 'general', 'General'),
  section('processors', 'processors', 'Processors', async (pane) => {
    await pane.getByLabel('Maximum').fill('4');
    await click('Switch vCPUs one by one', 'Choose sockets, cores and threads')(pane);
  }),
  section(
    'cpu-features',
    'processors',
    'Processors',
    async (pane) => {
      await pane.getByLabel('Find a feature of the processor').fill('avx');
    },
    'Features',
  ),
  section('pinning', 'pinning', 'CPU pinning and shares', async (pane) => {
    await click('Pin a vCPU', 'Schedule vCPUs')(pane);
    await pane.getByLabel('Processors of vCPU 0').fill('0-x');
  }),
  section('numa', 'numa', 'NUMA', async (pane) => {
    await click('Add a cell', 'Add a cell', 'Say it for a cell')(pane);
    await pane.getByLabel('Taken', { exact: true }).selectOption('strict');
  }),
  section('iothreads', 'iothreads', 'I/O threads', click('Add an I/O thread', 'Add an I/O thread')),
  section('memory', 'memory', 'Memory', async (pane) => {
    await pane.getByLabel('Huge pages', { exact: true }).check({ force: true });
    await click('Choose a size')(pane);
  }),
  section('tuning', 'tuning', 'Block and memory tuning', click('Add a device')),
  section('boot', 'boot', 'Boot', async (pane) => {
    await pane.getByLabel('Boot menu').selectOption({ label: 'On' });
  }),
  section(
    'firmware',
    'boot',
    'Boot',
    async (pane) => {
      await pane.getByLabel('Firmware', { exact: true }).selectOption('efi');
    },
    'Secure boot',
  ),
  section('clock', 'clock', 'Clock and timers', click('Add a timer', 'Add a timer')),
  section('features', 'features', 'Features'),
  section('hyperv', 'features', 'Features', undefined, 'Synthetic timers'),
  section('lifecycle', 'lifecycle', 'Power and lifecycle'),
  section('security', 'security', 'Security', click('Say it for a model')),
  section('sysinfo', 'sysinfo', 'Identity (SMBIOS)'),
];
