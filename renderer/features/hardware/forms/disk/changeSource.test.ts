import { describe, expect, it } from 'vitest';
import type { PoolInfo, VolumeInfo } from '../../../../../contract/index.ts';
import { Domain } from '../../../../../model/index.ts';
import {
  changeBus,
  newVolumeOf,
  poolRefusal,
  resetSource,
  setProtocol,
  suggestVolumeName,
  takeNewVolume,
  takeVolume,
  volumeNameProblem,
  volumeRefusal,
} from './changeSource.ts';

const MACHINE = `<domain type='kvm'><name>web1</name><devices>
  <disk type='file' device='disk'><driver name='qemu' type='qcow2' queues='4'/><source file='/a.qcow2'/>
    <target dev='vda' bus='virtio'/><address type='pci' slot='0x05'/></disk>
  <disk type='file' device='cdrom'><driver name='qemu' type='raw'/>
    <source file='/a.iso' startupPolicy='optional'/><target dev='sda' bus='sata'/></disk>
</devices></domain>`;

function disks() {
  const domain = Domain.parse(MACHINE);
  const [disk, drive] = domain.disks.all;
  if (!disk || !drive) throw new Error('The machine has lost its disks');
  return { domain, disk, drive };
}

function pool(type: string, path: string | null, active = true): PoolInfo {
  const numbers = { capacity: 100, allocation: 1, available: 99 };
  return { name: 'p', uuid: 'u', type, active, persistent: true, autostart: false, path, ...numbers };
}

function volume(type: VolumeInfo['type'], format: string | null, path = '/pool/b'): VolumeInfo {
  return { name: 'b', key: path, path, type, format, capacity: 1, allocation: 1 };
}

describe('a volume as a disk', () => {
  it('is a file with its format, and a device where it is one', () => {
    const { disk } = disks();
    takeVolume(disk, volume('file', 'vmdk'));
    expect([disk.type, disk.source.file, disk.format]).toEqual(['file', '/pool/b', 'vmdk']);
    takeVolume(disk, volume('block', 'unknown', '/dev/vg/b'));
    expect([disk.type, disk.source.file, disk.source.dev, disk.format]).toEqual([
      'block',
      null,
      '/dev/vg/b',
      'raw',
    ]);
  });

  it('keeps what is said of a missing medium', () => {
    const { drive } = disks();
    takeVolume(drive, volume('file', 'iso', '/b.iso'));
    expect([drive.source.file, drive.source.startupPolicy, drive.format]).toEqual([
      '/b.iso',
      'optional',
      'raw',
    ]);
  });

  it('has to have a path', () => {
    expect(volumeRefusal(volume('file', 'raw'))).toBeNull();
    expect(volumeRefusal(volume('network', 'raw'))).toContain('network storage');
    expect(volumeRefusal(volume('dir', null))).toContain('folder');
  });
});

describe('another kind of source', () => {
  it('begins with what it cannot be without', () => {
    const { disk } = disks();
    disk.type = 'network';
    resetSource(disk, 'network');
    expect([disk.source.file, disk.source.location, disk.format]).toEqual([
      null,
      'nbd://localhost:10809/',
      'raw',
    ]);
    const [server] = disk.source.hosts.all;
    if (server) server.name = 'storage1';
    setProtocol(disk, 'iscsi');
    expect(disk.source.location).toBe('iscsi://storage1:3260/');
    setProtocol(disk, 'rbd');
    expect(disk.source.hosts.length).toBe(0);
  });
});

describe('another bus', () => {
  it('brings the name, the controller, and leaves what only the old one had', () => {
    const { domain, disk } = disks();
    disk.bus = 'scsi';
    changeBus(domain, disk, 'scsi');
    expect([disk.target, disk.queues, disk.address.exists]).toEqual(['sdb', null, false]);
    expect(domain.controllers.map(({ type, model }) => `${type} ${model}`)).toEqual(['scsi virtio-scsi']);
  });
});

describe('a new volume', () => {
  it('is named after the machine and the disk, unlike those that are there', () => {
    expect(suggestVolumeName('web/1', 'vdb', 'qcow2', [])).toBe('web_1-vdb.qcow2');
    expect(suggestVolumeName('web1', 'vdb', 'raw', ['web1-vdb', 'web1-vdb-2'])).toBe('web1-vdb-3');
    expect(volumeNameProblem('a/b', [])).toContain('slash');
    expect(volumeNameProblem('a', ['a'])).toContain('has a volume');
    expect(volumeNameProblem('a', [])).toBeNull();
  });

  it('has its path from its pool, and is a file or a device as the pool makes them', () => {
    const { disk } = disks();
    const wish = { name: 'n', capacity: 1, format: 'qcow2', allocate: false };
    const folder = pool('dir', '/pool/');
    const made = newVolumeOf({ ...wish, pool: folder });
    expect(made).toEqual({ ...wish, pool: 'p', path: '/pool/n' });
    takeNewVolume(disk, made, folder);
    expect([disk.type, disk.source.file, disk.format]).toEqual(['file', '/pool/n', 'qcow2']);
    const group = pool('logical', '/dev/vg');
    takeNewVolume(disk, newVolumeOf({ ...wish, format: 'raw', pool: group }), group);
    expect([disk.type, disk.source.dev, disk.source.file]).toEqual(['block', '/dev/vg/n', null]);
  });

  it('can be made only where libvirt can, and where it has a path', () => {
    expect(poolRefusal(pool('dir', '/a'))).toBeNull();
    expect(poolRefusal(pool('dir', '/a', false))).toBe('not started');
    expect(poolRefusal(pool('iscsi', '/dev/disk'))).toContain('none');
    expect(poolRefusal(pool('rbd', null))).toContain('paths');
  });
});
