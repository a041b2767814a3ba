import type { Disk, Domain, NetworkInterface } from '../../../model/index.ts';
import { isParavirtual } from '../defaults/context.ts';
import type { BootSource, MachineParts } from './parts.ts';
import { isQemu } from './system.ts';

/** Names of <boot dev='...'/>. */
const NAMES: Readonly<Record<BootSource, string>> = { disk: 'hd', cdrom: 'cdrom', network: 'network' };

/**
 * What is booted from, in order. With QEMU devices are named one by one; others take kinds of devices only
 * (https://libvirt.org/formatdomain.html#bios-bootloader).
 */
export function setBootOrder(domain: Domain, parts: MachineParts): void {
  const { boot, context } = parts;
  // A kernel that is given directly is what is booted.
  if (parts.kernel || isParavirtual(context)) return;
  if (!isQemu(context.type)) {
    for (const source of boot) domain.os.boot.add({ dev: NAMES[source] });
    return;
  }
  const devices = boot.flatMap((source) => devicesOf(domain, parts, source));
  devices.forEach((device, index) => {
    device.bootOrder = index + 1;
  });
}

function devicesOf(domain: Domain, parts: MachineParts, source: BootSource): (Disk | NetworkInterface)[] {
  const disks = domain.disks.all;
  if (source === 'disk') return parts.disks.length === 0 ? [] : disks.slice(0, 1);
  if (source === 'network') return domain.interfaces.all.slice(0, 1);
  const drives = disks.slice(parts.disks.length);
  return drives.filter((_, index) => parts.drives[index]?.boot === true);
}
