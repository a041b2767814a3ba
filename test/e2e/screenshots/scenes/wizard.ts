import { expect, type Locator } from '@playwright/test';
import { type Method, Wizard, type WizardWish } from '../../pages/wizard.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const MEDIA = { pool: 'media', volume: 'tiny.iso' };

/** What is said under a field that is not right. */
const fieldProblem = ({ form }: Wizard) => form.locator('[id$="-error"], [role="alert"]').first();

async function open(stage: Stage): Promise<Wizard> {
  await stage.furnish('hv1');
  const wizard = new Wizard(stage.page);
  await wizard.open();
  await wizard.form.getByLabel('Host', { exact: true }).selectOption({ label: 'hv1' });
  await expect(wizard.methods).toBeVisible();
  return wizard;
}

/** The second step of a method. */
async function openMethod(stage: Stage, method: Method, title = 'Media'): Promise<Wizard> {
  const wizard = await open(stage);
  await wizard.how(method);
  await wizard.next(title);
  return wizard;
}

async function openMedia(stage: Stage): Promise<Wizard> {
  return openMethod(stage, 'iso');
}

async function openResources(stage: Stage): Promise<Wizard> {
  const wizard = await openMedia(stage);
  await wizard.fillMedia(MEDIA);
  await wizard.next('Resources');
  await expect(wizard.disk(1)).toBeVisible();
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

/** The second step of a method, with something done in it. */
function methodScene(
  name: string,
  method: Method,
  fill: (wizard: Wizard, stage: Stage) => Promise<unknown>,
  options: { title?: string; sight?: (wizard: Wizard) => Locator } = {},
): Scene {
  const { sight } = options;
  return {
    name,
    open: async (stage) => {
      const wizard = await openMethod(stage, method, options.title);
      await fill(wizard, stage);
    },
    ...(sight && { sight: (stage: Stage) => sight(new Wizard(stage.page)) }),
  };
}

const methods: readonly Scene[] = [
  methodScene('wizard-iso-upload', 'iso', async (wizard) => {
    const medium = wizard.file('Installation medium');
    await medium.from('Upload a file');
    await medium.group.locator('input[type=file]').setInputFiles({
      name: 'debian-12.7.0-amd64-netinst.iso',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(128 * 1024),
    });
    await expect(medium.group.getByRole('button', { name: 'Upload', exact: true })).toBeVisible();
  }),
  methodScene('wizard-iso-windows', 'iso', async (wizard) => {
    await wizard.fillMedia(MEDIA);
    await wizard.chooseSystem('windows 11', 'Microsoft Windows 11');
    await wizard.form.getByRole('checkbox', { name: 'Insert a second medium with drivers' }).check();
    await expect(wizard.file('Drivers (virtio-win)').group).toBeVisible();
  }),
  methodScene(
    'wizard-iso-unattended',
    'iso',
    async (wizard) => {
      await wizard.fillMedia(MEDIA);
      await wizard.chooseSystem('debian 11', 'Debian 11');
      await wizard.form.getByRole('checkbox', { name: 'Install without questions' }).check();
    },
    { sight: ({ form }) => form.getByRole('region', { name: 'Unattended installation' }) },
  ),
  methodScene('wizard-systems', 'iso', async (wizard, { page }) => {
    await wizard.system.getByRole('button', { name: 'Choose' }).click();
    const dialog = page.getByRole('dialog', { name: 'Operating system' });
    await dialog.getByLabel('Search systems').fill('debian');
    await expect(dialog.getByRole('radio').nth(1)).toBeVisible();
  }),
  methodScene(
    'wizard-pxe',
    'pxe',
    async (wizard) => {
      await expect(wizard.form.getByRole('region', { name: 'PXE on this network' })).toBeVisible();
    },
    { title: 'Network boot' },
  ),
  methodScene('wizard-kernel', 'kernel', async (wizard) => {
    await wizard.file('Kernel').choose({ path: '/srv/boot/vmlinuz' });
    await wizard.file('Initrd').choose({ url: 'https://deb.debian.org/initrd.gz' });
  }),
  methodScene(
    'wizard-kernel-composer',
    'kernel',
    async (wizard) => {
      await wizard.disclose('Compose');
      await wizard.form.getByRole('checkbox', { name: 'Text console on the serial port' }).check();
      await wizard.form.getByLabel('Answer file').selectOption('preseed');
      await wizard.form.getByLabel('Its address').fill('http://10.0.0.1/preseed.cfg');
      await wizard.disclose('More files');
    },
    { sight: ({ form }) => form.getByRole('region', { name: 'More files' }) },
  ),
  methodScene('wizard-import', 'import', async (wizard) => {
    await wizard.file('Disk with a system').choose(MEDIA);
    await expect(wizard.form.getByRole('region', { name: 'About the image' })).toBeVisible();
  }),
  methodScene('wizard-tree-missing', 'tree', async (wizard) => {
    await wizard.form.getByLabel('Where the tree is').fill('/srv/no-tree');
    await expect(wizard.form.getByRole('alert')).toBeVisible();
  }),
  methodScene('wizard-cloud', 'cloud', async (wizard) => {
    await wizard.file('Cloud image').choose(MEDIA);
  }),
  methodScene(
    'wizard-cloud-init',
    'cloud',
    async ({ form }) => {
      await form.getByLabel('User name').fill('ada');
      await form.getByRole('button', { name: 'Generate' }).click();
      await form.getByRole('radio', { name: 'Fixed addresses' }).check();
      await form.getByLabel('Addresses', { exact: true }).fill('192.0.2.10/24');
    },
    { sight: ({ form }) => form.getByRole('group', { name: 'User 1' }) },
  ),
  methodScene(
    'wizard-cloud-raw',
    'cloud',
    async ({ form }) => {
      await form.getByRole('radio', { name: 'My own documents' }).check();
      await expect(form.getByRole('textbox', { name: 'user-data' })).toBeVisible();
    },
    { sight: ({ form }) => form.getByRole('region', { name: 'cloud-init' }) },
  ),
  methodScene('wizard-empty', 'empty', async () => {}, { title: 'System' }),
];

const steps: readonly Scene[] = [
  { name: 'wizard-how', open: async (stage) => void (await open(stage)) },
  {
    name: 'wizard-how-architecture',
    open: async (stage) => {
      const wizard = await open(stage);
      await wizard.disclose('Architecture');
    },
    sight: ({ page }) => page.getByRole('region', { name: 'Architecture' }),
  },
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
      await wizard.form.getByRole('textbox', { name: 'vCPUs' }).fill('0');
      await wizard.form.getByLabel('Memory (MiB)').fill('9000000');
      await wizard.form.getByLabel('Size (GiB)').fill('');
      await wizard.form.getByRole('button', { name: 'Next' }).click();
      await expect(fieldProblem(wizard)).toBeVisible();
    },
  },
  {
    name: 'wizard-resources-disks',
    open: async (stage) => {
      const wizard = await openResources(stage);
      await wizard.addDisk();
      await wizard.disk(2).getByRole('radio', { name: 'A volume that exists' }).check();
      await wizard.disclose('More', wizard.disk(1));
      await expect(wizard.disk(2).getByRole('radiogroup', { name: 'Volume of disk 2' })).toBeVisible();
    },
    sight: ({ page }) => page.getByRole('group', { name: 'Disk 2' }),
  },
  {
    name: 'wizard-network-platform',
    open: async (stage) => {
      const wizard = await openResources(stage);
      await wizard.next('Network');
      await wizard.form.getByLabel('Display', { exact: true }).selectOption('none');
      await wizard.disclose('Processor and chipset');
      await wizard.disclose('Devices');
    },
    sight: ({ page }) => page.getByRole('region', { name: 'Devices' }),
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
      await wizard.card(1).getByRole('radio', { name: 'Bridge' }).check();
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
    sight: ({ page }) => page.getByRole('region', { name: 'The same by hand' }),
  },
  {
    name: 'wizard-review-edit',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'debian12' });
      await wizard.form.getByRole('button', { name: 'Edit before install' }).click();
      const dialog = stage.page.getByRole('dialog', { name: 'Edit debian12 before it is made' });
      await expect(dialog.getByRole('button', { name: 'Use this definition' })).toBeVisible();
    },
  },
  {
    name: 'wizard-review-recipe',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'debian12' });
      await wizard.form.getByRole('button', { name: 'Save as recipe' }).click();
      await stage.page.getByLabel('Recipe’s name').fill('Small Debian');
      await stage.page.getByRole('button', { name: 'Save', exact: true }).click();
      await stage.page
        .getByRole('navigation', { name: 'Steps' })
        .getByRole('button', { name: 'How' })
        .click();
      await expect(wizard.form.getByRole('list', { name: 'Recipes' })).toBeVisible();
    },
    sight: ({ page }) => page.getByRole('list', { name: 'Recipes' }),
  },
  {
    name: 'wizard-name-taken',
    open: async (stage) => {
      const wizard = await openReview(stage, { name: 'web1' });
      await expect(wizard.form).toContainText(/already|exists/);
    },
  },
];

/** Begins to make a machine on a host that does not get on with it. */
async function beginCreating(stage: Stage): Promise<void> {
  const wizard = await openReview(stage, { name: 'debian13', network: 'default' });
  await expect(wizard.createButton).not.toHaveAttribute('aria-disabled', 'true');
  await stage.host('hv1').faults.freeze('libvirtd');
  await wizard.create();
  await expect(stage.page.getByRole('progressbar').first()).toBeVisible();
}

/** Lets the host get on, and takes away what was made. */
async function endCreating(stage: Stage): Promise<void> {
  const host = stage.host('hv1');
  await host.faults.restore();
  await expect(stage.page.getByRole('region', { name: 'Creating the machine' })).toBeHidden({
    timeout: 60_000,
  });
  await host.virshAny(['destroy', 'debian13']);
  await host.virshAny(['undefine', 'debian13']);
}

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
    open: async (stage) => await beginCreating(stage),
    leave: endCreating,
  },
  {
    name: 'activity-jobs',
    open: async (stage) => {
      const { shell, page } = stage;
      await beginCreating(stage);
      await shell.navigation.getByRole('button', { name: /^Activity/ }).click();
      await expect(
        page.getByRole('complementary', { name: 'Activity' }).getByRole('listitem').first(),
      ).toBeVisible();
    },
    leave: endCreating,
  },
];

/** New machine, and the jobs that making one leaves in the activity. */
export const wizard: readonly Scene[] = [...steps, ...methods, ...making];
