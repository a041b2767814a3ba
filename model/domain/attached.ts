import { Address } from '../device/common.ts';
import type { Controller } from '../device/controller.ts';
import { Disk } from '../device/disk.ts';
import { Hostdev } from '../device/hostdev.ts';
import type { Device } from './devices.ts';
import type { Domain } from './domain.ts';

/**
 * The devices that sit on a controller, by their addresses
 * (https://libvirt.org/formatdomain.html#device-addresses). Devices without an address are not told: libvirt has not
 * placed them yet.
 */
export function attachedTo(domain: Domain, controller: Controller): Device[] {
  const { type, index } = controller;
  if (type === null) return [];
  return domain.devices.filter(
    (device) => device.element !== controller.element && sitsOn(device, type, index ?? 0),
  );
}

function sitsOn(device: Device, type: string, index: number): boolean {
  const address = addressOf(device);
  if (!address) return false;
  switch (address.type) {
    case 'pci':
      return type === 'pci' && (address.bus ?? 0) === index;
    case 'usb':
      return type === 'usb' && (address.bus ?? 0) === index;
    case 'virtio-serial':
      return type === 'virtio-serial' && (address.controller ?? 0) === index;
    case 'ccid':
      return type === 'ccid' && (address.controller ?? 0) === index;
    case 'drive':
      return driveBus(device) === type && (address.controller ?? 0) === index;
    default:
      return false;
  }
}

function addressOf(device: Device): Address | null {
  return 'address' in device && device.address instanceof Address && device.address.exists
    ? device.address
    : null;
}

/** The type of controller for a device with the address of a drive. */
function driveBus(device: Device): string | null {
  if (device instanceof Disk) return device.bus;
  return device instanceof Hostdev && device.type === 'scsi' ? 'scsi' : null;
}

/** The number for a new controller of a type: the first after all that there are. */
export function nextControllerIndex(domain: Domain, type: string): number {
  const taken = domain.controllers.all.filter((one) => one.type === type).map((one) => one.index ?? 0);
  return Math.max(-1, ...taken) + 1;
}

/** Whether devices can be plugged into USB: a machine whose one controller is `none` has no USB at all. */
export function hasUsb(domain: Domain): boolean {
  const controllers = domain.controllers.all.filter(({ type }) => type === 'usb');
  return controllers.length > 0 && controllers.every(({ model }) => model !== 'none');
}

/** Gives the machine a USB 3 controller where it has none that works. */
export function needUsb(domain: Domain): void {
  const off = domain.controllers.find(({ type, model }) => type === 'usb' && model === 'none');
  if (off) {
    off.model = 'qemu-xhci';
    off.address.clear();
  } else if (!hasUsb(domain)) {
    domain.addDevice('controller', { type: 'usb', index: 0, model: 'qemu-xhci' });
  }
}

/** Gives the machine a VirtIO SCSI controller where it has no SCSI: the one libvirt would add is an old LSI. */
export function needScsi(domain: Domain): void {
  if (domain.controllers.find(({ type }) => type === 'scsi')) return;
  domain.addDevice('controller', { type: 'scsi', index: 0, model: 'virtio-scsi' });
}
