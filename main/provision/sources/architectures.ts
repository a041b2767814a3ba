import { entryOf } from '../../../model/index.ts';

/** Names that distributions give to architectures, by libvirt's. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['x86_64', 'amd64', 'x86-64', 'x64'],
  i686: ['i686', 'i586', 'i386', 'x86'],
  aarch64: ['aarch64', 'arm64'],
  armv7l: ['armv7l', 'armhfp', 'armhf', 'armv7hl'],
  ppc64le: ['ppc64le', 'ppc64el'],
  ppc64: ['ppc64'],
  s390x: ['s390x'],
  riscv64: ['riscv64'],
  loongarch64: ['loongarch64', 'loong64'],
};

/** libvirt's name of an architecture; null: nobody knows it. */
export function libvirtArch(name: string): string | null {
  const plain = name.trim().toLowerCase();
  return Object.entries(ALIASES).find(([, names]) => names.includes(plain))?.[0] ?? null;
}

/** The architecture that an address names: ".../releases/40/Server/aarch64/os/"; null: none. */
export function archInAddress(address: string): string | null {
  const words = address.toLowerCase().split(/[^a-z0-9_]+/);
  return words.reduceRight<string | null>((found, word) => found ?? libvirtArch(word), null);
}

const DEBIAN: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  i686: 'i386',
  aarch64: 'arm64',
  armv7l: 'armhf',
  ppc64le: 'ppc64el',
  loongarch64: 'loong64',
};

/** Debian's name of one of libvirt's architectures. */
export function debianArch(arch: string): string {
  return entryOf(DEBIAN, arch) ?? arch;
}
