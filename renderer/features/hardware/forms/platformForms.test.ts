import { describe, expect, it } from 'vitest';
import { type Device, Domain, DomainCapabilities } from '../../../../model/index.ts';
import type { FormHost } from './form.tsx';
import { deviceForms, formOf } from './registry.ts';

const HOST: FormHost = {
  connection: 'c',
  capabilities: DomainCapabilities.unknown({ type: 'kvm', arch: 'x86_64', machine: 'q35' }),
  networks: [],
  pools: [],
  libvirt: 9000,
  draft: false,
};

function machine(devices = '', type = 'kvm', more = ''): Domain {
  return Domain.parse(
    `<domain type='${type}'><name>web1</name><memory unit='GiB'>2</memory><vcpu>2</vcpu>
    <os><type arch='x86_64' machine='q35'>hvm</type></os>${more}<devices>${devices}</devices></domain>`,
  );
}

function only(domain: Domain): Device {
  const [device] = domain.devices;
  if (!device) throw new Error('The machine has no device');
  return device;
}

function creation(id: string) {
  const found = Object.values(deviceForms)
    .flatMap((form) => form?.create ?? [])
    .find((one) => one.id === id);
  if (!found) throw new Error(`Nothing is called ${id}`);
  return found;
}

describe('what devices are called', () => {
  it.each([
    [
      "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='0x01' slot='0' function='0x1'/></source></hostdev>",
      'PCI device of the host',
      '0000:01:00.1',
    ],
    [
      "<hostdev mode='subsystem' type='usb'><source><vendor id='0x0781'/><product id='0x5591'/></source></hostdev>",
      'USB device of the host',
      '0x0781:0x5591',
    ],
    [
      "<hostdev mode='subsystem' type='usb'><source><address bus='1' device='4'/></source></hostdev>",
      'USB device of the host',
      'bus 1, device 4',
    ],
    [
      "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host2'/><address bus='0' target='1' unit='2'/></source></hostdev>",
      'SCSI device of the host',
      'scsi_host2 0:1:2',
    ],
    ["<controller type='pci' index='3' model='pcie-root-port'/>", 'PCIe root port 3', 'pcie-root-port'],
    ["<controller type='usb' index='0' model='qemu-xhci'/>", 'USB controller 0', 'USB 3 (QEMU)'],
    [
      "<filesystem type='mount'><driver type='virtiofs'/><source dir='/srv'/><target dir='tag'/></filesystem>",
      'Shared folder tag',
      '/srv, virtiofs',
    ],
    [
      "<memory model='dimm'><target><size unit='GiB'>1</size><node>0</node></target></memory>",
      'Memory module',
      '1 GiB, cell 0',
    ],
    ["<vsock><cid auto='no' address='7'/></vsock>", 'vsock', 'number 7'],
  ])('%s', (xml, name, summary) => {
    const device = only(machine(xml));
    expect([formOf(device).name(device), formOf(device).summary(device)]).toEqual([name, summary]);
  });
});

describe('what is still to be chosen', () => {
  it.each([
    ['disk', 'No storage is chosen.'],
    ['cdrom', null],
    ['hostdev-pci', 'No device of the host is chosen.'],
    ['hostdev-usb', 'No device of the host is chosen.'],
    ['hostdev-mdev', 'No device of the host is chosen.'],
    ['virtiofs', 'The folder of the host is not set.'],
    ['nvdimm', 'The file of the host is not set.'],
    ['dimm', null],
    ['lease', 'The file of the lock is not set.'],
    ['shmem', null],
  ])('of a new %s: %s', (id, missing) => {
    const domain = machine();
    const { element } = creation(id).make(domain, HOST);
    const device = domain.devices.find((one) => one.element === element);
    expect(device && formOf(device).missing(device, domain)).toBe(missing);
  });

  it('is shared memory, where virtiofs has none', () => {
    const domain = machine(
      "<filesystem type='mount'><driver type='virtiofs'/><source dir='/srv'/><target dir='tag'/></filesystem>",
    );
    const device = only(domain);
    expect(formOf(device).missing(device, domain)).toContain('shared memory');
    domain.memoryBacking.access = 'shared';
    expect(formOf(device).missing(device, domain)).toBeNull();
  });
});

describe('what cannot be added', () => {
  it.each([
    ['memballoon', "<memballoon model='virtio'/>", /has it/],
    ['vsock', "<vsock model='virtio'/>", /has it/],
    ['crypto', '', /9\.1/],
    ['controller-pci-bridge', '', /PCIe-to-PCI/],
    ['controller-ide', '', /SATA/],
    ['nvram', '', /pSeries/],
    ['mount', '', /containers/],
  ])('%s to a machine of %j', (id, devices, reason) => {
    expect(creation(id).reason(machine(devices), HOST)).toMatch(reason);
  });

  it('to a container is what only QEMU has', () => {
    for (const id of ['redirdev', 'shmem', 'dimm', 'iommu', 'virtiofs', 'controller-usb']) {
      expect(creation(id).reason(machine('', 'lxc'), HOST), id).not.toBeNull();
    }
    expect(creation('mount').reason(machine('', 'lxc'), HOST)).toBeNull();
  });
});

describe('removing', () => {
  it('a controller leaves what sat on it without a place, and says so before', () => {
    const domain = machine(`<controller type='scsi' index='0' model='virtio-scsi'/>
      <disk><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' controller='0'/></disk>`);
    const [device] = domain.controllers.all;
    if (!device) throw new Error('The controller is not there');
    expect(formOf(device).dependents(device, domain)).toEqual([
      expect.stringContaining('One device sits on it'),
    ]);
    formOf(device).remove(device, domain);
    expect([domain.controllers.length, domain.disks.at(0)?.address.exists]).toEqual([0, false]);
  });

  it('the controller of the machine type is refused', () => {
    const domain = machine("<controller type='pci' index='0' model='pcie-root'/>");
    expect(formOf(only(domain)).removable(only(domain), domain)).toContain('machine type');
  });

  it('the balloon says that there is none: else libvirt would put one in again', () => {
    const domain = machine("<memballoon model='virtio'/>");
    formOf(only(domain)).remove(only(domain), domain);
    expect(domain.memballoons.map(({ model }) => model)).toEqual(['none']);
  });

  it('offers the storage of disks that are the machine’s own', () => {
    const paths = (xml: string) => formOf(only(machine(xml))).storage(only(machine(xml)));
    expect(paths("<disk device='disk'><source file='/a'/></disk>")).toBe('/a');
    expect(paths("<disk device='disk' type='block'><source dev='/dev/a'/></disk>")).toBe('/dev/a');
    expect(paths("<disk device='cdrom'><source file='/a.iso'/></disk>")).toBeNull();
    expect(paths("<disk device='disk'><source file='/a'/><readonly/></disk>")).toBeNull();
  });
});
