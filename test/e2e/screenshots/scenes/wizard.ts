import { expect } from '@playwright/test';
import { Wizard, type WizardWish } from '../../pages/wizard.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const MEDIA = { pool: 'media', volume: 'tiny.iso' };

/** What is said under a field that is not right. */
const fieldProblem = ({ form }: Wizard) => form.locator('[id$="-error"]').first();

async function open(stage: Stage): Promise<Wizard> {
  await stage.furnish('hv1');
  const wizard = new Wizard(stage.page);
  await wizard.open();
  await wizard.form.getByLabel('Host', { exact: true }).selectOption({ label: 'hv1' });
  await expect(wizard.form.getByLabel('Hypervisor')).toBeVisible();
  return wizard;
}

async function openMedia(stage: Stage): Promise<Wizard> {
  const wizard = await open(stage);
  await wizard.next('Media');
  return wizard;
}

async function openResources(stage: Stage): Promise<Wizard> {
  const wizard = await openMedia(stage);
  await wizard.fillMedia(MEDIA);
  await wizard.next('Resources');
  return wizard;
}

async function openReview(stage: Stage, wish: Partial<WizardWish> & { name: string }): Promise<Wizard> {
  await stage.furnish('hv1');
  const wizard = new Wizard(stage.page);
  await wizard.open();
  await wizard.fill({
    host: 'hv1',
    media: MEDIA,
    disk: { pool: 'default', sizeGiB: 1 },
    memoryMiB: 512,
    ...wish,
  });
  return wizard;
}

const steps: readonly Scene[] = [
  { name: 'wizard-how', open: async (stage) => void (await open(stage)) },
  {
    name: 'wizard-media',
    open: async (stage) => {
      const wizard = await openMedia(stage);
      await wizard.fillMedia(MEDIA);
    },
  },
  {
    name: 'wizard-media-mistake',
    open: async (stage) => {
      const wizard = await openMedia(stage);
      await wizard.fillMedia({ path: 'debian.iso' });
      await wizard.form.getByRole('button', { name: 'Next' }).click();
      await expect(fieldProblem(wizard)).toBeVisible();
    },
  },
  { name: 'wizard-resources', open: async (stage) => void (await openResources(stage)) },
  {
    name: 'wizard-resources-mistakes',
    open: async (stage) => {
      const wizard = await openResources(stage);
      await wizard.form.getByLabel('vCPUs').fill('0');
      await wizard.form.getByLabel('Memory (MiB)').fill('9000000');
      await wizard.form.getByLabel('Size (GiB)').fill('');
      await wizard.form.getByRole('button', { name: 'Next' }).click();
      await expect(fieldProblem(wizard)).toBeVisible();
    },
  },
  {
    name: 'wizard-network',
    open: async (stage) => {
      const wizard = await openResources(stage);
      await wizard.next('Network');
    },
  },
  {
    name: 'wizard-network-mistake',
    open: async (stage) => {
      const wizard = await openResources(stage);
      await wizard.next('Network');
      await wizard.form.getByRole('radio', { name: 'A bridge of the host' }).check();
      await wizard.form.getByRole('button', { name: 'Next' }).click();
      await expect(fieldProblem(wizard)).toBeVisible();
    },
  },
  {
    name: 'wizard-review',
    open: async (stage) => {
      await openReview(stage, { name: 'debian12' });
      await expect(stage.page.getByLabel('XML of debian12')).toContainText('<name>debian12</name>');
    },
  },
  {
    name: 'wizard-review-commands',
    open: async (stage) => {
      await openReview(stage, { name: 'debian12' });
      await stage.page.getByRole('tab', { name: 'Commands' }).click();
      await expect(stage.page.getByRole('region', { name: 'The same by hand' })).toBeVisible();
    },
  },
  {
    name: 'wizard-name-taken',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'web1' });
      await expect(wizard.form).toContainText(/already|exists/);
    },
  },
];

const making: readonly Scene[] = [
  {
    name: 'wizard-failed',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'debian12', media: { path: '/srv/iso/debian-12.iso' } });
      await wizard.create();
      await expect(wizard.failure).toBeVisible({ timeout: 60_000 });
    },
  },
  {
    name: 'wizard-done',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'debian12', network: 'default' });
      const machine = await wizard.createAndOpen('debian12');
      await expect(machine.header).toContainText('Running');
      await machine.graphics('Display (VNC)').connected(60_000);
    },
    leave: async (stage) => {
      await stage.host('hv1').virshAny(['destroy', 'debian12']);
    },
  },
  {
    name: 'wizard-creating',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'debian13', network: 'default' });
      await expect(wizard.createButton).not.toHaveAttribute('aria-disabled', 'true');
      await stage.host('hv1').faults.freeze('libvirtd');
      await wizard.create();
      await expect(stage.page.getByRole('progressbar').first()).toBeVisible();
    },
  },
  {
    name: 'activity-jobs',
    asItIs: true,
    open: async ({ shell, page }) => {
      await shell.navigation.getByRole('button', { name: /^Activity/ }).click();
      await expect(
        page.getByRole('complementary', { name: 'Activity' }).getByRole('listitem').first(),
      ).toBeVisible();
    },
    leave: async (stage) => {
      await stage.host('hv1').faults.restore();
      await stage.host('hv1').virshAny(['destroy', 'debian13']);
    },
  },
];

/** New machine, and the jobs that making one leaves in the activity. */
export const wizard: readonly Scene[] = [...steps, ...making];
