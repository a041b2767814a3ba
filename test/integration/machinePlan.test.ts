import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiError, MachinePreview, MachineSpecInput } from '../../contract/index.ts';
import { Domain } from '../../model/index.ts';
import { connected, failure, startApp, type TestApp, type TestWindow } from './helpers/services/app.ts';

const GIB = 1024 ** 3;
const pool = (type: string, name: string, source: string, path: string) =>
  `<pool type='${type}'><name>${name}</name><source>${source}</source><target><path>${path}</path></target></pool>`;

/** A host of libvirt's test driver with pools of many types. */
const HOST = `<node><cpu><mhz>2000</mhz><model>i686</model><active>4</active><nodes>1</nodes><sockets>1</sockets><cores>4</cores><threads>1</threads></cpu><memory>8388608</memory>
<network><name>default</name><bridge name='virbr0'/><ip address='192.168.122.1' netmask='255.255.255.0'/></network>
${pool('dir', 'files', '', '/files')}
${pool('logical', 'vg', `<name>vg</name><device path='/dev/sdb'/>`, '/dev/vg')}
${pool('disk', 'parts', `<device path='/dev/nvme0n1'/><format type='gpt'/>`, '/dev')}
${pool('rbd', 'ceph', `<name>rbdpool</name><host name='mon1' port='6789'/><auth type='ceph' username='admin'><secret uuid='2ec115d7-3a88-3ceb-bc12-0ac909a6fd87'/></auth>`, '/x')}
<domain type='test'><name>other</name><memory>65536</memory><os><type>hvm</type></os>
<devices><interface type='network'><mac address='52:54:00:AA:bb:01'/><source network='default'/></interface></devices></domain>
</node>`;

let folder = '';
let app: TestApp;
let window: TestWindow;
let connection = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtdeck-plan-'));
  writeFileSync(join(folder, 'host.xml'), HOST);
  app = startApp();
  window = app.window();
  await app.start([`test://${join(folder, 'host.xml')}`]);
  connection = (await connected(window)).id;
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

const spec = (change: Partial<MachineSpecInput>): MachineSpecInput => ({
  connection,
  name: 'web1',
  os: null,
  virtType: 'test',
  install: { method: 'iso', media: { kind: 'path', path: '/isos/debian.iso' } },
  memoryMiB: 2048,
  vcpus: 2,
  disks: [{ kind: 'new', pool: 'files', capacity: 10 * GIB }],
  cards: [{ kind: 'network', name: 'default' }],
  ...change,
});
const plan = (change: Partial<MachineSpecInput> = {}): Promise<MachinePreview> =>
  window.client.machines.plan(spec(change));
const disk = (of: MachinePreview, index = 0) => Domain.parse(of.xml).disks.all[index];

describe('the plan of a machine', () => {
  it('boots the disk first, has the medium for the installation, and an empty drive afterwards', async () => {
    const { xml, installXml, makes, problems } = await plan();
    const [final, install] = [Domain.parse(xml), Domain.parse(installXml ?? '')];
    expect(problems).toEqual([]);
    expect(final.disks.map((one) => [one.device, one.source.file, one.bootOrder])).toEqual([
      ['disk', '/files/web1.qcow2', 1],
      ['cdrom', null, 2],
    ]);
    expect(install.disks.all[1]?.source.file).toBe('/isos/debian.iso');
    expect(makes.map((one) => one.words)).toEqual(['the disk web1.qcow2 in pool files']);
  });

  it('asks the network once in two phases, or always, or when the disk cannot be booted', async () => {
    const order = async (way: 'disk-first' | 'network-first' | 'two-phase') => {
      const { xml, installXml } = await plan({ install: { method: 'pxe', order: way } });
      const orders = (text: string) => {
        const domain = Domain.parse(text);
        return [domain.disks.all[0]?.bootOrder, domain.interfaces.all[0]?.bootOrder, domain.onReboot];
      };
      return [orders(xml), installXml && orders(installXml)];
    };
    expect(await order('disk-first')).toEqual([[1, 2, 'restart'], null]);
    expect(await order('network-first')).toEqual([[2, 1, 'restart'], null]);
    expect(await order('two-phase')).toEqual([
      [1, null, 'restart'],
      [null, 1, 'destroy'],
    ]);
  });

  it('boots a kernel once and then the disk, or the kernel at every boot', async () => {
    const kernel = { kind: 'path', path: '/boot/vmlinuz' } as const;
    const install = { method: 'kernel', kernel, arguments: 'console=ttyS0' } as const;
    const once = await plan({ install: { ...install, boot: 'two-phase' } });
    expect(Domain.parse(once.xml).os.kernel).toBeNull();
    expect(Domain.parse(once.installXml ?? '').os).toMatchObject({
      kernel: '/boot/vmlinuz',
      cmdline: 'console=ttyS0',
    });
    expect(once.virsh.join('\n')).toMatch(/create web1-install.xml\n#.*\n.*define web1.xml\n.*start/);
    const table = { ...install, boot: 'two-phase', acpiTable: { kind: 'path', path: '/srv/slic' } } as const;
    const licensed = await plan({ install: table });
    for (const xml of [licensed.xml, licensed.installXml ?? '']) {
      expect(Domain.parse(xml).os.acpiTables.all.map(({ path }) => path)).toEqual(['/srv/slic']);
    }
    const always = await plan({ install: { ...install, boot: 'permanent' } });
    expect([Domain.parse(always.xml).os.kernel, always.installXml]).toEqual(['/boot/vmlinuz', null]);
    const bare = await plan({ install: { ...install, boot: 'two-phase' }, disks: [] });
    expect(bare.problems.join()).toContain('has no disk');
    const tree = await plan({ install: { ...install, boot: 'permanent', deviceTree: kernel } });
    expect(tree.problems.join()).toContain('no device tree');
  });

  it('fetches a kernel from the web into a pool, for the first boot only', async () => {
    const kernel = { kind: 'url', url: 'http://example.org/linux' } as const;
    const { installXml, makes, virsh } = await plan({
      install: { method: 'kernel', kernel, boot: 'two-phase' },
    });
    expect(makes.map((one) => one.words)).toContain('the kernel web1-kernel in pool files');
    expect(Domain.parse(installXml ?? '').os.kernel).toBe('/files/web1-kernel');
    expect(virsh.join('\n')).toContain('vol-upload --pool files --vol web1-kernel');
    expect(virsh.at(-1)).toContain('vol-delete --pool files --vol web1-kernel');
  });

  it('says that virt-install takes no kernel by itself', async () => {
    const kernel = { kind: 'url', url: 'http://192.0.2.1/vmlinuz' } as const;
    const alone = { method: 'kernel', kernel, boot: 'two-phase' } as const;
    const { virtInstall, virsh } = await plan({ install: alone });
    expect(virtInstall.join('\n')).toMatch(/^# virt-install takes a kernel .* initrd/);
    expect(virsh.join('\n')).toContain('create web1-install.xml');
    const both = await plan({ install: { ...alone, initrd: kernel } });
    expect(both.virtInstall.join('\n')).toMatch(/^virt-install .* --install kernel=/m);
  });

  it('starts empty with an empty drive, and is not started', async () => {
    const { xml, virsh } = await plan({ install: { method: 'empty' } });
    expect(disk({ xml } as MachinePreview, 1)).toMatchObject({ device: 'cdrom', bootOrder: 2 });
    expect(virsh.join()).not.toContain(' start ');
  });

  it('makes in each type of pool what can be made there', async () => {
    const inPool = async (name: string) => {
      const made = await plan({ disks: [{ kind: 'new', pool: name, capacity: GIB }] });
      const first = disk(made);
      return { made, first, xml: made.makes[0]?.xml ?? '' };
    };
    const vg = await inPool('vg');
    expect(vg.first).toMatchObject({ type: 'block', format: 'raw', cache: 'none', discard: null });
    expect(vg.first?.source.dev).toBe('/dev/vg/web1');
    expect(vg.xml).toContain(`<allocation unit='bytes'>${GIB}</allocation>`);
    expect(vg.xml).not.toContain('<format');
    expect(vg.made.warnings.join()).toContain('holds disks of the format raw only');
    const part = await inPool('parts');
    expect(part.xml).toContain('<name>nvme0n1p1</name>');
    const ceph = await inPool('ceph');
    expect(ceph.first).toMatchObject({ type: 'network', discard: 'unmap' });
    expect(ceph.first?.source).toMatchObject({ protocol: 'rbd', name: 'rbdpool/web1' });
    expect(ceph.first?.source.auth.secretUuid).toBe('2ec115d7-3a88-3ceb-bc12-0ac909a6fd87');
  });

  it('gives several disks names of their own', async () => {
    const one = { kind: 'new', pool: 'files', capacity: GIB } as const;
    const { makes, xml } = await plan({ disks: [one, { ...one, preallocate: true, format: 'raw' }, one] });
    expect(makes.map((made) => made.words)).toEqual([
      'the disk web1.qcow2 in pool files',
      'the disk web1.img in pool files',
      'the disk web1-1.qcow2 in pool files',
    ]);
    expect(Domain.parse(xml).disks.map((made) => made.discard)).toEqual(['unmap', null, 'unmap', null]);
  });

  it('says what would make it fail', async () => {
    const problems = async (change: Partial<MachineSpecInput>) => (await plan(change)).problems.join();
    expect(await problems({ name: 'a/b' })).toContain('slash');
    expect(await problems({ cards: [{ kind: 'network', name: 'nope' }] })).toContain('no network nope');
    const huge = { kind: 'new', pool: 'files', capacity: 10 ** 15, preallocate: true } as const;
    expect(await problems({ disks: [huge] })).toContain('GiB left');
    expect(await problems({ platform: { diskBus: 'xen', cpu: 'host-passthrough' } })).toContain('Processor');
    const unattended = { profile: 'jeos', adminPassword: 'secret' };
    const fromMedium = { method: 'iso', media: { kind: 'path', path: '/isos/d.iso' }, unattended } as const;
    expect(await problems({ os: 'http://debian.org/debian/11', install: fromMedium })).toMatch(
      /from this one it would ask.*“Network install tree”, for example from http:\/\/deb/,
    );
    expect(await problems({ os: 'http://fedoraproject.org/fedora/36', install: fromMedium })).toBe('');
    const gone = { kind: 'existing', pool: 'files', volume: 'gone.qcow2' } as const;
    expect(await problems({ disks: [gone] })).toContain('no volume gone.qcow2');
    const missing = (await failure(
      plan({ disks: [{ kind: 'new', pool: 'nope', capacity: GIB }] }),
    )) as ApiError;
    expect(missing).toMatchObject({ kind: 'not-found', message: expect.stringContaining('no pool nope') });
    const container = (await failure(plan({ install: { method: 'app-container' } }))) as ApiError;
    expect(container).toMatchObject({ kind: 'unsupported', message: expect.stringContaining('containers') });
  });

  it('says who has a MAC address already', async () => {
    const card = (mac: string | null) => ({ kind: 'network', name: 'default', mac }) as const;
    const warned = async (...macs: (string | null)[]) =>
      (await plan({ cards: macs.map(card) })).warnings.filter((one) => one.includes('MAC'));
    expect(await warned('52:54:00:aa:BB:01', null)).toEqual([
      expect.stringMatching(/^other has the MAC address 52:54:00:aa:bb:01/),
    ]);
    expect(await warned('52:54:00:00:00:02', '52:54:00:00:00:02')).toEqual([
      expect.stringMatching(/^Two network cards/),
    ]);
    expect(await warned('52:54:00:00:00:02', null, null)).toEqual([]);
  });

  it('takes what the user has edited, for the first boot as well', async () => {
    const { xml } = await plan();
    const domain = Domain.parse(xml);
    domain.description = 'edited';
    domain.vcpu = 3;
    const edited = await plan({ edited: domain.toXml() });
    expect(edited.xml).toBe(domain.toXml());
    const install = Domain.parse(edited.installXml ?? '');
    expect(install).toMatchObject({ description: 'edited', vcpu: 3 });
    expect(install.disks.all[1]?.source.file).toBe('/isos/debian.iso');
    const broken = (await failure(plan({ edited: '<domain' }))) as ApiError;
    expect(broken).toMatchObject({ kind: 'invalid', message: expect.stringContaining('cannot be read') });
    expect((await plan({ edited: xml.replace('web1', 'web2') })).problems.join()).toContain('web2');
  });

  it('quotes what a shell would take for something else', async () => {
    const { virtInstall, virsh } = await plan({ name: `it's $(x); a` });
    expect(virtInstall.at(-1)).toContain(`--name 'it'\\''s $(x); a'`);
    expect(virsh.join('\n')).toContain(`--domain 'it'\\''s $(x); a'`);
  });
});
