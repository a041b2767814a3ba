import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cached } from '../lab/cache.ts';
import { run } from '../lab/run.ts';
import { efiConfigFolder, efiImage, efiLoaders, volumeName } from './efi.ts';
import { digestOf, type GuestKernel, guestKernel } from './initramfs.ts';
import type { KernelKind } from './kernel.ts';

const rescue = '/usr/lib/grub-rescue/grub-rescue-cdrom.iso';

/** Kernel arguments that save boot time under TCG, and the consoles. */
export const kernelArguments =
  'console=tty0 console=ttyS0,115200 quiet mitigations=off nokaslr no_timer_check tsc=reliable audit=0 random.trust_cpu=on panic=1';

/** GRUB calls the CD-ROM hd96 under BIOS, after its number there, and cd0 under UEFI. */
const grubConfig = `
if [ "$root" = "hd96" -o "$root" = "cd0" -o "$root" = "cd" ]; then set from=cdrom; else set from=disk; fi
linux /boot/vmlinuz ${kernelArguments} vd.from=$from
initrd /boot/initrd.gz
boot
`;

/** What iPXE runs when a guest boots from the network: its TFTP root also has the two files. */
const ipxeScript = `#!ipxe
kernel vmlinuz ${kernelArguments} vd.from=pxe initrd=initrd.gz
initrd initrd.gz
boot
`;

async function buildIso(guest: GuestKernel, output: string): Promise<void> {
  const work = mkdtempSync(`${output}.`);
  const tree = join(work, 'tree');
  try {
    mkdirSync(join(tree, 'boot/grub'), { recursive: true });
    const grub = join(tree, 'boot/grub/i386-pc');
    await run('xorriso', ['-osirrox', 'on', '-indev', rescue, '-extract', '/boot/grub/i386-pc', grub]);
    await run('chmod', ['-R', 'u+w', grub]);
    copyFileSync(guest.kernel.image, join(tree, 'boot/vmlinuz'));
    copyFileSync(guest.initrd, join(tree, 'boot/initrd.gz'));
    writeFileSync(join(tree, 'boot/grub/grub.cfg'), grubConfig);
    // GRUB under UEFI takes a CD-ROM's file system for the one that it was started from, and looks for this there.
    mkdirSync(join(tree, efiConfigFolder), { recursive: true });
    writeFileSync(join(tree, efiConfigFolder, 'grub.cfg'), grubConfig);
    const iso = join(work, 'tiny.iso');
    const efi = await efiImage(work, grubConfig);
    // A hybrid image: started from a CD-ROM by El Torito, or from the disk it was copied to by its boot sector (BIOS)
    // or its second partition (UEFI).
    await run('xorriso', [
      ...['-as', 'mkisofs', '-quiet', '-r', '-V', volumeName, '-o', iso],
      ...['--grub2-mbr', `--interval:local_fs:0s-15s:zero_mbrpt:${rescue}`, '--protective-msdos-label'],
      ...['--mbr-force-bootable', '-c', '/boot.catalog', '-b', '/boot/grub/i386-pc/eltorito.img'],
      ...['-no-emul-boot', '-boot-load-size', '4', '-boot-info-table', '--grub2-boot-info'],
      ...(efi ? ['-append_partition', '2', '0xef', efi, '-eltorito-alt-boot'] : []),
      ...(efi ? ['-e', '--interval:appended_partition_2:all::', '-no-emul-boot'] : []),
      tree,
    ]);
    renameSync(iso, output);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * An ISO of the tiny guest that BIOS machines, and where Debian's installer is installed UEFI machines (also with Secure
 * Boot) start from a CD-ROM and, copied, from a disk. In the cache.
 */
export async function guestIso(kind: KernelKind = 'fast'): Promise<string> {
  const guest = await guestKernel(kind);
  const digest = digestOf(guest.initrd, grubConfig, efiConfigFolder, efiLoaders() ? 'uefi' : 'bios');
  return cached(`iso-${kind}`, digest, (output) => buildIso(guest, output));
}

/** A qcow2 disk of 64 MiB that starts the tiny guest by its own boot loader. In the cache. */
export async function guestDisk(kind: KernelKind = 'fast'): Promise<string> {
  const iso = await guestIso(kind);
  return cached(`disk-${kind}`, basename(iso), async (output) => {
    await run('qemu-img', ['convert', '-f', 'raw', '-O', 'qcow2', iso, output]);
    await run('qemu-img', ['resize', '-q', output, '64M']);
  });
}

/** An ISO as cloud-init's NoCloud source wants it. The caller chooses where it goes. */
export async function cloudInitIso(
  output: string,
  files: Record<'user-data' | 'meta-data', string>,
): Promise<void> {
  const work = mkdtempSync(`${output}.`);
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
    await run('xorriso', ['-as', 'mkisofs', '-quiet', '-J', '-r', '-V', 'cidata', '-o', output, work]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Puts the tiny guest where hosts keep installation media, and where their TFTP server finds it. */
export async function furnishMedia(hostFolder: string): Promise<void> {
  const guest = await guestKernel('fast');
  const media = join(hostFolder, 'var/lib/libvirt/media');
  const tftp = join(hostFolder, 'var/lib/libvirt/tftp');
  copyFileSync(await guestIso('fast'), join(media, 'tiny.iso'));
  for (const folder of [media, tftp]) {
    copyFileSync(guest.kernel.image, join(folder, 'vmlinuz'));
    copyFileSync(guest.initrd, join(folder, 'initrd.gz'));
    chmodSync(join(folder, 'vmlinuz'), 0o644);
  }
  writeFileSync(join(tftp, 'boot.ipxe'), ipxeScript);
}
