import { MantineProvider } from '@mantine/core';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EditProvider } from '../edit/context.tsx';
import { MachineEdit } from '../edit/machineEdit.ts';
import { draftSource } from '../edit/source.ts';
import { FormHostProvider } from '../forms/formHost.tsx';
import { sections } from './registry.ts';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'nothing but a name': '<domain><name>bare</name></domain>',
  'a container': `<domain type='lxc'><name>box</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
    <os><type arch='x86_64'>exe</type><init>/bin/sh</init><initarg>-c</initarg><initenv name='A'>b</initenv></os>
    <idmap><uid start='0' target='1000' count='10'/><gid start='0' target='1000' count='10'/></idmap>
    <features><privnet/><capabilities policy='allow'><mknod state='on'/></capabilities></features></domain>`,
  'a machine of Xen': `<domain type='xen'><name>pv</name><memory>1048576</memory><vcpu current='1'>2</vcpu>
    <os><type>hvm</type><boot dev='cdrom'/><boot dev='hd'/></os><features><hap/><viridian/></features>
    <clock offset='variable' adjustment='3600' basis='utc'/></domain>`,
  'values nobody knows': `<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>odd</name>
    <memory unit='GiB'>x</memory><vcpu current='9'>4</vcpu><iothreads>-1</iothreads>
    <os firmware='coreboot'><type arch='vax' machine='pc-q35-99'>hvm</type><smbios mode='mirror'/></os>
    <cputune><vcpupin vcpu='77' cpuset='a'/><vcpusched scheduler='deadline'/></cputune>
    <cpu mode='dream'><topology sockets='0'/><feature policy='maybe'/><numa><cell/><cell id='5'/></numa></cpu>
    <clock offset='moon'><timer name='sundial'/></clock><on_crash>shrug</on_crash>
    <launchSecurity type='sev'><policy>all</policy></launchSecurity>
    <sysinfo type='smbios'><system><entry/></system><baseBoard/></sysinfo>
    <seclabel type='mystery' model='x'/><qemu:commandline><qemu:arg value='-x'/></qemu:commandline></domain>`,
};

async function drawn(xml: string): Promise<Map<string, string>> {
  const source = draftSource({ id: 'test', connection: 'c', xml, commit: () => {} });
  const edit = new MachineEdit(source);
  await edit.reload();
  const { domain } = edit;
  const shown = sections.filter((section) => section.applies?.(domain) ?? true);
  return new Map(
    shown.map(({ id, Form, summary }) => [
      id,
      summary(domain) +
        renderToString(
          <MantineProvider>
            <EditProvider value={edit}>
              <FormHostProvider>
                <Form domain={domain} />
              </FormHostProvider>
            </EditProvider>
          </MantineProvider>,
        ),
    ]),
  );
}

describe('sections', { timeout: 60_000 }, () => {
  it.each(Object.entries(DOCUMENTS))('can show %s', async (_what, xml) => {
    const forms = await drawn(xml);
    expect(forms.size).toBeGreaterThan(8);
    for (const [id, html] of forms) expect(html, id).not.toMatch(/undefined|NaN|\[object/);
  });

  it('keep values that nobody knows, and show what a container runs', async () => {
    const odd = await drawn(DOCUMENTS['values nobody knows'] ?? '');
    expect(odd.get('clock')).toContain('sundial');
    expect(odd.get('lifecycle')).toContain('shrug');
    expect(odd.get('processors')).toContain('dream');
    expect(odd.get('namespaces')).toContain('-x');
    const box = await drawn(DOCUMENTS['a container'] ?? '');
    expect(box.get('boot')).toContain('/bin/sh');
    expect([...box.keys()]).not.toContain('features');
    expect(box.get('container')).toContain('CAP_MKNOD');
  });
});
