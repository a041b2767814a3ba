import { describe, expect, it } from 'vitest';
import { abilitiesOf, type HostAbilities } from '../../main/provision/abilities.ts';
import { choosePlatform } from '../../main/provision/defaults/choose.ts';
import { contextFor } from '../../main/provision/defaults/defaults.ts';
import { defineMachine } from '../../main/provision/definition/define.ts';
import type { MachineParts } from '../../main/provision/definition/parts.ts';
import { hostRefusal, methodOffers } from '../../main/provision/offer/methods.ts';
import { editedDefinition } from '../../main/provision/plan/edited.ts';
import { placed } from '../../main/provision/plan/places.ts';
import { Domain, DomainCapabilities } from '../../model/index.ts';
import { invalid } from './model-tools.ts';

const guest = (osType: string, type: string, machine: string) =>
  `<guest><os_type>${osType}</os_type><arch name='x86_64'>${machine && `<machine>${machine}</machine>`}<domain type='${type}'/></arch></guest>`;
const host = (driver: string, ...guests: string[]): HostAbilities =>
  abilitiesOf(
    driver,
    `<capabilities><host><cpu><arch>x86_64</arch></cpu></host>${guests.join('')}</capabilities>`,
    async (question) => DomainCapabilities.unknown(question),
  );

const LXC = host('LXC', guest('exe', 'lxc', ''));
const XEN = host('Xen', guest('xen', 'xen', 'xenpv'), guest('hvm', 'xen', 'xenfv'));
const XEN_PV = host('Xen', guest('xen', 'xen', 'xenpv'));
const ESX = host('ESX', guest('hvm', 'vmware', ''));

async function parts(abilities: HostAbilities, change: Partial<MachineParts>): Promise<MachineParts> {
  const virtType = abilities.arches[0]?.types[0] ?? '';
  const wish = { os: null, method: 'import', virtType, arch: null, machine: null };
  const context = await contextFor('host', abilities, wish, {});
  return {
    context,
    platform: choosePlatform(context).platform,
    name: 'web1',
    title: '',
    os: null,
    memoryMiB: 1024,
    vcpus: 2,
    disks: [],
    drives: [],
    cards: [{ kind: 'network', name: 'default', model: null, mac: null }],
    kernel: null,
    acpiTable: null,
    container: null,
    boot: ['disk'],
    onReboot: 'restart',
    ...change,
  };
}

const DISK = {
  artifact: 'disk0',
  place: { file: '/images/web1.qcow2' },
  format: 'qcow2',
  bus: 'xen',
  discard: false,
};

describe('definitions for hypervisors other than QEMU', () => {
  it('make containers with a system of their own and with one program', async () => {
    const system = { root: '/srv/web1', init: '/sbin/init', arguments: [] };
    const program = { root: null, init: '/bin/sh', arguments: ['-c', 'sleep 1'] };
    const own = defineMachine(await parts(LXC, { container: system }));
    const one = defineMachine(await parts(LXC, { container: program }));
    expect(own.os).toMatchObject({ type: 'exe', init: '/sbin/init' });
    expect(own.filesystems.map((root) => [root.sourceDir, root.target])).toEqual([['/srv/web1', '/']]);
    expect(one.os.initArgs).toEqual(['-c', 'sleep 1']);
    expect([one.filesystems.length, one.interfaces.all[0]?.model, one.disks.length]).toEqual([0, null, 0]);
    const documents = new Map([
      ['system', own.toXml()],
      ['program', one.toXml()],
    ]);
    expect(await invalid('domain', documents)).toEqual([]);
  });

  it('make machines of Xen, with firmware and without', async () => {
    const full = defineMachine(await parts(XEN, { disks: [DISK] }));
    expect(full.os).toMatchObject({ type: 'hvm', machine: 'xenfv' });
    expect(full.os.boot.map((one) => one.dev)).toEqual(['hd']);
    const para = defineMachine(await parts(XEN_PV, { disks: [DISK] }));
    expect(para).toMatchObject({ bootloader: 'pygrub' });
    expect(para.interfaces.all[0]?.model).toBe('netfront');
    const kernel = { artifact: null, path: '/boot/vmlinuz' };
    const direct = { kernel, initrd: null, arguments: 'root=/dev/xvda', deviceTree: null };
    const booted = defineMachine(await parts(XEN_PV, { disks: [DISK], kernel: direct }));
    expect([booted.bootloader, booted.os.kernel]).toEqual([null, '/boot/vmlinuz']);
    const documents = new Map([full, para, booted].map((one, index) => [String(index), one.toXml()]));
    expect(await invalid('domain', documents)).toEqual([]);
  });

  it('are offered where they can be made, and refused with a reason elsewhere', () => {
    const open = (abilities: HostAbilities) =>
      methodOffers('h', abilities).flatMap(({ method, refusal }) => (refusal === null ? [method] : []));
    expect(open(LXC)).toEqual(['os-container', 'app-container']);
    expect(open(XEN)).toEqual(['iso', 'pxe', 'kernel', 'import', 'tree', 'cloud', 'empty']);
    expect(open(XEN_PV)).toEqual(['kernel', 'import', 'tree', 'cloud', 'empty']);
    expect(open(ESX)).toEqual([]);
    expect(hostRefusal('h', false, ESX)).toContain('ESX');
    expect(hostRefusal('h', true, LXC)).toContain('read-only');
    expect(hostRefusal('h', false, host('QEMU'))).toContain('No QEMU was found');
  });
});

describe('an edited definition', () => {
  it('gets the places where things were made, and keeps everything else', async () => {
    const planned = await parts(XEN, { disks: [DISK] });
    const domain = defineMachine(planned);
    domain.description = 'mine';
    const made = placed(planned, new Map([['disk0', { dev: '/dev/vg/web1' }]]), (place) => place);
    const edited = Domain.parse(editedDefinition(domain.toXml(), planned, made));
    expect(edited.description).toBe('mine');
    expect(edited.disks.map((disk) => [disk.type, disk.source.location])).toEqual([
      ['block', '/dev/vg/web1'],
    ]);
  });
});
