import { addController, type Domain } from '../../../model/index.ts';
import { isX86 } from '../defaults/context.ts';
import type { MachineParts } from './parts.ts';

/**
 * Free PCI Express root ports. libvirt makes as many as the devices need and no more, so there are to be ports for
 * these as well: devices of the definition go to the first ones (https://libvirt.org/pci-hotplug.html).
 */
export function writePorts(domain: Domain, { platform, context }: MachineParts): void {
  if (platform.hotplugPorts === 0) return;
  const count = platform.hotplugPorts + expressDevices(domain, isX86(context));
  addController(domain, 'pci', { index: 0, model: 'pcie-root' });
  for (let index = 1; index <= count; index += 1)
    addController(domain, 'pci', { index, model: 'pcie-root-port' });
}

/** How many of the devices take a root port each. */
function expressDevices(domain: Domain, x86: boolean): number {
  const cards = domain.interfaces.all.filter((card) => /^(?:virtio|e1000e|igb)/.test(card.model ?? ''));
  const disks = domain.disks.all.filter((disk) => disk.bus === 'virtio');
  const controllers = domain.controllers.all.filter(
    (one) => (one.type === 'usb' && one.model === 'qemu-xhci') || one.model === 'virtio-scsi',
  );
  const serial = domain.channels.all.some((channel) => channel.targetType === 'virtio') ? 1 : 0;
  const inputs = domain.inputs.all.filter((input) => input.bus === 'virtio');
  const balloon = domain.memballoons.all.filter((one) => one.model === 'virtio');
  // On x86 the first graphics card has a place of its own beside the root.
  const video = x86 ? 0 : domain.videos.all.filter((one) => one.model === 'virtio').length;
  return (
    cards.length +
    disks.length +
    controllers.length +
    serial +
    inputs.length +
    balloon.length +
    domain.rngs.length +
    video
  );
}
