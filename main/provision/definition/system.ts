import type { Domain } from '../../../model/index.ts';
import { isParavirtual, isX86 } from '../defaults/context.ts';
import type { MachineParts } from './parts.ts';

/** What the machine is, its firmware, and the kernel that it boots directly. */
export function writeSystem(domain: Domain, parts: MachineParts): void {
  const { context, platform } = parts;
  const { os } = domain;
  os.type = context.osType;
  os.arch = context.arch;
  os.machine = platform.machine === '' ? null : platform.machine;
  writeFirmware(domain, parts);
  writeKernel(domain, parts);
  domain.onPoweroff = 'destroy';
  domain.onReboot = parts.onReboot;
  domain.onCrash = 'destroy';
  if (isX86(context) && isQemu(context.type)) {
    domain.suspendToMem = false;
    domain.suspendToDisk = false;
  }
}

/** Types of machines that libvirt's QEMU driver (or its test driver, which takes the same) runs. */
export function isQemu(type: string): boolean {
  return ['kvm', 'qemu', 'hvf', 'test'].includes(type);
}

/**
 * libvirt chooses the firmware's files by what it shall be able to do
 * (https://libvirt.org/formatdomain.html#bios-bootloader). Without secure boot it only must not come with keys: then
 * nothing is enforced, whichever file it is.
 */
function writeFirmware({ os }: Domain, { context, platform }: MachineParts): void {
  if (platform.firmware !== 'efi' || isParavirtual(context)) return;
  os.firmware = 'efi';
  if (platform.secureBoot) {
    os.firmwareFeatures.add({ enabled: true, name: 'secure-boot' });
    os.firmwareFeatures.add({ enabled: true, name: 'enrolled-keys' });
  } else if (isX86(context)) {
    os.firmwareFeatures.add({ enabled: false, name: 'enrolled-keys' });
  }
}

function writeKernel(domain: Domain, { context, kernel, acpiTable, boot }: MachineParts): void {
  const { os } = domain;
  if (acpiTable !== null) os.acpiTables.add({ type: 'slic', path: acpiTable });
  if (kernel) {
    os.kernel = kernel.kernel.path;
    os.initrd = kernel.initrd?.path ?? null;
    os.cmdline = kernel.arguments === '' ? null : kernel.arguments;
    os.dtb = kernel.deviceTree;
  } else if (isParavirtual(context) && boot.includes('disk')) {
    // Without firmware a program of the host reads the kernel from the disk.
    domain.bootloader = 'pygrub';
  }
}
