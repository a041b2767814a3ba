import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lab/run.ts';

/** The name of the tiny guest's file system, by which its boot loader and its installer find it. */
export const volumeName = 'VIRTDECK_TINY';

/** Where this GRUB, meant for the network, looks for its configuration. */
export const efiConfigFolder = 'debian-installer/amd64/grub';

const installers = '/usr/lib/debian-installer/images';

/**
 * Debian's signed boot loaders, which its installer's network images carry: shim, which firmware trusts, and GRUB, which
 * shim trusts. Undefined where the package (debian-installer-12-netboot-amd64) is not installed.
 */
export function efiLoaders(): { shim: string; grub: string } | undefined {
  if (!existsSync(installers)) return undefined;
  for (const release of readdirSync(installers).sort().reverse()) {
    const folder = join(installers, release, 'amd64/text/debian-installer/amd64');
    const loaders = { shim: join(folder, 'bootnetx64.efi'), grub: join(folder, 'grubx64.efi') };
    if (existsSync(loaders.shim) && existsSync(loaders.grub)) return loaders;
  }
  return undefined;
}

/** Makes the EFI system partition of a medium in `folder` and gives its path, or undefined without boot loaders. */
export async function efiImage(folder: string, config: string): Promise<string | undefined> {
  const loaders = efiLoaders();
  if (!loaders) return undefined;
  const image = join(folder, 'efi.img');
  const file = join(folder, 'efi-grub.cfg');
  writeFileSync(file, `search --no-floppy --set=root --label ${volumeName}\n${config}`);
  await run('truncate', ['-s', '8M', image]);
  await run('mformat', ['-i', image, '-T', '16384', '-h', '16', '-s', '32', '-v', 'TINYEFI', '::']);
  const folders = [
    'EFI',
    'EFI/BOOT',
    'debian-installer',
    'debian-installer/amd64',
    'debian-installer/amd64/grub',
  ];
  await run('mmd', ['-i', image, ...folders.map((name) => `::/${name}`)]);
  await run('mcopy', ['-i', image, loaders.shim, '::/EFI/BOOT/BOOTX64.EFI']);
  await run('mcopy', ['-i', image, loaders.grub, '::/EFI/BOOT/grubx64.efi']);
  await run('mcopy', ['-i', image, file, `::/${efiConfigFolder}/grub.cfg`]);
  return image;
}
