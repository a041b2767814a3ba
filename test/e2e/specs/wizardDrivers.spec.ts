import { expect, test } from '../driver/fixtures.ts';
import { Shell } from '../pages/shell.ts';
import { Wizard } from '../pages/wizard.ts';

const MEDIUM = { pool: 'media', volume: 'tiny.iso' };

test('a medium with drivers makes Windows’ disks and cards virtio ones, to be seen and taken back', async ({
  launch,
  hv1,
}) => {
  const { page } = await launch([hv1.uri.unix]);
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.how('iso');
  await wizard.next('Media');
  await wizard.fillMedia(MEDIUM);
  await wizard.chooseSystem('windows 10', 'Microsoft Windows 10');
  const drivers = wizard.form.getByRole('checkbox', { name: 'Insert a second medium with drivers' });
  await drivers.check();
  await wizard.file('Drivers (virtio-win)').choose(MEDIUM);
  await expect(wizard.form).toContainText('Disks and network cards are virtio ones then');

  const bus = wizard.form.getByLabel('Disk bus', { exact: true });
  const card = wizard.form.getByLabel('Network card model', { exact: true });
  await test.step('they are, in the platform and in the definition', async () => {
    await wizard.rest({ name: 'windows', disk: { pool: 'default', sizeGiB: 1 } });
    const xml = page.getByLabel('XML of windows');
    await expect(xml).toContainText(/<target dev="vda" bus="virtio"\/>|<target dev='vda' bus='virtio'\/>/);
    await wizard.back('Network');
    await wizard.disclose('Devices');
    await expect(bus).toHaveValue('virtio');
    await expect(card).toHaveValue('virtio');
    await expect(wizard.form.getByRole('region', { name: 'Devices' })).toContainText(
      /Changed\. The default is SATA/,
    );
  });
  await test.step('what is chosen differently stays', async () => {
    await card.selectOption('e1000');
    await wizard.back('Resources');
    await wizard.back('Media');
    await drivers.uncheck();
    await drivers.check();
    await wizard.next('Resources');
    await wizard.next('Network');
    await wizard.disclose('Devices');
    await expect(bus).toHaveValue('virtio');
    await expect(card).toHaveValue('e1000');
  });
  await test.step('without the medium they are what Windows has drivers for', async () => {
    await wizard.back('Resources');
    await wizard.back('Media');
    await drivers.uncheck();
    await wizard.next('Resources');
    await wizard.next('Network');
    await wizard.disclose('Devices');
    await expect(bus).toHaveValue('sata');
    await expect(card).toHaveValue('e1000');
  });
});
