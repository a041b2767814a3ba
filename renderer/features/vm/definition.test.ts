import { describe, expect, it } from 'vitest';
import { summarize } from './definition.ts';

const domain = (os: string, devices = '', rest = '') =>
  `<domain type='qemu'><name>web</name>${rest}<os>${os}</os><devices>${devices}</devices></domain>`;

describe('summarize', () => {
  it('reads disks from files, pools, devices and networks, and empty drives', () => {
    const { disks } = summarize(
      domain(
        `<type arch='x86_64' machine='q35'>hvm</type>`,
        `<disk type='file' device='disk'><driver type='qcow2'/><source file='/a.qcow2'/><target dev='vda' bus='virtio'/></disk>
         <disk type='volume'><source pool='p' volume='v'/><target dev='vdb'/></disk>
         <disk type='network'><source protocol='rbd' name='pool/x'/><target dev='vdc'/></disk>
         <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>`,
      ),
    );
    expect(disks.map(({ target, device, source, readonly }) => [target, device, source, readonly])).toEqual([
      ['vda', 'disk', '/a.qcow2', false],
      ['vdb', 'disk', 'p/v', false],
      ['vdc', 'disk', 'rbd pool/x', false],
      ['sda', 'cdrom', '', true],
    ]);
  });

  it('tells the firmware and the boot order, by device before by kind', () => {
    expect(summarize(domain(`<type>hvm</type><boot dev='hd'/><boot dev='cdrom'/>`))).toMatchObject({
      firmware: 'BIOS',
      bootOrder: ['Disk', 'CD-ROM'],
    });
    const efi = domain(
      `<type>hvm</type><loader type='pflash' secure='yes'>/x</loader>`,
      `<disk><target dev='vda'/><boot order='2'/></disk>
       <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/><boot order='1'/></interface>`,
    );
    expect(summarize(efi)).toMatchObject({
      firmware: 'UEFI with secure boot',
      bootOrder: ['52:54:00:00:00:01', 'vda'],
      nics: [{ mac: '52:54:00:00:00:01', source: 'network default', model: '', link: '' }],
    });
  });

  it('bears a definition with next to nothing in it, and refuses what is no XML', () => {
    expect(summarize('<domain/>')).toMatchObject({ disks: [], nics: [], firmware: '', cpu: '' });
    expect(() => summarize('<domain>')).toThrow();
    expect(() => summarize('<!DOCTYPE x><domain/>')).toThrow();
  });
});
