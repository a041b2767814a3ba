import { describe, expect, it } from 'vitest';
import { attachedTo, hasUsb, needScsi, needUsb, nextControllerIndex } from './attached.ts';
import { Domain } from './domain.ts';

const DOMAIN = Domain.parse(`<domain><devices>
  <disk><target dev='sda' bus='scsi'/><address type='drive' controller='1' bus='0' target='0' unit='0'/></disk>
  <disk><target dev='sdb' bus='sata'/><address type='drive' controller='1' bus='0' target='0' unit='0'/></disk>
  <controller type='scsi' index='1' model='virtio-scsi'><address type='pci' bus='0x03'/></controller>
  <controller type='sata' index='1'/>
  <controller type='pci' index='3' model='pcie-root-port'><address type='pci' bus='0x00'/></controller>
  <controller type='pci' index='0' model='pcie-root'/>
  <controller type='usb' index='0' model='qemu-xhci'/>
  <channel><target name='a'/><address type='virtio-serial' controller='0' port='1'/></channel>
  <controller type='virtio-serial' index='0'/>
  <input type='tablet' bus='usb'><address type='usb' bus='0' port='1'/></input>
  <hostdev type='scsi'><address type='drive' controller='1' unit='2'/></hostdev>
  <redirfilter/>
</devices></domain>`);

function on(type: string, index: number): string[] {
  const controller = DOMAIN.controllers.find((one) => one.type === type && one.index === index);
  if (!controller) throw new Error(`There is no ${type} ${index}`);
  return attachedTo(DOMAIN, controller).map(({ element }) => element.nodeName);
}

describe('what sits on a controller', () => {
  it('is told by addresses, and by the bus of disks', () => {
    expect(on('scsi', 1)).toEqual(['disk', 'hostdev']);
    expect(on('sata', 1)).toEqual(['disk']);
    expect(on('pci', 3)).toEqual(['controller']);
    expect(on('pci', 0)).toEqual(['controller']);
    expect(on('usb', 0)).toEqual(['input']);
    expect(on('virtio-serial', 0)).toEqual(['channel']);
  });
});

describe('controllers that devices need', () => {
  it('have the next number of their type', () => {
    expect([nextControllerIndex(DOMAIN, 'scsi'), nextControllerIndex(DOMAIN, 'ccid')]).toEqual([2, 0]);
  });

  it('are added once', () => {
    const domain = Domain.parse('<domain><devices/></domain>');
    needScsi(domain);
    needScsi(domain);
    needUsb(domain);
    needUsb(domain);
    expect(domain.controllers.map(({ type, model }) => `${type} ${model}`).sort()).toEqual([
      'scsi virtio-scsi',
      'usb qemu-xhci',
    ]);
  });

  it('take the place of the one that says there is no USB', () => {
    const domain = Domain.parse(
      "<domain><devices><controller type='usb' index='0' model='none'/></devices></domain>",
    );
    expect(hasUsb(domain)).toBe(false);
    needUsb(domain);
    expect(hasUsb(domain)).toBe(true);
    expect(domain.controllers.map(({ model }) => model)).toEqual(['qemu-xhci']);
  });
});
