import { describe, expect, it } from 'vitest';
import { buildDomain } from '../build/domain.ts';
import { DEVICE_CLASSES } from '../domain/devices.ts';
import { Domain } from '../domain/domain.ts';
import { parseDocument } from '../xml/parse.ts';
import { remarks } from './remarks.ts';

const of = (xml: string) => remarks(parseDocument(xml), Domain);

describe('remarks on a definition', () => {
  it('are none where everything is as libvirt documents it', () => {
    const built = buildDomain({
      name: 'vm',
      type: 'kvm',
      memory: 1024 ** 3,
      vcpu: 2,
      disks: [{ file: '/a.qcow2' }],
      cdrom: '/i.iso',
      interfaces: [{ source: 'default' }],
      firmware: 'efi',
    });
    expect(of(built.toXml())).toEqual([]);
  });

  it('stand at the line of a value that is not documented, with those that are', () => {
    const found = of(`<domain type='kvm'>
  <vcpu>many</vcpu>
  <on_poweroff>destroy</on_poweroff>
  <on_crash>explode</on_crash>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu'
              cache='sometimes'/>
      <target dev='vda' bus='virtio'/>
    </disk>
  </devices>
</domain>`);
    expect(found.map(({ kind, line }) => [kind, line])).toEqual([
      ['value', 2],
      ['value', 4],
      ['value', 8],
    ]);
    expect(found[1]?.message).toMatch(
      /“explode” is not among the values known of this element: destroy, restart/,
    );
    expect(found[2]?.message).toContain('known of cache: default, none');
  });

  it('stand at the line of what is not known, which is not that of its name elsewhere', () => {
    const found = of(`<domain type='kvm'>
  <name>horn</name>
  <devices>
    <unicorn horn='1'/>
    <video horn='2'/>
    text
  </devices>
</domain>`);
    expect(found.map(({ message, line }) => [message.split(' ')[0], line])).toEqual([
      ['domain/devices/text()', 3],
      ['domain/devices/unicorn', 4],
      ['domain/devices/video/@horn', 5],
    ]);
  });

  it('are of a device by itself, too', () => {
    const disk = parseDocument(`<disk type='file'>\n  <target dev='vda' bus='pigeon'/>\n</disk>`);
    const [found, ...more] = remarks(disk, DEVICE_CLASSES.disk);
    expect(found).toMatchObject({ kind: 'value', line: 2 });
    expect(found?.message).toContain('known of bus: ');
    expect(more).toEqual([]);
  });
});
