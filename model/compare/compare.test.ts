import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  buildDomain,
  compare,
  conflicts,
  Disk,
  Domain,
  Network,
  parseDocument,
  review,
} from '../index.ts';

const BASE = buildDomain({
  name: 'vm',
  type: 'kvm',
  memory: 2 * 1024 ** 3,
  vcpu: 4,
  disks: [{ file: '/a.qcow2' }, { file: '/b.qcow2' }],
  cdrom: '/i.iso',
  interfaces: [{ source: 'default', mac: '52:54:00:00:00:01' }],
}).toXml();

function changes(edit: (after: Domain) => void, driver?: string): [string, string][] {
  const after = Domain.parse(BASE);
  edit(after);
  return compare(Domain.parse(BASE), after, { driver }).map((change) => [change.text, change.effect]);
}

describe('what changed, and when it takes effect', () => {
  it('is nothing between a document and itself, however it is written', () => {
    expect(changes(() => {})).toEqual([]);
    const other = BASE.replaceAll("'", '"')
      .replace(/\n\s*/g, '')
      .replace('<memory unit="KiB">2097152<', '<memory unit="GiB">2<');
    expect(compare(Domain.parse(BASE), Domain.parse(other))).toEqual([]);
  });

  it.each<[string, (after: Domain) => void, string, string]>([
    [
      'a field',
      (d) => Object.assign(d.disks.at(0)!, { cache: 'none' }),
      'disk vda: cache not set -> none',
      'next-boot',
    ],
    ['memory', (d) => Object.assign(d, { memory: 4 * 1024 ** 3 }), 'memory: 2 GiB -> 4 GiB', 'next-boot'],
    [
      'the balloon',
      (d) => Object.assign(d, { currentMemory: 1024 ** 3 }),
      'current memory: not set -> 1 GiB',
      'now',
    ],
    ['vCPUs', (d) => Object.assign(d, { currentVcpus: 2 }), 'current vcpus: not set -> 2', 'now'],
    ['the name', (d) => Object.assign(d, { name: 'x' }), 'name: vm -> x', 'power-off'],
    ['the title', (d) => Object.assign(d, { title: 'T' }), 'title: not set -> T', 'now'],
    [
      'the medium',
      (d) => Object.assign(d.disks.at(2)!.source, { file: null }),
      'CD-ROM drive sda: source file /i.iso -> not set',
      'now',
    ],
    [
      'the source of a fixed disk',
      (d) => Object.assign(d.disks.at(0)!.source, { file: '/x' }),
      'disk vda: source file /a.qcow2 -> /x',
      'next-boot',
    ],
    [
      'a disk limit',
      (d) => Object.assign(d.disks.at(0)!.iotune, { totalIops: 5 }),
      'disk vda: iotune total iops not set -> 5',
      'now',
    ],
    [
      'the link',
      (d) => Object.assign(d.interfaces.at(0)!, { link: 'down' }),
      'network card 52:54:00:00:00:01: link not set -> down',
      'now',
    ],
    [
      'the network',
      (d) => Object.assign(d.interfaces.at(0)!.source, { network: 'x' }),
      'network card 52:54:00:00:00:01: source network default -> x',
      'now',
    ],
    [
      'the model',
      (d) => Object.assign(d.interfaces.at(0)!, { model: 'e1000' }),
      'network card 52:54:00:00:00:01: model virtio -> e1000',
      'next-boot',
    ],
    [
      'a CPU weight',
      (d) => Object.assign(d.cpuTune, { shares: 2048 }),
      'CPU tuning: shares not set -> 2048',
      'now',
    ],
    [
      'a feature',
      (d) => Object.assign(d.features.hyperv, { relaxed: true }),
      'features: hyperv relaxed not set -> yes',
      'next-boot',
    ],
    [
      'a display password',
      (d) => Object.assign(d.graphics.at(0)!, { password: 'p' }),
      'display vnc: password not set -> set',
      'next-boot',
    ],
    [
      'a CPU feature',
      (d) => d.cpu.features.add({ name: 'vmx', policy: 'require' }),
      'CPU feature vmx added',
      'next-boot',
    ],
    [
      'a disk more',
      (d) => d.addDevice('disk', { type: 'file', source: { file: '/c' }, target: 'vdc', bus: 'virtio' }),
      'disk vdc added (/c)',
      'now',
    ],
    [
      'a SATA disk more',
      (d) => d.addDevice('disk', { type: 'file', source: { file: '/c' }, target: 'sdb', bus: 'sata' }),
      'disk sdb added (/c)',
      'next-boot',
    ],
    ['a disk less', (d) => d.removeDevice(d.disks.at(1)!), 'disk vdb removed (/b.qcow2)', 'now'],
    [
      'a network card less',
      (d) => d.removeDevice(d.interfaces.at(0)!),
      'network card 52:54:00:00:00:01 removed (network default virtio)',
      'now',
    ],
    [
      'a TPM more',
      (d) => d.addDevice('tpm', { model: 'tpm-crb', backend: 'emulator' }),
      'TPM tpm-crb added',
      'next-boot',
    ],
    [
      'something unknown',
      (d) => d.disks.at(0)!.set('driver/@future', '1'),
      'disk vda: driver/@future not set -> 1',
      'next-boot',
    ],
    [
      'an unknown device',
      (d) => d.addDeviceXml('<quantum/>'),
      'devices/quantum: not set -> <quantum/>',
      'next-boot',
    ],
    ["another program's metadata", (d) => d.set('metadata/@x', '1'), 'metadata/@x: not set -> 1', 'now'],
  ])('%s', (_what, edit, text, effect) => {
    expect(changes(edit)).toEqual([[text, effect]]);
  });

  it('is found by identity and not by position', () => {
    const after = Domain.parse(BASE);
    const [first, second] = after.disks.all;
    first!.element.parentNode!.insertBefore(second!.element, first!.element);
    second!.cache = 'none';
    expect(compare(Domain.parse(BASE), after).map((change) => change.text)).toEqual([
      'disk vdb: cache not set -> none',
    ]);
    second!.target = 'vdz';
    expect(compare(Domain.parse(BASE), after).map((change) => change.text)).toEqual([
      'disk vdb: cache not set -> none',
      'disk vdb: target vdb -> vdz',
    ]);
  });

  it('of a bus takes the place along that belonged to the old one, where that was given up', () => {
    const place = "<address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/>";
    const disk = (bus: string, address: string) =>
      Domain.parse(
        `<domain><devices><disk><target dev='vda' bus='${bus}'/>${address}</disk></devices></domain>`,
      );
    const made = (after: Domain) => {
      const target = disk('virtio', place);
      const keys = compare(target, after).map(({ key }) => key);
      applyChanges(target, after, new Set(keys));
      return [keys, target.disks.at(0)?.address.exists];
    };
    expect(made(disk('scsi', ''))).toEqual([['disks[vda]/bus'], false]);
    expect(made(disk('scsi', place))).toEqual([['disks[vda]/bus'], true]);
    expect(made(disk('virtio', ''))).toEqual([[], true]);
  });

  it('depends on the driver', () => {
    const add = (d: Domain) => d.addDevice('rng', { model: 'virtio' });
    expect(changes(add)[0]?.[1]).toBe('now');
    for (const driver of ['lxc', 'xen', 'test', 'bhyve', ''])
      expect(changes(add, driver)[0]?.[1]).toBe('next-boot');
    const shares = (d: Domain) => Object.assign(d.cpuTune, { shares: 1 });
    expect(['qemu', 'lxc', 'xen'].map((driver) => changes(shares, driver)[0]?.[1])).toEqual([
      'now',
      'now',
      'next-boot',
    ]);
  });
});

describe('what libvirt fills in at run time', () => {
  it('is no change', () => {
    const live = Domain.parse(BASE);
    live.id = 7;
    for (const [index, device] of live.devices.entries()) {
      if (!('alias' in device)) continue;
      device.set('alias/@name', `dev${index}`);
      device.set('address/@type', 'pci');
      device.set('address/@slot', `0x0${index % 8}`);
    }
    live.partition = '/machine';
    live.emulator = '/usr/bin/qemu';
    live.os.machine = 'pc-q35-7.2';
    live.securityLabels.add({ type: 'dynamic', model: 'dac', label: '+64055:+64055' });
    Object.assign(live.graphics.at(0)!, { port: 5900, listenAddress: '127.0.0.1' });
    live.graphics.at(0)!.listens.add({ type: 'address', address: '127.0.0.1' });
    live.interfaces.at(0)!.target = 'vnet3';
    live.interfaces.at(0)!.source.portId = 'x';
    live.interfaces.at(0)!.source.bridge = 'virbr0';
    live.serials.at(0)!.source.path = '/dev/pts/1';
    live.channels.at(0)!.state = 'connected';
    live.channels.at(0)!.source.path = '/run/agent';
    live.channels.at(0)!.source.mode = 'bind';
    live.disks.at(0)!.source.index = 2;
    live.disks.at(0)!.set('backingStore', true);
    expect(compare(live, Domain.parse(BASE)).map((change) => change.text)).toEqual([]);
    expect(compare(Domain.parse(BASE), live).map((change) => change.text)).toEqual([]);
  });

  it('hides no choice of the user', () => {
    expect(changes((d) => Object.assign(d.disks.at(0)!, { alias: 'ua-x' }))[0]?.[0]).toBe(
      'disk vda: alias not set -> ua-x',
    );
    expect(
      changes((d) => Object.assign(d.graphics.at(0)!, { autoport: false, port: 5901 })).map(([text]) => text),
    ).toEqual(['display vnc: port not set -> 5901', 'display vnc: autoport yes -> no']);
    expect(changes((d) => Object.assign(d.cpu, { mode: 'host-model' }))[0]?.[0]).toBe(
      'CPU: mode host-passthrough -> host-model',
    );
  });
});

describe('other documents', () => {
  it('are compared too', () => {
    const xml = `<network><name>n</name><forward mode='nat'/><ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.2' end='10.0.0.9'/></dhcp></ip></network>`;
    const after = Network.parse(xml);
    after.forward.mode = 'route';
    after.ips.at(0)!.dhcpHosts.add({ mac: '52:54:00:00:00:01', ip: '10.0.0.5' });
    expect(compare(Network.parse(xml), after).map((change) => [change.text, change.effect])).toEqual([
      ['forward: mode nat -> route', 'next-boot'],
      ['ip 10.0.0.1 host 52:54:00:00:00:01 added', 'now'],
    ]);
  });

  it('and single devices', () => {
    const [change] = compare(
      Disk.parse(`<disk><target dev='vda'/></disk>`),
      Disk.parse(`<disk><driver cache='none'/><target dev='vda'/></disk>`),
    );
    expect(change?.text).toBe('disk vda: cache not set -> none');
  });

  it('of different kinds are refused', () => {
    expect(() => compare(Domain.parse('<domain/>'), Network.parse('<network/>'))).toThrow(
      'cannot be compared',
    );
    expect(() => compare(parseDocument('<x/>'), parseDocument('<x/>'))).toThrow("none of libvirt's");
    expect(() => Domain.parse('<network/>')).toThrow(
      '<domain> was expected, but the document is a <network>',
    );
  });
});

describe('review and merge', () => {
  it('shows live, saved and proposed side by side', () => {
    const live = Domain.parse(BASE);
    live.id = 1;
    const saved = Domain.parse(BASE);
    saved.disks.at(0)!.cache = 'writeback';
    saved.title = 'T';
    const proposed = Domain.parse(saved.toXml());
    proposed.disks.at(0)!.cache = 'none';
    expect(
      review(live, saved, proposed).map((row) => [
        row.subject,
        row.label,
        row.live,
        row.saved,
        row.proposed,
        row.proposedChange,
      ]),
    ).toEqual([
      ['disk vda', 'cache', null, 'writeback', 'none', true],
      ['', 'title', null, 'T', 'T', false],
    ]);
    expect(review(undefined, saved, proposed).map((row) => row.live)).toEqual([undefined]);
  });

  it('puts the changes of one upon what another one saved', () => {
    const mine = Domain.parse(BASE);
    mine.disks.at(0)!.cache = 'none';
    mine.memory = 4 * 1024 ** 3;
    mine.addDevice('rng', { model: 'virtio', backend: 'builtin' });
    mine.removeDevice(mine.disks.at(1)!);
    mine.disks.at(0)!.set('driver/@future', 'x');
    mine.addDeviceXml('<quantum/>');
    const theirs = Domain.parse(BASE);
    theirs.title = 'theirs';
    theirs.disks.at(0)!.io = 'native';
    const base = Domain.parse(BASE);
    const wanted = compare(base, mine);
    const other = compare(base, theirs);
    expect(conflicts(wanted, other)).toEqual([]);
    applyChanges(theirs, mine, new Set(wanted.map((change) => change.key)));
    expect(
      compare(base, theirs)
        .map((change) => change.text)
        .sort(),
    ).toEqual([...wanted, ...other].map((change) => change.text).sort());
  });

  it('finds what two people changed differently', () => {
    const edit = (work: (domain: Domain) => void) => {
      const after = Domain.parse(BASE);
      work(after);
      return compare(Domain.parse(BASE), after);
    };
    const cache = (value: string) => edit((d) => Object.assign(d.disks.at(0)!, { cache: value }));
    expect(conflicts(cache('none'), cache('none'))).toEqual([]);
    expect(conflicts(cache('none'), cache('unsafe'))).toHaveLength(1);
    expect(
      conflicts(
        cache('none'),
        edit((d) => d.removeDevice(d.disks.at(0)!)),
      ),
    ).toHaveLength(1);
    expect(
      conflicts(
        cache('none'),
        edit((d) => d.removeDevice(d.disks.at(1)!)),
      ),
    ).toEqual([]);
  });
});
