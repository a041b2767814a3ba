import { Controller } from '../device/controller.ts';
import { Disk } from '../device/disk.ts';
import { Input } from '../device/display.ts';
import { Hostdev } from '../device/hostdev.ts';
import { SharedMemory } from '../device/memory.ts';
import { NetworkInterface } from '../device/network-interface.ts';
import { Rng, Vsock, Watchdog } from '../device/platform.ts';
import { attachedTo } from '../domain/attached.ts';
import type { Device } from '../domain/devices.ts';
import type { Domain } from '../domain/domain.ts';
import { pairDevices } from './locate.ts';

/** Bridges of PCI Express machines that a running guest finds conventional devices on. */
const BRIDGES: ReadonlySet<string | null> = new Set(['pci-bridge', 'pcie-to-pci-bridge']);
/** Each takes one device. */
const PORTS: ReadonlySet<string | null> = new Set(['pcie-root-port', 'pcie-switch-downstream-port']);

/**
 * Whether a machine that runs has a place for a device of the proposed definition; true where that is not known. PCI
 * Express machines have as many as they were started with (https://libvirt.org/pci-hotplug.html): new ports and bridges
 * come with the next boot.
 */
export function hasPciSlot(device: Device, live: Domain, proposed: Domain): boolean {
  const buses = live.controllers.all.filter(({ type }) => type === 'pci');
  const kind = kindOf(device);
  if (kind === null || !buses.some(({ model }) => model === 'pcie-root')) return true;
  // A place on a bus that is there was chosen with care, or found by libvirt: it says what is wrong with it.
  if (buses.some(({ index }) => index !== 0 && index === busOf(device))) return true;
  if (kind === 'conventional') return buses.some(({ model }) => BRIDGES.has(model));
  const stays = pairDevices(live, proposed);
  return buses.some(
    (bus) =>
      PORTS.has(bus.model) &&
      bus.hotplug !== false &&
      !attachedTo(live, bus).some(({ element }) => stays.has(element)),
  );
}

/** The bus that a definition puts it on; null: it does not say. */
function busOf(device: Device): number | null {
  return device.get('address/@type') === 'pci' ? Number(device.get('address/@bus')) : null;
}

/** Which slot libvirt looks for; null: none, or it depends. */
function kindOf(device: Device): 'express' | 'conventional' | null {
  if (device instanceof Watchdog) return device.model === 'i6300esb' ? 'conventional' : null;
  if (device instanceof SharedMemory) return 'conventional';
  // Transitional ones sit on conventional slots, and libvirt may change its mind about where.
  if (device.get('@model') === 'virtio-transitional') return null;
  const express =
    (device instanceof Disk && device.bus === 'virtio') ||
    (device instanceof NetworkInterface &&
      /^(?:virtio(?:-non-transitional)?|e1000e|igb)$/.test(device.model ?? '')) ||
    (device instanceof Controller && device.type === 'scsi' && device.model === 'virtio-scsi') ||
    (device instanceof Hostdev && device.type === 'pci') ||
    (device instanceof Input && device.bus === 'virtio') ||
    device instanceof Rng ||
    device instanceof Vsock;
  return express ? 'express' : null;
}
