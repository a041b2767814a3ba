import { describe, expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import { bootEntries, setBootOrder } from './bootOrder.ts';

const DEVICES = `<devices>
  <disk type='file' device='disk'><source file='/a/one.img'/><target dev='vda' bus='virtio'/></disk>
  <disk type='file' device='disk'><target dev='vdb' bus='virtio'/></disk>
  <disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>
  <interface type='network'><mac address='52:54:00:00:00:01'/></interface>
  <rng model='virtio'/></devices>`;
const machine = (os: string, devices = DEVICES) =>
  Domain.parse(`<domain type='qemu'><os><type>hvm</type>${os}</os>${devices}</domain>`);
const shown = (domain: Domain) => bootEntries(domain).map(({ label, checked }) => [label, checked]);

describe('the order in which devices are tried', () => {
  it('is that of kinds, of each the first', () => {
    expect(shown(machine("<boot dev='network'/><boot dev='hd'/>"))).toEqual([
      ['Network card 52:54:00:00:00:01', true],
      ['Disk vda: one.img', true],
      ['Disk vdb', false],
      ['CD-ROM drive sda', false],
    ]);
  });

  it('becomes that of devices as soon as it is changed', () => {
    const domain = machine("<boot dev='network'/><boot dev='hd'/>");
    const [card, disk, , drive] = bootEntries(domain).map(({ device }) => device);
    if (!card || !disk || !drive) throw new Error('there are four');
    setBootOrder(domain, [drive, card]);
    expect(domain.os.boot.length).toBe(0);
    expect(shown(domain).slice(0, 2)).toEqual([
      ['CD-ROM drive sda', true],
      ['Network card 52:54:00:00:00:01', true],
    ]);
    setBootOrder(domain, [disk]);
    expect(domain.toXml().match(/<boot order/g)).toHaveLength(1);
  });

  it('is taken from the devices where they have one', () => {
    const devices = DEVICES.replace("bus='sata'/>", "bus='sata'/><boot order='2'/>").replace(
      "01'/>",
      "01'/><boot order='1'/>",
    );
    expect(shown(machine('', devices)).slice(0, 3)).toEqual([
      ['Network card 52:54:00:00:00:01', true],
      ['CD-ROM drive sda', true],
      ['Disk vda: one.img', false],
    ]);
  });
});
