import type { Locator } from '@playwright/test';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { HardwarePage } from '../pages/hardware.ts';
import { Shell } from '../pages/shell.ts';

const name = 'e2e-page';
const MAC = '52:54:00:0e:2e:07';
const CARD = `<interface type='network'><mac address='${MAC}'/><source network='default'/><model type='virtio'/></interface>`;

test.beforeEach(async ({ hv1 }) => {
  await defineGuest(hv1, { name, memory: 128, agent: true, devices: CARD });
});
test.afterEach(async ({ hv1 }) => {
  await hv1.faults.restore();
  await removeGuest(hv1, name);
});

/** Changes the model of the machine's card, and nothing else; gives its pane. */
async function chooseModel(hardware: HardwarePage, model: string): Promise<Locator> {
  const card = await hardware.select(new RegExp(MAC));
  await card.getByLabel('Model').selectOption(model);
  await expect(hardware.bar).toContainText('1 change');
  return card;
}

test('changes outlive a machine that is deleted under the page, which can be defined again with them', async ({
  launch,
  hv1,
}) => {
  const { page } = await launch([hv1.uri.unix]);
  const hardware = await HardwarePage.of(page, name);
  await chooseModel(hardware, 'e1000');
  const uuid = (await hv1.virsh(['domuuid', name])).trim();

  await hv1.virsh(['undefine', name]);
  await expect(page.getByRole('heading', { name: `${name} does not exist any more` })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Changes that were not applied' })).toContainText('e1000');
  await page.getByRole('button', { name: 'Define it again with these changes' }).click();
  await hardware.list.waitFor({ timeout: 30_000 });
  await expect(hardware.bar).toBeHidden();
  expect((await hv1.virsh(['domuuid', name])).trim()).toBe(uuid);
  expect(await hv1.virsh(['dumpxml', name])).toContain(`<model type='e1000'/>`);

  // And the same once more, given up.
  await chooseModel(hardware, 'virtio');
  await hv1.virsh(['undefine', name]);
  await page.getByRole('button', { name: 'Discard the changes' }).click();
  await expect(page.getByRole('heading', { name: 'This machine does not exist any more' })).toBeVisible();
});

test('changes outlive the page: it asks before it goes, and has them when it is loaded again', async ({
  launch,
  hv1,
}) => {
  const { page } = await launch([hv1.uri.unix]);
  const hardware = await HardwarePage.of(page, name);
  const card = await chooseModel(hardware, 'e1000');
  const asked: string[] = [];
  const answer = { stay: true };
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await (answer.stay ? dialog.dismiss() : dialog.accept());
  });
  // The load that is called off never ends.
  await page.reload({ timeout: 5000 }).catch(() => {});
  expect(asked).toEqual(['beforeunload']);
  await expect(card.getByLabel('Model')).toHaveValue('e1000');

  await hv1.virsh(['desc', name, '--config', 'by another']);
  answer.stay = false;
  await page.reload();
  await expect(hardware.bar).toContainText('1 change', { timeout: 30_000 });
  await expect(card.getByLabel('Model')).toHaveValue('e1000');
  await hardware.apply();
  await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
  const saved = await hv1.virsh(['dumpxml', '--inactive', name]);
  expect(saved).toContain(`<model type='e1000'/>`);
  expect(saved).toContain('<description>by another</description>');

  // With nothing to lose it goes without a word, and comes back without what was applied.
  await page.reload();
  await hardware.select(new RegExp(MAC));
  await expect(card.getByLabel('Model')).toHaveValue('e1000');
  await expect(hardware.bar).toBeHidden();
  expect(asked).toHaveLength(2);
});

test('changes outlive libvirtd, and are applied when it is back', async ({ launch, hv1 }) => {
  await hv1.virsh(['start', name]);
  const { page } = await launch([hv1.uri.unix]);
  const shell = new Shell(page);
  const hardware = await HardwarePage.of(page, name);
  const card = await hardware.select(new RegExp(MAC));
  await card.getByLabel('Cable').selectOption({ label: 'Unplugged' });
  await expect(hardware.bar).toContainText('1 change');

  await hv1.faults.kill('libvirtd');
  await expect(shell.host(/hv1, (Connection lost|Reconnecting)/)).toBeVisible();
  await expect(hardware.bar).toContainText('1 change');
  const apply = hardware.bar.getByRole('button', { name: 'Apply', exact: true });
  await expect(apply).toHaveAttribute('aria-description', /not connected; your changes are kept/);
  await expect(card.getByLabel('Cable')).toHaveValue('down');

  await hv1.faults.restore();
  await expect(shell.host('hv1, Connected')).toBeVisible({ timeout: 60_000 });
  await expect(apply).not.toHaveAttribute('aria-disabled', 'true');
  await hardware.apply();
  await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
  expect(await hv1.virsh(['dumpxml', name])).toContain(`<link state='down'/>`);
});

test('what is changed while the connection is cut is kept, with what others did meanwhile', async ({
  launch,
  hv1,
}) => {
  const { page } = await launch([hv1.uri.tls]);
  const shell = new Shell(page);
  const hardware = await HardwarePage.of(page, name);
  const general = await hardware.select('General');
  await hv1.faults.cut();
  await expect(shell.host(/, (Connection lost|Reconnecting)/)).toBeVisible({ timeout: 60_000 });
  await general.getByLabel('Title', { exact: true }).fill('typed while it was away');
  await expect(hardware.bar).toContainText('1 change');
  await hv1.exec(
    `virsh dumpxml ${name} | sed "s/<vcpu.*/<vcpu>2<\\/vcpu><description>by another<\\/description>/" > /tmp/page.xml && virsh define /tmp/page.xml`,
  );
  await hv1.faults.mend();
  await expect(shell.host(/, Connected/)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/Changed by somebody else meanwhile/)).toBeVisible({ timeout: 30_000 });
  await expect(general.getByLabel('Title', { exact: true })).toHaveValue('typed while it was away');
  await hardware.apply();
  await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
  const saved = await hv1.virsh(['dumpxml', name]);
  expect(saved).toContain('<title>typed while it was away</title>');
  expect(saved).toMatch(/<vcpu[^>]*>2</);
});

test('two clients change it: both changes are there, and the history has who did what; Undo takes back ours', async ({
  launch,
  hv1,
}) => {
  const { page } = await launch([hv1.uri.unix]);
  const hardware = await HardwarePage.of(page, name);
  const card = await hardware.select(new RegExp(MAC));
  await card.getByLabel('Model').selectOption('e1000');
  await hv1.exec(
    `virsh dumpxml ${name} | sed "s/<vcpu.*/<vcpu>3<\\/vcpu>/" > /tmp/page.xml && virsh define /tmp/page.xml`,
  );
  await expect(page.getByText(/Changed by somebody else meanwhile/)).toBeVisible();
  await hardware.apply();
  await expect(hardware.bar).toBeHidden({ timeout: 30_000 });
  const both = await hv1.virsh(['dumpxml', name]);
  expect(both).toContain(`<model type='e1000'/>`);
  expect(both).toMatch(/<vcpu[^>]*>3</);

  const notice = page.getByRole('status').filter({ hasText: `Changed ${name}` });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Undone in ${name}` })).toBeVisible({
    timeout: 30_000,
  });
  const undone = await hv1.virsh(['dumpxml', name]);
  expect(undone).toContain(`<model type='virtio'/>`);
  expect(undone).toMatch(/<vcpu[^>]*>3</);

  await page.getByRole('tab', { name: 'History' }).click();
  const list = page.getByRole('list', { name: 'History' });
  await expect(list.getByRole('button', { name: /Changed by another program/ })).toBeVisible();
  await expect(list.getByRole('button', { name: /^Undone/ })).toBeVisible();
  await expect(list.getByText(/Definition saved/).first()).toBeVisible();
  await list.getByRole('button', { name: /Changed by another program/ }).click();
  await expect(page.getByRole('list', { name: 'What was changed' })).toContainText('vcpu: 1');
  await page.getByRole('button', { name: 'Restore…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Restore e2e-page/ });
  await expect(dialog.getByRole('table', { name: 'Changes' })).toContainText('3');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  expect(await hv1.virsh(['dumpxml', name])).toMatch(/<vcpu[^>]*>1</);
});

test('its texts are edited where they stand, and what is typed survives events', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.unix]);
  const shell = new Shell(page);
  await shell.openMachine(name);
  await page.getByRole('tab', { name: 'Overview' }).click();
  const about = page.getByRole('region', { name: 'About' });
  await about.getByRole('button', { name: 'Edit description' }).click();
  await about.getByRole('textbox', { name: 'Description' }).fill('half a sent');
  await hv1.virsh(['desc', name, '--config', 'by virsh']);
  await expect(about.getByText(/Somebody else has changed it meanwhile to: by virsh/)).toBeVisible();
  await expect(about.getByRole('textbox', { name: 'Description' })).toHaveValue('half a sent');
  await hv1.virsh(['start', name]);
  await page.getByRole('tab', { name: 'XML' }).click();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await about.getByRole('textbox', { name: 'Description' }).fill('a whole sentence');
  await about.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  await expect(about.getByRole('textbox', { name: 'Description' })).toBeHidden();
  await expect(about.getByText('a whole sentence')).toBeVisible();
  await about.getByRole('button', { name: 'Edit tags' }).click();
  await about.getByRole('textbox', { name: 'Tags' }).fill('web, lab');
  // As an input method takes a word: that is no wish to save.
  await about
    .getByRole('textbox', { name: 'Tags' })
    .dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await expect(about.getByRole('textbox', { name: 'Tags' })).toBeEditable();
  await about.getByRole('textbox', { name: 'Tags' }).press('Enter');
  await expect(about.getByText('lab', { exact: true })).toBeVisible();
  await expect(about.getByRole('button', { name: 'Edit tags' })).toBeFocused();
  await about.getByRole('button', { name: 'Edit title' }).click();
  await about.getByRole('textbox', { name: 'Title' }).fill('not this');
  await about.getByRole('textbox', { name: 'Title' }).press('Escape');
  await expect(about.getByText('No title')).toBeVisible();
  await expect(about.getByRole('button', { name: 'Edit title' })).toBeFocused();
  for (const flags of [[], ['--inactive']]) {
    const xml = await hv1.virsh(['dumpxml', name, ...flags]);
    expect(xml).toContain('<description>a whole sentence</description>');
    expect(xml).toMatch(/<virtdeck:tag>lab<\/virtdeck:tag>/);
    expect(xml).not.toContain('not this');
  }
  // The agent of the guest answers once it has started, and says so by itself.
  const guest = page.getByRole('region', { name: 'Guest' });
  await expect(guest).toContainText('Tiny guest 1', { timeout: 90_000 });
  await page.getByRole('switch', { name: 'Starts with host' }).click({ force: true });
  await expect(async () =>
    expect(await hv1.virsh(['dominfo', name])).toMatch(/Autostart:\s+enable/),
  ).toPass();
});
