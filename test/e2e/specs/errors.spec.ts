import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../hosts/index.ts';
import { expect, test } from '../driver/fixtures.ts';
import { defineGuest, removeGuest } from '../driver/guests.ts';
import { Shell } from '../pages/shell.ts';
import { Wizard } from '../pages/wizard.ts';

const iso = { pool: 'media', volume: 'tiny.iso' };

test.describe('connections that cannot be opened say why and what to do', () => {
  test('an address that is none is refused in the dialog', async ({ launch }) => {
    const { page } = await launch(['test:///default']);
    const shell = new Shell(page);
    await shell.addConnection('lab1.example.org');
    const dialog = shell.dialog('Add connection');
    await expect(dialog.getByLabel('Address (URI)')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('Address (URI)').fill('test:///default');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  for (const { what, uri, says, remedy } of [
    {
      what: 'a driver that does not exist',
      uri: 'nosuch:///system',
      says: /Failed to connect/,
      remedy: /libvirt knows no hypervisor called nosuch/,
    },
    {
      what: 'nobody listens',
      uri: 'qemu+tcp://127.0.0.1:1/system',
      says: /127\.0\.0\.1:1/,
      remedy: /Nothing answers at 127\.0\.0\.1:1/,
    },
    {
      what: 'no daemon',
      uri: 'qemu:///system?socket=/nowhere/libvirt-sock',
      says: /\/nowhere\/libvirt-sock/,
      remedy: /install|start/i,
    },
  ]) {
    test(what, async ({ launch }) => {
      const { page } = await launch([uri]);
      const shell = new Shell(page);
      const problem = shell.problem(says);
      await expect(problem).toBeVisible({ timeout: 30_000 });
      await problem.getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toContainText(remedy);
    });
  }

  test('the libvirt library is missing', async ({ launch, home }) => {
    const folder = join(home.folder, 'broken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'libvirt.so.0'), '');
    const { page } = await launch(['test:///default'], { LD_LIBRARY_PATH: folder });
    const problem = new Shell(page).problem(/libvirt is not installed/);
    await problem.getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toContainText('sudo apt install libvirt0');
  });
});

test.describe('a machine that cannot be made leaves nothing behind', () => {
  const name = 'half-made';

  test.afterEach(async ({ hv1 }) => {
    await removeGuest(hv1, name);
  });

  test('an ISO that does not exist', async ({ launch, hv1 }) => {
    const { wizard } = await openWizard(await launch([hv1.uri.unix]));
    await wizard.fill({ name, media: { path: '/srv/nowhere.iso' }, disk: { pool: 'default', sizeGiB: 1 } });
    await wizard.create();
    await expect(wizard.failure).toContainText('/srv/nowhere.iso');
    await expectNothingOf(name, hv1);
    // What was typed is kept.
    await expect(wizard.form.getByLabel('Name', { exact: true })).toHaveValue(name);
  });

  test('a pool without room for the disk', async ({ launch, hv1 }) => {
    await hv1.faults.full();
    try {
      const { wizard } = await openWizard(await launch([hv1.uri.unix]));
      await wizard.fill({ name, media: iso, disk: { pool: 'small', sizeGiB: 0.05 } });
      await wizard.create();
      await expect(wizard.failure).toContainText(/space/i);
      await expect(wizard.failure).toContainText('small');
      await expectNothingOf(name, hv1);
    } finally {
      await hv1.faults.restore();
    }
  });

  test('a name that exists', async ({ launch, hv1 }) => {
    await defineGuest(hv1, { name });
    const { wizard } = await openWizard(await launch([hv1.uri.unix]));
    await wizard.fill({ name, media: iso, disk: { pool: 'default', sizeGiB: 1 } });
    await expect(wizard.form.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(wizard.form).toContainText(/already|exists/);
    await expect(wizard.createButton).toHaveAttribute('aria-disabled', 'true');
    expect(await hv1.virsh(['vol-list', 'default'])).not.toContain(name);
  });

  test('a name that is taken while the review is open', async ({ launch, hv1 }) => {
    const { wizard } = await openWizard(await launch([hv1.uri.unix]));
    await wizard.fill({ name, media: iso, disk: { pool: 'default', sizeGiB: 1 } });
    await expect(wizard.createButton).not.toHaveAttribute('aria-disabled', 'true');
    await defineGuest(hv1, { name });
    await expect(wizard.createButton).toHaveAttribute('aria-disabled', 'true');
    await expect(wizard.form).toContainText(/already|exists/);
    expect(await hv1.virsh(['vol-list', 'default'])).not.toContain(name);
  });

  test('a disk of that name belongs to somebody else and stays as it is', async ({ launch, hv1 }) => {
    const theirs = `${name}.qcow2`;
    await hv1.virsh(['vol-create-as', 'default', theirs, '3M', '--format', 'raw']);
    try {
      const { wizard } = await openWizard(await launch([hv1.uri.unix]));
      await wizard.fill({ name, media: iso, disk: { pool: 'default', sizeGiB: 1 } });
      await wizard.createAndOpen(name);
      expect(await hv1.virsh(['domblklist', name])).not.toContain(`/${theirs}`);
      expect(await hv1.virsh(['vol-info', '--pool', 'default', theirs])).toMatch(/Capacity:\s+3.00 MiB/);
    } finally {
      await removeGuest(hv1, name);
      for (const volume of [theirs, `${name}-1.qcow2`]) {
        await hv1.virshAny(['vol-delete', '--pool', 'default', volume]);
      }
    }
  });

  test('a bridge that does not exist, which libvirt refuses only at the start', async ({ launch, hv1 }) => {
    const { wizard } = await openWizard(await launch([hv1.uri.unix]));
    await wizard.fill({ name, media: iso, disk: { pool: 'default', sizeGiB: 1 }, bridge: 'nobridge0' });
    await wizard.create();
    await expect(wizard.failure).toContainText('nobridge0');
    await expectNothingOf(name, hv1);
  });
});

test('a machine whose emulator is missing says so when it is started', async ({ launch, hv1 }) => {
  const name = 'no-emulator';
  await defineGuest(hv1, { name });
  await hv1.exec('mount --bind /dev/null /usr/bin/qemu-system-x86_64');
  try {
    const { page } = await launch([hv1.uri.unix]);
    const shell = new Shell(page);
    const machine = await shell.openMachine(name);
    await machine.act('Start', { confirm: false });
    await expect(shell.notice(`Could not start ${name}`)).toContainText('qemu-system-x86_64');
    await expect(machine.header).toContainText('Off');
  } finally {
    await hv1.exec('umount /usr/bin/qemu-system-x86_64');
    await removeGuest(hv1, name);
  }
});

async function openWizard({ page }: { page: import('@playwright/test').Page }) {
  await expect(new Shell(page).host(/Connected/)).toBeVisible();
  const wizard = new Wizard(page);
  await wizard.open();
  return { page, wizard };
}

/** virsh finds neither a definition nor a volume of that name. */
async function expectNothingOf(name: string, host: Host): Promise<void> {
  expect(await host.virsh(['list', '--all', '--name'])).not.toContain(name);
  for (const pool of ['default', 'small']) {
    await host.virsh(['pool-refresh', pool]);
    expect(await host.virsh(['vol-list', pool])).not.toContain(name);
  }
}
