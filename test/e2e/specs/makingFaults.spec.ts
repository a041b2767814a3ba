import { kernelArguments } from '../../hosts/guest/media.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { MakingStand } from '../making/stand.ts';
import { type InstallServer, serveTrees } from '../making/tree.ts';
import type { Wizard } from '../pages/wizard.ts';

const name = 'unlucky';
let server: InstallServer;

test.beforeAll(async ({ lab }) => {
  server = await serveTrees(lab.host('hv1'));
});
test.afterAll(() => server?.close());
test.afterEach(async ({ hv1 }) => {
  server.release();
  await hv1.faults.restore();
  for (const one of [name, `${name}-2`]) await removeGuest(hv1, one);
  for (const one of [name, `${name}-2`])
    await hv1.virshAny(['vol-delete', '--pool', 'default', `${one}.qcow2`]);
});

/** A kernel at every boot, to the review. */
async function fill(stand: MakingStand, kernel: string): Promise<Wizard> {
  const wizard = await stand.begin('kernel');
  await wizard.file('Kernel').choose({ url: kernel });
  await wizard.file('Initrd').choose({ pool: 'media', volume: 'initrd.gz' });
  await wizard.form.getByLabel('Arguments', { exact: true }).fill(`${kernelArguments} vd.from=kernel`);
  await wizard.form.getByRole('radio', { name: 'At every boot' }).check();
  await wizard.rest({
    name: stand.name,
    memoryMiB: 190,
    vcpus: 1,
    disk: { pool: 'default', sizeGiB: 0.1 },
  });
  return wizard;
}

/** The wizard is where it was, says at which step it failed and why, and the host is as it was. */
async function failed(stand: MakingStand, stage: RegExp, why: RegExp): Promise<void> {
  const { wizard, host } = stand;
  await expect(wizard.failure).toBeVisible({ timeout: 90_000 });
  await expect(wizard.failure).toContainText(`${stand.name} was not created`);
  await expect(wizard.failure).toContainText(stage);
  await expect(wizard.failure).toContainText(why);
  await wizard.at('Review');
  await expect(wizard.form.getByLabel('Name', { exact: true })).toHaveValue(stand.name);
  await expect(wizard.form.getByRole('region', { name: 'Summary' })).toContainText('190 MiB');
  expect(await host.virsh(['list', '--all', '--uuid'])).toBe(stand.machinesBefore);
  // What filled a pool is the test's own.
  await host.faults.restore();
  expect(await stand.made()).toEqual([]);
}

test('a kernel that is missing', async ({ launch, hv1 }) => {
  const stand = await MakingStand.open(hv1, name, await launch([hv1.uri.unix]));
  const wizard = await fill(stand, `${server.address}/gone`);
  await wizard.create();
  await failed(stand, /failed at: Fetching/, /\/gone/);
  await test.step('with the right address it is made', async () => {
    await wizard.form.getByRole('button', { name: 'Back' }).click();
    await wizard.back('Resources');
    await wizard.back('Media');
    await wizard.file('Kernel').choose({ url: `${server.address}/vmlinuz` });
    await wizard.next('Resources');
    await expect(wizard.form.getByLabel('Memory (MiB)')).toHaveValue('190');
    await wizard.next('Network');
    await wizard.next('Review');
    const machine = await wizard.createAndOpen(name);
    await expect(machine.header).toContainText('Running');
  });
  await stand.remove();
});

test('a pool that has run full', async ({ launch, hv1 }) => {
  const stand = await MakingStand.open(hv1, name, await launch([hv1.uri.unix]));
  const wizard = await stand.begin('empty', 'System');
  await wizard.next('Resources');
  await wizard.resources({
    memoryMiB: 190,
    vcpus: 1,
    disk: { pool: 'default', sizeGiB: 0.1 },
  });
  await wizard.addDisk();
  const second = wizard.disk(2);
  await second.getByLabel('Pool', { exact: true }).selectOption('small');
  await second.getByLabel('Size (GiB)').fill('0.04');
  await second.getByLabel('Format').selectOption('raw');
  await wizard.disclose('More', second);
  await second.getByRole('checkbox', { name: /^Take all the space at once/ }).check();
  await wizard.restAfterResources({ name });
  await expect(wizard.form.getByRole('tab', { name: 'Volumes' })).toBeVisible();
  // Meanwhile somebody else fills it.
  await hv1.faults.full();
  await wizard.create();
  await failed(stand, /failed at: (Checking|Creating)/, /small/);
  await test.step('with space it is made', async () => {
    await wizard.createAndOpen(name);
    expect((await stand.made()).length).toBe(2);
  });
  await stand.remove();
});

test('a name that somebody else took meanwhile', async ({ launch, hv1 }) => {
  const stand = await MakingStand.open(hv1, name, await launch([hv1.uri.unix]));
  const wizard = await fill(stand, `${server.address}/vmlinuz`);
  server.hold();
  await wizard.create();
  await expect.poll(() => server.waiting, { timeout: 60_000 }).toBe(true);
  await defineGuest(hv1, { name });
  const theirs = await hv1.virsh(['dumpxml', name]);
  stand.machinesBefore = await hv1.virsh(['list', '--all', '--uuid']);
  server.release();
  await failed(stand, /failed at:/, /Choose another name/);
  expect(await hv1.virsh(['dumpxml', name])).toBe(theirs);
  await test.step('by another name it is made', async () => {
    await wizard.form.getByLabel('Name', { exact: true }).fill(`${name}-2`);
    await wizard.createAndOpen(`${name}-2`);
    expect(await hv1.virsh(['dumpxml', name])).toBe(theirs);
  });
  await removeGuest(hv1, `${name}-2`);
  await stand.remove();
});
