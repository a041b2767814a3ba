import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { cached } from '../lab/cache.ts';
import { guestFolder } from '../lab/places.ts';
import { run } from '../lab/run.ts';
import { findKernel, type Kernel, type KernelKind, resolveModules } from './kernel.ts';

/** Drivers without which the guest does not report ready: its power button, disks and cards. */
const first = [
  'evdev',
  'button',
  'virtio_pci',
  'virtio_blk',
  'virtio_net',
  'virtio_console',
  'virtio_scsi',
  'sd_mod',
  'sr_mod',
  'ata_piix',
  'ahci',
];

/** Drivers that can come later. */
const then = [
  ...[
    'virtio_balloon',
    'virtio_rng',
    'virtio_input',
    'psmouse',
    'isofs',
    'nls_ascii',
    'nls_cp437',
    'nls_utf8',
    'vfat',
    'efivarfs',
  ],
  ...[
    'e1000',
    'e1000e',
    '8139cp',
    'uhci_hcd',
    'ehci_pci',
    'xhci_pci',
    'usbhid',
    'hid_generic',
    'usb_storage',
    'uas',
    'nvme',
  ],
  ...[
    'bochs',
    'virtio_gpu',
    'cirrus',
    'qxl',
    '9pnet_virtio',
    '9p',
    'virtiofs',
    'vmw_vsock_virtio_transport',
    'i6300esb',
    'pvpanic_pci',
  ],
];

/** Kernel and initramfs of the tiny guest, in the cache. */
export interface GuestKernel {
  kernel: Kernel;
  initrd: string;
}

/** A name for what the files contain: changes when one of them does. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function fileMark(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

function sourceFiles(): string[] {
  return ['init', 'commands', ...readdirSync(join(guestFolder, 'lib')).map((name) => `lib/${name}`)];
}

function copyModules(
  kernel: Kernel,
  root: string,
  list: string,
  names: readonly string[],
  already: Set<string>,
): void {
  const paths = resolveModules(kernel, names).filter((path) => !already.has(path));
  for (const path of paths) {
    already.add(path);
    copyFileSync(join(kernel.modules, path), join(root, 'modules', basename(path)));
  }
  writeFileSync(join(root, 'modules', list), paths.map((path) => `${basename(path)}\n`).join(''));
}

async function build(kernel: Kernel, output: string): Promise<void> {
  const root = mkdtempSync(`${output}.`);
  try {
    for (const folder of ['bin', 'modules', 'lib/tiny']) mkdirSync(join(root, folder), { recursive: true });
    const busybox = (await run('sh', ['-c', 'command -v busybox'])).trim();
    copyFileSync(busybox, join(root, 'bin/busybox'));
    copyFileSync(join(guestFolder, 'init'), join(root, 'init'));
    chmodSync(join(root, 'init'), 0o755);
    cpSync(join(guestFolder, 'lib'), join(root, 'lib/tiny'), { recursive: true });
    copyFileSync(join(guestFolder, 'commands'), join(root, 'lib/tiny/commands'));
    for (const script of readdirSync(join(root, 'lib/tiny')))
      chmodSync(join(root, 'lib/tiny', script), 0o755);
    const copied = new Set<string>();
    copyModules(kernel, root, 'first', first, copied);
    copyModules(kernel, root, 'then', then, copied);
    await run('sh', ['-c', `find . | cpio -o -H newc -R 0:0 --quiet | gzip -n -6 >"$0"`, `${root}.gz`], {
      cwd: root,
    });
    renameSync(`${root}.gz`, output);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Makes the initramfs of the tiny guest unless the cache has one of the same sources. */
export async function guestKernel(kind: KernelKind = 'fast'): Promise<GuestKernel> {
  const kernel = await findKernel(kind);
  const sources = sourceFiles().map((file) => `${file} ${readFileSync(join(guestFolder, file), 'utf8')}`);
  const busybox = (await run('sh', ['-c', 'command -v busybox'])).trim();
  const digest = digestOf(fileMark(kernel.image), fileMark(busybox), first.join(), then.join(), ...sources);
  const initrd = await cached(`initrd-${kind}`, digest, (output) => build(kernel, output));
  return { kernel, initrd };
}
