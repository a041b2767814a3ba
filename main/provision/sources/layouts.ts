import { entryOf } from '../../../model/index.ts';
import { debianArch } from './architectures.ts';

/** Who made a tree, as far as its layout tells. */
export type TreeMaker = 'debian' | 'redhat' | 'suse' | 'mageia' | 'arch' | 'unknown';

/** Where kernel and initrd may lie below a location. */
export interface Layout {
  readonly maker: TreeMaker;
  readonly kernel: string;
  readonly initrd: string;
}

/** The layouts that distributions use, likeliest first. */
export function layoutsFor(arch: string, location: string): Layout[] {
  return [...debian(arch, location), ...redhat(arch), ...suse(arch), ...others(arch)];
}

/** https://www.debian.org/releases/stable/amd64/ch05s01: netboot images, the same below several folders, and CDs. */
function debian(arch: string, location: string): Layout[] {
  const name = debianArch(arch);
  const images = [
    `images/netboot/debian-installer/${name}`,
    // Ubuntu until 20.04.
    `legacy-images/netboot/ubuntu-installer/${name}`,
    `images/netboot/ubuntu-installer/${name}`,
  ];
  const suite = /\/dists\/[^/]+\/(main\/installer-[^/]+\/)?$/.exec(location);
  const folder = suite?.[1] ? 'current' : `${suite ? '' : 'dists/stable/'}main/installer-${name}/current`;
  const folders = [
    ...images.map((image) => `${folder}/${image}`),
    `debian-installer/${name}`,
    `netboot/debian-installer/${name}`,
    `images/netboot/debian-installer/${name}`,
  ];
  const cd = arch === 'x86_64' ? 'install.amd' : arch === 'i686' ? 'install.386' : `install.${name}`;
  return [
    ...folders.map((one) => layout('debian', one, 'linux', 'initrd.gz')),
    layout('debian', cd, 'vmlinuz', 'initrd.gz'),
  ];
}

/** Trees of Anaconda that lost their .treeinfo. */
function redhat(arch: string): Layout[] {
  const folders: Readonly<Record<string, readonly string[]>> = {
    ppc64le: ['ppc/ppc64le'],
    ppc64: ['ppc/ppc64'],
  };
  return [
    ...['', `${arch}/os/`, `BaseOS/${arch}/os/`].map((prefix) =>
      layout('redhat', `${prefix}images/pxeboot`, 'vmlinuz', 'initrd.img'),
    ),
    ...(entryOf(folders, arch) ?? []).map((folder) => layout('redhat', folder, 'vmlinuz', 'initrd.img')),
    ...(arch === 's390x' ? [layout('redhat', 'images', 'kernel.img', 'initrd.img')] : []),
  ];
}

function suse(arch: string): Layout[] {
  const name = arch === 'i686' ? 'i386' : arch;
  return [
    layout('suse', `boot/${name}/loader`, 'linux', 'initrd'),
    layout('suse', `boot/${name}`, 'linux', 'initrd'),
  ];
}

function others(arch: string): Layout[] {
  return [
    layout('mageia', `isolinux/${arch === 'i686' ? 'i586' : arch}`, 'vmlinuz', 'all.rdz'),
    layout('arch', `arch/boot/${arch}`, 'vmlinuz-linux', 'initramfs-linux.img'),
    layout('unknown', 'isolinux', 'vmlinuz', 'initrd.img'),
    layout('unknown', 'boot', 'vmlinuz', 'initrd.img'),
    layout('unknown', '', 'vmlinuz', 'initrd.img'),
    layout('unknown', '', 'linux', 'initrd.gz'),
  ];
}

function layout(maker: TreeMaker, folder: string, kernel: string, initrd: string): Layout {
  const prefix = folder === '' ? '' : `${folder}/`;
  return { maker, kernel: `${prefix}${kernel}`, initrd: `${prefix}${initrd}` };
}
