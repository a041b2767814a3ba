import { expect, type Locator } from '@playwright/test';
import { HardwarePage } from '../../pages/hardware.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

/** Devices of the machine of these scenes that others do not have. */
const DEVICES = `
  <controller type='usb' index='0' model='qemu-xhci'/>
  <controller type='scsi' index='0' model='virtio-scsi'/>
  <filesystem type='mount' accessmode='passthrough'><driver type='virtiofs'/><source dir='/srv/www'/>
    <target dir='www'/></filesystem>
  <filesystem type='mount' accessmode='mapped'><driver type='path'/><source dir='/srv/old'/>
    <target dir='old'/></filesystem>
  <redirdev bus='usb' type='tcp'><source mode='connect' host='127.0.0.1' service='4000'/>
    <protocol type='raw'/></redirdev>
  <redirfilter><usbdev class='0x08' vendor='0x0781' allow='yes'/><usbdev allow='no'/></redirfilter>
  <smartcard mode='host'/>
  <hub type='usb'/>
  <shmem name='ring'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>
  <lease><lockspace>farm</lockspace><key>web3</key><target path='/var/lib/sanlock/web3'/></lease>
  <vsock model='virtio'><cid auto='yes'/></vsock>
  <iommu model='intel'><driver intremap='on'/></iommu>
  <hostdev mode='subsystem' type='usb' managed='yes'><source startupPolicy='optional'><vendor id='0x0781'/>
    <product id='0x5591'/></source></hostdev>
  <hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x00' slot='0x03'
    function='0x0'/></source></hostdev>
  <hostdev mode='subsystem' type='mdev' model='vfio-pci'><source>
    <address uuid='7f2c6e0a-5c0e-4f4e-9d55-0d3c5a0b9f10'/></source></hostdev>
  <memory model='dimm'><target><size unit='MiB'>256</size><node>0</node></target></memory>
  <memory model='virtio-mem'><target><size unit='MiB'>512</size><node>0</node><block unit='KiB'>2048</block>
    <requested unit='MiB'>128</requested></target></memory>`;

const XML = `<domain type='qemu'><name>web3</name><maxMemory slots='16' unit='GiB'>4</maxMemory>
  <memory unit='MiB'>960</memory><memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking><vcpu>2</vcpu><iothreads>2</iothreads>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <features><acpi/><apic/><ioapic driver='qemu'/></features>
  <cpu mode='custom'><model>qemu64</model>
    <numa><cell id='0' cpus='0-1' memory='192' unit='MiB'/></numa></cpu>
  <devices>
    <disk type='network' device='disk'><driver name='qemu' type='raw'/>
      <source protocol='rbd' name='vms/web3'><host name='ceph1' port='6789'/><host name='ceph2' port='6789'/></source>
      <target dev='vda' bus='virtio'/></disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
    ${DEVICES}
  </devices></domain>`;

async function open(stage: Stage): Promise<HardwarePage> {
  await stage.furnish('hv1');
  const host = stage.host('hv1');
  const there = await host.virsh(['list', '--all', '--name']);
  if (!there.split('\n').includes('web3')) {
    await host.define(XML);
    stage.atEnd(() => host.virshAny(['undefine', 'web3']));
  }
  await stage.openMachine('web3');
  const hardware = new HardwarePage(stage.page);
  await hardware.open();
  const discard = hardware.bar.getByRole('button', { name: 'Discard' });
  if (await discard.isVisible()) await discard.click();
  return hardware;
}

/** A device as it is. */
function shown(name: string, item: RegExp, sight?: (stage: Stage) => Locator): Scene {
  return {
    name: `host-devices-${name}`,
    open: async (stage) => {
      const hardware = await open(stage);
      await hardware.item(item).first().click();
    },
    ...(sight && { sight }),
  };
}

/** A new device, before it is added. */
function added(name: string, label: string, then?: (dialog: Locator) => Promise<void>): Scene {
  return {
    name: `host-devices-${name}`,
    open: async (stage) => {
      const hardware = await open(stage);
      const dialog = await hardware.add(label);
      await then?.(dialog);
    },
  };
}

/** Devices of the host in a machine, storage, memory and what they sit on. */
export const hardwareHost: readonly Scene[] = [
  shown('disk-network', /^Disk vda/),
  shown('drive', /^CD-ROM/),
  shown('folder', /^Shared folder www/),
  shown('folder-9p', /^Shared folder old/),
  shown('redirection', /^USB redirection tcp/),
  shown('filter', /^USB redirection filter/),
  shown('smartcard', /^Smart card reader/),
  shown('hub', /^USB hub/),
  shown('shmem', /^Shared memory/),
  shown('lease', /^Lease/),
  shown('vsock', /^vsock/),
  shown('iommu', /^IOMMU/),
  shown('usb', /^USB device of the host/),
  shown('pci', /^PCI device of the host/),
  shown('dimm', /^Memory module/),
  shown('virtio-mem', /^VirtIO memory/),
  shown('balloon', /^Memory balloon/),
  shown('controller-usb', /^USB controller/),
  shown('controller-scsi', /^SCSI controller/),
  shown('controller-port', /^PCIe root port/),
  added('add-pci', 'PCI device of the host'),
  shown('mdev', /^Mediated device/),
  added('add-volume', 'Disk', async (dialog) => {
    await dialog.getByRole('button', { name: 'New volume', exact: true }).click();
    await expect(dialog.getByLabel('Volume name')).toBeVisible();
  }),
  added('choose-volume', 'CD-ROM drive', async (dialog) => {
    await dialog.getByRole('button', { name: 'Choose a medium' }).click();
    await expect(dialog.getByLabel('Filter volumes')).toBeVisible();
  }),
];
