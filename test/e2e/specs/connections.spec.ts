import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labPassword, run, saslUsers } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { ConnectionForm, PromptDialog } from '../pages/connections.ts';
import { Shell } from '../pages/shell.ts';

const guest = 'tiny';

test.describe('a host over ssh', () => {
  test.beforeEach(async ({ hv1 }) => {
    await defineGuest(hv1, { name: guest });
  });

  test.afterEach(async ({ hv1, lab }) => {
    await lab.client.chooseSsh();
    await hv1.faults.restore();
    await removeGuest(hv1, guest);
  });

  test('is added by the form, with an unknown key, a wrong and the right password', async ({
    launch,
    lab,
    hv1,
  }) => {
    await lab.client.chooseSsh({ key: 'none', known: 'none' });
    const { page } = await launch(['test:///default']);
    const shell = new Shell(page);
    const form = await ConnectionForm.add(page);
    const command = join(lab.client.folder, 'ssh/ssh');
    await form.fill({
      hypervisor: 'QEMU/KVM',
      transport: 'SSH',
      host: hv1.address,
      user: 'root',
      parameters: { Command: command },
      name: 'Lab one',
    });
    await expect(form.uri).toHaveValue(`qemu+ssh://root@${hv1.address}/system?command=${command}`);
    await form.send();

    const key = new PromptDialog(page, 'Is this Lab one?');
    await test.step('the key is shown, and no key pressed by chance accepts it', async () => {
      await expect(key.dialog).toContainText(await fingerprint(hv1.folder));
      await page.keyboard.press('Enter');
      await expect(key.dialog).toBeVisible();
      await key.press('Accept');
    });
    const signIn = new PromptDialog(page, 'Sign in to Lab one');
    await test.step('a wrong password is told and asked again', async () => {
      await expect(shell.host(/^Lab one, Waiting for credentials/)).toBeVisible();
      await signIn.answer('Password', 'not this one');
      await expect(signIn.dialog.getByRole('alert')).toContainText('refused');
    });
    await signIn.answer('Password', labPassword);
    await expect(shell.host(/^Lab one, Connected/)).toBeVisible({ timeout: 30_000 });
    await shell.openFleet();
    await expect(shell.row(guest)).toContainText('Lab one');
    expect(readFileSync(lab.client.knownHosts, 'utf8')).toContain('hv1');
  });

  test('is left alone when its question is cancelled', async ({ launch, lab, hv1 }) => {
    await lab.client.chooseSsh({ key: 'none' });
    const { page } = await launch([hv1.uri.ssh.replace('&no_tty=1', '')]);
    const signIn = new PromptDialog(page, /^Sign in to/);
    await signIn.dialog.waitFor();
    await page.keyboard.press('Escape');
    await expect(signIn.dialog).toBeHidden();
    const shell = new Shell(page);
    await expect(shell.host(/Not connected|Could not connect/)).toBeVisible();
    await expect(shell.row(guest)).toBeHidden();
  });

  test('that does not answer holds nothing up, and can be given up', async ({ launch, hv1 }) => {
    await hv1.faults.freeze();
    const { page } = await launch([hv1.uri.ssh, 'test:///default']);
    const shell = new Shell(page);
    await expect(shell.row('test')).toContainText('Running');
    await expect(shell.host(new RegExp(`^${hv1.address}, Connecting`))).toBeVisible();
    await shell.navigation.getByRole('button', { name: `Stop connecting to ${hv1.address}` }).click();
    await expect(shell.host(`${hv1.address}, Not connected`)).toBeVisible();
  });

  test('is tested step by step, with what mends it', async ({ launch, lab, hv1 }) => {
    const { page } = await launch([]);
    const form = await ConnectionForm.add(page);
    await form.fill({
      transport: 'SSH',
      host: hv1.address,
      user: 'root',
      parameters: { Command: join(lab.client.folder, 'ssh/ssh') },
    });
    await test.step('a host that works', async () => {
      await form.test();
      await expect(form.verdict).toContainText('The connection works');
      await expect(form.step('Signing in with ssh')).toContainText('Passed');
      await expect(form.step('Versions')).toContainText(/QEMU \d+/);
    });
    await test.step('a daemon that does not run', async () => {
      await hv1.daemons.stop('libvirtd');
      await form.test();
      await expect(form.verdict).toHaveText('The connection does not work.');
      await expect(form.step('Signing in with ssh')).toContainText('Passed');
      await expect(form.step('libvirt daemon')).toContainText(/Failed[\s\S]*systemctl .*libvirtd/);
      await expect(form.step('Versions')).toContainText('Not tried');
    });
    await test.step('it has changed nothing', async () => {
      await form.dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(new Shell(page).host(new RegExp(hv1.address))).toBeHidden();
    });
  });

  test('is refused when its key has changed, with both fingerprints', async ({ launch, lab, hv1 }) => {
    await lab.client.chooseSsh({ known: 'changed' });
    const { page } = await launch([hv1.uri.ssh]);
    const shell = new Shell(page);
    await shell.host(/Could not connect/).click();
    const problem = page.getByRole('main').getByRole('alert');
    await expect(problem).toContainText('another host key');
    await expect(problem).toContainText(await fingerprint(hv1.folder));
    await expect(problem).toContainText(/ssh-keygen .*-R/);
    await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();
  });
});

test('what is remembered is listed without its secret, and forgotten', async ({ launch, hv1 }) => {
  const { page } = await launch([hv1.uri.tcp]);
  const shell = new Shell(page);
  const signIn = new PromptDialog(page, /^Sign in to/);
  await signIn.dialog.getByLabel('User name').fill(saslUsers[0]);
  // Its label says where: no keyring runs here.
  await signIn.dialog.getByRole('checkbox', { name: 'Remember until Virtdeck is closed' }).check();
  await signIn.answer('Password', labPassword);
  await expect(shell.host(/Connected/)).toBeVisible();
  await shell.navigation.getByRole('button', { name: 'Settings' }).click();
  const list = page.getByRole('table', { name: 'Remembered passwords' });
  await expect(list.getByRole('row')).toHaveCount(2);
  await expect(list).toContainText(hv1.uri.tcp);
  await expect(page.getByRole('main')).not.toContainText(labPassword);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('region', { name: 'Remembered passwords' })).toContainText('None.');
});

test.describe('a connection in the list', () => {
  test('is changed and removed', async ({ launch }) => {
    const { page } = await launch([]);
    const shell = new Shell(page);
    await test.step('an address that libvirt refuses is told at its field', async () => {
      const form = await ConnectionForm.add(page);
      await form.dialog.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(form.dialog).toContainText('Which host?');
      await form.uri.fill('qemu+ssh:/lab');
      await form.dialog.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(form.dialog).toContainText('two slashes');
      await form.uri.fill('test+unix:///default?socket=/nowhere&future=1');
      await expect(form.dialog.getByRole('combobox', { name: 'Reached by' })).toHaveValue('unix');
      await form.openAdvanced();
      await expect(form.dialog.getByLabel('Socket of the daemon')).toHaveValue('/nowhere');
      await expect(form.dialog.getByLabel('future', { exact: true })).toHaveValue('1');
      await form.fill({ name: 'Nowhere', group: 'Berlin', colour: 'Teal' });
      await form.send();
    });
    await expect(shell.host(/^Nowhere, Could not connect/)).toBeVisible();
    await expect(page.getByRole('treeitem', { name: 'Group Berlin, 1 host' })).toBeVisible();

    await test.step('it is changed into one that works, read-only', async () => {
      await shell.host(/^Nowhere/).click();
      const problem = page.getByRole('main').getByRole('alert');
      await problem.getByRole('button', { name: 'Edit connection' }).click();
      const form = new ConnectionForm(page, 'Edit Nowhere');
      await form.uri.fill('test:///default?again');
      await form.fill({ name: 'Somewhere', readOnly: true, production: true });
      await form.send('Save and connect');
      await expect(shell.host('Somewhere, Connected, read-only, production')).toBeVisible();
    });
    await test.step('what changes something is disabled and says why', async () => {
      await page.getByRole('tab', { name: 'Machines' }).click();
      const newMachine = page.getByRole('button', { name: 'New machine' });
      await expect(newMachine).toHaveAccessibleDescription('This connection is read-only.');
      const machine = await shell.openMachine('test');
      await expect(machine.header.getByRole('button', { name: 'Shut down' })).toHaveAccessibleDescription(
        'This connection is read-only.',
      );
    });
    await test.step('removing asks, and forgets nothing when it is not meant', async () => {
      await shell.host(/^Somewhere/).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Remove connection' }).click();
      const question = page.getByRole('dialog', { name: 'Remove Somewhere?' });
      await page.keyboard.press('Escape');
      await expect(shell.host(/^Somewhere/)).toBeVisible();
      await shell.host(/^Somewhere/).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Remove connection' }).click();
      await question.getByRole('button', { name: 'Remove' }).click();
      await expect(shell.host(/^Somewhere/)).toBeHidden();
    });
  });

  test('asks for the name of a machine on a production host before its power is cut', async ({ launch }) => {
    const { page } = await launch([]);
    const form = await ConnectionForm.add(page);
    await form.uri.fill('test:///default?production');
    await form.fill({ name: 'Serious', production: true });
    await form.send();
    await page.getByRole('tab', { name: 'Machines' }).click();
    const machine = await new Shell(page).openMachine('test');
    await machine.act('Force off', { confirm: false });
    const question = page.getByRole('dialog', { name: 'Force off test?' });
    await expect(question).toContainText('Serious is a production host');
    const button = question.getByRole('button', { name: 'Force off' });
    await expect(button).toHaveAccessibleDescription('Type test first.');
    const typed = question.getByLabel('Type test to confirm');
    await typed.press('Enter');
    await expect(question).toBeVisible();
    await typed.fill('test');
    await typed.press('Enter');
    await expect(machine.header).toContainText('Off');
  });
});

test.describe('a connection that is lost', () => {
  test.afterEach(async ({ hv1 }) => {
    await hv1.faults.restore();
    await removeGuest(hv1, guest);
  });

  test('keeps what it showed, counts down, and comes back with its console', async ({ launch, hv1 }) => {
    await defineGuest(hv1, { name: guest });
    await hv1.virsh(['start', guest]);
    const { page } = await launch([hv1.uri.ssh]);
    const shell = new Shell(page);
    const machine = await shell.openMachine(guest);
    await machine.openConsole(/Serial/);
    const serial = machine.text('Serial 1');
    await serial.prompt(/tiny>$/, 60_000);

    await hv1.faults.kill('libvirtd');
    await expect(shell.host(/Connection lost|Reconnecting/)).toBeVisible();
    await expect(machine.header).toContainText(/last seen/);
    await expect(machine.header).toContainText('Running');
    await expect(machine.header.getByRole('button', { name: 'Shut down' })).toHaveAccessibleDescription(
      'The host is not connected.',
    );
    await expect(shell.navigation.getByText(/Next try in \d+ s/)).toBeVisible();
    const retry = shell.navigation.getByRole('button', { name: /^Retry now/ });
    await expect(retry).toBeVisible();

    await hv1.daemons.start('libvirtd');
    // Its own next try may be faster.
    await retry.click({ timeout: 5_000 }).catch(() => {});
    await expect(shell.host(/Connected/)).toBeVisible({ timeout: 30_000 });
    await serial.prompt(/tiny>$/, 60_000);
    await serial.type('upper back again');
    await serial.shows(/BACK AGAIN/);
  });

  test('is found out when the link is cut, and is back soon after it is mended', async ({ launch, hv1 }) => {
    const { page } = await launch([hv1.uri.ssh]);
    const shell = new Shell(page);
    await expect(shell.host(/Connected/)).toBeVisible();
    await page.getByRole('button', { name: 'New machine' }).click();
    await hv1.faults.cut();
    await expect(shell.host(/Connection lost|Reconnecting/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('form', { name: 'New machine' })).toBeVisible();
    await hv1.faults.mend();
    await expect(shell.host(/Connected/)).toBeVisible({ timeout: 10_000 });
    await expect(page.getByRole('form', { name: 'New machine' })).toBeVisible();
  });
});

/** What ssh-keygen says of the host's key. */
async function fingerprint(folder: string): Promise<string> {
  const text = await run('ssh-keygen', ['-lf', join(folder, 'etc/ssh/host_key.pub')]);
  return text.split(' ')[1] ?? 'no fingerprint';
}
