import koffi, { type LibraryHandle } from 'koffi';

/** What to install where a library is missing, by package manager. */
const packages: Readonly<Record<string, { apt: string; dnf: string; pacman: string; zypper: string }>> = {
  'libvirt.so.0': { apt: 'libvirt0', dnf: 'libvirt-libs', pacman: 'libvirt', zypper: 'libvirt-libs' },
  'libvirt-qemu.so.0': { apt: 'libvirt0', dnf: 'libvirt-libs', pacman: 'libvirt', zypper: 'libvirt-libs' },
  'libvirt-lxc.so.0': { apt: 'libvirt0', dnf: 'libvirt-libs', pacman: 'libvirt', zypper: 'libvirt-libs' },
};

/** A shared library is not installed, or cannot be loaded. */
export class LibraryMissing extends Error {
  override readonly name = 'LibraryMissing';
  constructor(
    readonly library: string,
    cause: unknown,
  ) {
    super(`${library} cannot be loaded (${reasonOf(cause)}). ${remedy(library)}`, { cause });
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

function remedy(library: string): string {
  const names = packages[library];
  if (!names) return 'Install the package that provides it.';
  return (
    `Install libvirt's client library: apt install ${names.apt}, dnf install ${names.dnf}, ` +
    `pacman -S ${names.pacman} or zypper install ${names.zypper}.`
  );
}

const loaded = new Map<string, LibraryHandle>();

/**
 * Loads a shared library once per thread.
 * @throws LibraryMissing with the packages to install
 */
export function loadLibrary(name: string): LibraryHandle {
  const known = loaded.get(name);
  if (known) return known;
  try {
    const library = koffi.load(name);
    loaded.set(name, library);
    return library;
  } catch (error) {
    throw new LibraryMissing(name, error);
  }
}

/** The library that has the functions of a header. */
export function libraryOf(header: string): string {
  return header === 'libvirt-qemu' || header === 'libvirt-lxc' ? `${header}.so.0` : 'libvirt.so.0';
}
