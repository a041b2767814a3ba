import { expect, test } from '../driver/fixtures.ts';
import { Shell } from '../pages/shell.ts';

test('the page of a host tells what virsh tells, its load over time, and its documents', async ({
  launch,
  lab,
}) => {
  const hv1 = lab.host('hv1');
  const { page } = await launch(['--host', hv1.uri.unix]);
  const main = page.getByRole('main');
  // What the command line asked for is shown without a click.
  await expect(main.getByRole('heading', { level: 1, name: 'hv1' })).toBeVisible();
  const version = /Running hypervisor: QEMU (\S+)/.exec(await hv1.virsh(['version']))?.[1] ?? 'none';
  await expect(main.getByRole('region', { name: 'Host' })).toContainText(version);
  const sockets = /CPU socket\(s\): +(\d+)/.exec(await hv1.virsh(['nodeinfo']))?.[1];
  await expect(main.getByRole('region', { name: 'Processor' })).toContainText(`${sockets} socket`);
  await expect(main.getByRole('table', { name: 'Can run' })).toContainText('x86_64');
  await expect(main.getByRole('img', { name: /^Load of the processors: \d/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(main.getByRole('img', { name: /^Memory in use: \d/ })).toBeVisible();
  await main.getByText('Capabilities as XML').click();
  await expect(page.getByRole('textbox', { name: 'Capabilities' })).toContainText('<capabilities>');
});

test('a console that the command line names is opened', async ({ launch }) => {
  const { page } = await launch(['--show-console', 'test', 'test:///default']);
  await expect(page.getByRole('heading', { level: 1, name: 'test' })).toBeVisible();
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
});

test('a machine that there is not is said, and --new opens the wizard', async ({ launch }) => {
  const first = await launch(['--show-console', 'nobody', 'test:///default']);
  await expect(first.page.getByText('There is no machine called "nobody"')).toBeVisible();
  await first.close();
  const second = await launch(['--new', 'test:///default']);
  await expect(second.page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
});
