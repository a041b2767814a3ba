import { describe, expect, it } from 'vitest';
import {
  buildDomain,
  Disk,
  Domain,
  type DomainOptions,
  getPath,
  newDiskTarget,
  newMac,
  newUuid,
  removeElement,
} from '../index.ts';

const GIB = 1024 ** 3;
const OPTIONS: DomainOptions = { name: 'vm', type: 'kvm', memory: 2 * GIB, vcpu: 2 };

describe('a new machine', () => {
  const domain = buildDomain({
    ...OPTIONS,
    disks: [{ file: '/a.qcow2' }, { dev: '/dev/sdb' }],
    cdrom: '/i.iso',
    interfaces: [{ source: 'default' }, { type: 'direct', source: 'eth0' }],
    os: 'http://debian.org/debian/12',
  });

  it('is what was asked for', () => {
    expect([domain.name, domain.type, domain.memory, domain.vcpu]).toEqual(['vm', 'kvm', 2 * GIB, 2]);
    expect([domain.os.machine, domain.os.type, domain.cpu.mode]).toEqual(['q35', 'hvm', 'host-passthrough']);
    expect(domain.metadata.os).toBe('http://debian.org/debian/12');
    expect(
      domain.disks.map((disk) => [disk.device, disk.target, disk.bus, disk.format, disk.source.location]),
    ).toEqual([
      ['disk', 'vda', 'virtio', 'qcow2', '/a.qcow2'],
      ['disk', 'vdb', 'virtio', 'raw', '/dev/sdb'],
      ['cdrom', 'sda', 'sata', 'raw', '/i.iso'],
    ]);
    expect(
      domain.interfaces.map((card) => [card.type, card.source.network, card.source.dev, card.model]),
    ).toEqual([
      ['network', 'default', null, 'virtio'],
      ['direct', null, 'eth0', 'virtio'],
    ]);
    const kinds = domain.devices.map((device) => device.element.nodeName);
    for (const kind of [
      'serial',
      'console',
      'channel',
      'input',
      'graphics',
      'video',
      'memballoon',
      'rng',
      'controller',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it('boots its first disk, and the CD-ROM after that', () => {
    expect(domain.disks.map((disk) => disk.bootOrder)).toEqual([1, null, 2]);
    expect(domain.os.boot.length).toBe(0);
    const netboot = buildDomain({ ...OPTIONS, interfaces: [{ source: 'default' }] });
    expect(netboot.interfaces.at(0)!.bootOrder).toBe(1);
  });

  it('has no display if none is wanted, and what its architecture has', () => {
    const headless = buildDomain({ ...OPTIONS, graphics: null });
    expect([headless.graphics.length, headless.videos.length, headless.inputs.length]).toEqual([0, 0, 0]);
    const arm = buildDomain({
      ...OPTIONS,
      type: 'qemu',
      arch: 'aarch64',
      machine: 'virt',
      cdrom: null,
      firmware: 'efi',
    });
    expect([arm.disks.at(0)!.bus, arm.cpu.mode, arm.os.firmware, arm.features.apic]).toEqual([
      'scsi',
      'maximum',
      'efi',
      false,
    ]);
  });
});

describe('devices', () => {
  it('are added where libvirt writes them, and removed with their lines', () => {
    const domain = buildDomain({ ...OPTIONS, disks: [{ file: '/a' }] });
    const before = domain.toXml();
    const disk = domain.addDevice('disk', {
      type: 'file',
      source: { file: '/b' },
      target: 'vdb',
      bus: 'virtio',
    });
    expect(domain.disks.map((one) => one.target)).toEqual(['vda', 'vdb']);
    expect(disk).toBeInstanceOf(Disk);
    domain.removeDevice(disk);
    expect(domain.toXml()).toBe(before);
  });

  it('can be given as XML, known or not', () => {
    const domain = buildDomain(OPTIONS);
    const before = domain.toXml();
    const watchdog = domain.addDeviceXml(`<watchdog model='i6300esb' action='reset'/>`);
    const future = domain.addDeviceXml('<quantum><bits>3</bits></quantum>');
    expect(domain.watchdogs.at(0)!.action).toBe('reset');
    expect(domain.devices.map((device) => device.element.nodeName)).not.toContain('quantum');
    expect(getPath(domain.element, 'devices/quantum/bits')).toBe('3');
    removeElement(future);
    removeElement(watchdog);
    expect(domain.toXml()).toBe(before);
  });

  it('stand alone as well', () => {
    const disk = Disk.parse(`<disk type='file'><target dev='vda'/></disk>`);
    disk.cache = 'none';
    expect(disk.toXml()).toBe(`<disk type='file'><driver cache='none'/><target dev='vda'/></disk>`);
  });
});

describe('names', () => {
  it.each([
    ['virtio', [], 'vda'],
    ['virtio', ['vda', 'vdc'], 'vdb'],
    ['sata', ['sda'], 'sdb'],
    ['scsi', [], 'sda'],
    ['ide', ['hda'], 'hdb'],
    ['fdc', [], 'fda'],
    ['xen', [], 'xvda'],
    ['virtio', Array.from({ length: 26 }, (_, index) => `vd${String.fromCharCode(97 + index)}`), 'vdaa'],
  ])('the next disk on %s after %s is %s', (bus, taken, name) => {
    expect(newDiskTarget(bus, taken)).toBe(name);
  });

  it('of network cards and machines collide with nothing', () => {
    let next = 0;
    const counting = () => next++ & 0xff;
    expect(newMac([], counting)).toBe('52:54:00:00:01:02');
    next = 0;
    expect(newMac(['52:54:00:00:01:02'], counting)).toBe('52:54:00:03:04:05');
    next = 0;
    expect(newUuid([], counting)).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f');
    expect(newMac()).toMatch(/^52:54:00(:[0-9a-f]{2}){3}$/);
    expect(() => newMac(['52:54:00:00:00:00'], () => 0)).toThrow('No free MAC');
    const domain = buildDomain({
      ...OPTIONS,
      interfaces: Array.from({ length: 20 }, () => ({ source: 'default' })),
    });
    expect(new Set(domain.interfaces.map((card) => card.mac)).size).toBe(20);
  });
});

describe('backing chains', () => {
  it('are followed to their end', () => {
    const disk = Disk.parse(
      `<disk><backingStore type='file' index='1'><format type='qcow2'/><source file='/b'/><backingStore type='file'><format type='raw'/><source file='/c'/><backingStore/></backingStore></backingStore></disk>`,
    );
    expect(disk.backingStore?.source.file).toBe('/b');
    expect(disk.backingStore?.backingStore?.source.file).toBe('/c');
    expect(disk.backingStore?.backingStore?.backingStore).toBeUndefined();
    expect(Domain.fields.disks.kind).toBe('list');
  });
});
