import { describe, expect, it } from 'vitest';
import type { HostDevice } from '../../../../contract/index.ts';
import { filterDevices, readDevices, refusalOf, warningsOf } from './readDevices.ts';

const MACHINE = '1a6e7a40-0e61-4d3c-9a57-6d0c6a3c9d70';

function pci(slot: number, what: string, more = '', driver: string | null = null, usedBy = [] as string[]) {
  const members = /group='(\d+)'/.exec(more)?.[1];
  const group = members
    ? `<iommuGroup number='${members}'>
      <address domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
      <address domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
      <address domain='0x0000' bus='0x00' slot='0x03' function='0x0'/></iommuGroup>`
    : '';
  return {
    name: `pci_0000_00_0${slot}_0`,
    parent: 'computer',
    xml: `<device><name>pci_0000_00_0${slot}_0</name>${driver ? `<driver><name>${driver}</name></driver>` : ''}
      <capability type='pci'><class>${what}</class><domain>0</domain><bus>0</bus><slot>${slot}</slot>
      <function>0</function><product id='0x1234'>Model ${slot}</product><vendor id='0x8086'>Maker</vendor>
      ${group}</capability></device>`,
    usedBy: usedBy.map((name) => ({ uuid: name === 'self' ? MACHINE : `uuid-${name}`, name })),
  } satisfies HostDevice;
}

const LIST: HostDevice[] = [
  pci(3, '0x010601', "group='7'", 'ahci'),
  pci(2, '0x020000', "group='7'", 'e1000e', ['self', 'other']),
  pci(1, '0x060400', "group='7'", 'pcieport'),
  pci(4, '0x030000', '', 'vfio-pci'),
  { name: 'broken', parent: null, xml: '<device><', usedBy: [] },
  {
    name: 'usb_1_1',
    parent: 'usb_usb1',
    xml: `<device><name>usb_1_1</name><capability type='usb_device'><bus>1</bus><device>4</device>
      <product id='0x5591'>Ultra Fit</product><vendor id='0x0781'>SanDisk</vendor></capability></device>`,
    usedBy: [],
  },
  {
    name: 'usb_usb1',
    parent: 'pci',
    xml: `<device><name>usb_usb1</name><capability type='usb_device'><bus>1</bus><device>1</device>
      <product id='0x0002'>Hub</product><vendor id='0x1d6b'>Linux</vendor></capability></device>`,
    usedBy: [],
  },
  {
    name: 'scsi_2_0_0_0',
    parent: 'scsi_target2_0_0',
    xml: `<device><name>scsi_2_0_0_0</name><capability type='scsi'><host>2</host><bus>0</bus><target>0</target>
      <lun>1</lun><type>disk</type></capability></device>`,
    usedBy: [],
  },
  {
    name: 'block_sda',
    parent: 'scsi_2_0_0_0',
    xml: `<device><name>block_sda</name><parent>scsi_2_0_0_0</parent><capability type='storage'>
      <block>/dev/sda</block><model>Disk 1</model><vendor>ATA</vendor></capability></device>`,
    usedBy: [],
  },
];

const things = readDevices(LIST);
const at = (place: string) => {
  const found = things.find((one) => one.place === place);
  if (!found) throw new Error(`There is no ${place}`);
  return found;
};

describe('devices of a host', () => {
  it('are listed in groups; what cannot be read, and disks apart from their SCSI device, are not', () => {
    expect(things.map(({ group, place, title }) => [group, place, title])).toEqual([
      ['Bridges', '0000:00:01.0', 'Maker Model 1'],
      ['Bus 1', 'bus 1, device 1', 'Linux Hub'],
      ['Bus 1', 'bus 1, device 4', 'SanDisk Ultra Fit'],
      ['Graphics', '0000:00:04.0', 'Maker Model 4'],
      ['Network', '0000:00:02.0', 'Maker Model 2'],
      ['scsi_host2', '2:0:0:1', 'ATA Disk 1 /dev/sda'],
      ['Storage', '0000:00:03.0', 'Maker Model 3'],
    ]);
  });

  it('are found by any of their words', () => {
    expect(filterDevices(things, 'maker NETWORK').map(({ place }) => place)).toEqual(['0000:00:02.0']);
    expect(filterDevices(things, '0x0781').map(({ title }) => title)).toEqual(['SanDisk Ultra Fit']);
    expect(filterDevices(things, 'nothing like that')).toEqual([]);
  });

  it('that the host cannot do without are refused', () => {
    expect(refusalOf(at('0000:00:01.0'))).toContain('bridges');
    expect(refusalOf(at('bus 1, device 1'))).toContain('controller');
    expect(refusalOf(at('bus 1, device 4'))).toBeNull();
    expect(refusalOf(at('0000:00:03.0'))).toBeNull();
  });

  it('come with warnings: other machines, the IOMMU group, the driver of the host', () => {
    expect(warningsOf(at('0000:00:02.0'), things, MACHINE)).toEqual([
      'other has it too: only one of them can run.',
      'The host cannot use the others of its IOMMU group 7 meanwhile: 0000:00:03.0.',
      'The host’s driver e1000e has it, and loses it when the machine starts. The host’s connections over it are cut.',
    ]);
    expect(warningsOf(at('0000:00:03.0'), things, MACHINE, false).at(-1)).toContain(
      'detach it before the machine starts',
    );
    expect(warningsOf(at('0000:00:04.0'), things, MACHINE)).toEqual([
      expect.stringContaining('no IOMMU group'),
    ]);
    expect(warningsOf(at('bus 1, device 4'), things, MACHINE)).toEqual([]);
  });
});
