import { expect } from '@playwright/test';
import { ConnectionForm } from '../../pages/connections.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const SSH = { hypervisor: 'QEMU/KVM', transport: 'SSH', host: 'hv3', user: 'root' };

async function filled(stage: Stage, uri: string): Promise<ConnectionForm> {
  const form = await ConnectionForm.add(stage.page);
  await form.uri.fill(uri);
  return form;
}

/** The dialog for a connection, by its address. */
function dialog(name: string, uri: string, more?: (form: ConnectionForm) => Promise<void>): Scene {
  return {
    name: `connection-${name}`,
    open: async (stage) => {
      const form = await filled(stage, uri);
      await more?.(form);
    },
  };
}

const press = (button: string) => (form: ConnectionForm) =>
  form.dialog.getByRole('button', { name: button, exact: true }).click();

const forms: readonly Scene[] = [
  {
    name: 'connection-new',
    open: async ({ page }) => {
      const form = await ConnectionForm.add(page);
      await expect(form.uri).toBeVisible();
    },
  },
  {
    name: 'connection-ssh',
    open: async ({ page }) => {
      const form = await ConnectionForm.add(page);
      await form.fill({ ...SSH, name: 'Lab', group: 'Hamburg', colour: 'Teal', production: true });
    },
  },
  dialog('ssh-advanced', 'qemu+ssh://root@hv3:2222/system?proxy=netcat', (form) => form.openAdvanced()),
  dialog('libssh2', 'qemu+libssh2://root@hv3/system', (form) => form.openAdvanced()),
  dialog('tls', 'qemu+tls://hv3/system?no_verify=1'),
  dialog('tcp', 'qemu+tcp://hv3/system'),
  dialog('session', 'qemu:///session'),
  dialog('esx', 'vpx://admin@vcenter.example/Berlin/cluster/esx1?no_verify=1', (form) => form.openAdvanced()),
  dialog('lxc', 'lxc:///system'),
  dialog('xen', 'xen+ssh://root@xen1/system'),
  dialog('custom', 'jailhouse:///system'),
  dialog('missing', 'qemu+ssh://', press('Connect')),
  dialog('not-an-address', 'lab1.example.org', press('Connect')),
  {
    name: 'connection-edit',
    open: async (stage) => {
      await stage.connect('hv1');
      await stage.shell.host(/^hv1, /).click({ button: 'right' });
      await stage.page.getByRole('menuitem', { name: 'Edit connection' }).click();
      await stage.page.getByRole('dialog', { name: 'Edit hv1' }).waitFor();
    },
  },
];

const doctor: readonly Scene[] = [
  {
    name: 'doctor-good',
    open: async (stage) => {
      const form = await filled(stage, 'qemu+ssh://root@hv3/system');
      await form.test();
    },
  },
  {
    name: 'doctor-failed',
    open: async (stage) => {
      await stage.host('hv3').daemons.stop('libvirtd');
      const form = await filled(stage, 'qemu+ssh://root@hv3/system');
      await form.test();
      await expect(form.verdict).toHaveAttribute('data-verdict', 'bad');
    },
    leave: (stage) => stage.bringBack('hv3'),
  },
  {
    name: 'doctor-running',
    open: async (stage) => {
      await stage.host('hv3').faults.freeze('sshd');
      const form = await filled(stage, 'qemu+ssh://admin@hv3/system');
      await form.dialog.getByRole('button', { name: 'Test connection' }).click();
      await expect(form.step('Signing in with ssh')).toBeVisible({ timeout: 30_000 });
    },
    sight: ({ page }) =>
      page.getByRole('region', { name: 'Test of the connection' }).getByRole('listitem').last(),
    leave: (stage) => stage.bringBack('hv3'),
  },
  {
    name: 'doctor-dialog',
    open: async (stage) => {
      await stage.connect('hv1');
      await stage.shell.host(/^hv1, /).click({ button: 'right' });
      await stage.page.getByRole('menuitem', { name: 'Test connection' }).click();
      const status = stage.page.getByRole('dialog').getByRole('status').first();
      await expect(status).toHaveAttribute('data-verdict', /good|warning|bad/, { timeout: 90_000 });
    },
  },
];

async function openCertificates(stage: Stage) {
  const form = await filled(stage, 'qemu+tls://hv3/system');
  await form.dialog.getByRole('button', { name: 'Make certificates' }).click();
  const maker = stage.page.getByRole('dialog', { name: 'Certificates for TLS' });
  await maker.waitFor();
  return maker;
}

const certificates: readonly Scene[] = [
  { name: 'certificates-new', open: async (stage) => void (await openCertificates(stage)) },
  {
    name: 'certificates-mistake',
    open: async (stage) => {
      const maker = await openCertificates(stage);
      await maker.getByLabel('Days').fill('soon');
      await maker.getByRole('button', { name: 'Make certificates' }).click();
      await expect(maker.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'certificates-made',
    open: async (stage) => {
      const maker = await openCertificates(stage);
      await maker.getByLabel('Servers').fill('hv3 hv3.example 10.0.0.3');
      await maker.getByLabel('Clients').fill('laptop');
      await maker.getByRole('button', { name: 'Make certificates' }).click();
      await expect(maker.getByRole('status')).toContainText('made in', { timeout: 60_000 });
    },
  },
];

export const connections: readonly Scene[] = [...forms, ...doctor, ...certificates];
