import type { Remedy } from '../../contract/index.ts';

/** Families of distributions whose commands differ. */
export type Family = 'debian' | 'fedora' | 'suse' | 'arch';

const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  debian: 'Debian, Ubuntu',
  fedora: 'Fedora, RHEL',
  suse: 'openSUSE',
  arch: 'Arch',
};

/** The family of a system by ID and ID_LIKE of its os-release(5); null: another one, or not known. */
export function familyOf(ids: string): Family | null {
  const words = ids.toLowerCase().split(/\s+/);
  const has = (...names: string[]) => names.some((name) => words.includes(name));
  if (has('debian', 'ubuntu')) return 'debian';
  if (has('fedora', 'rhel', 'centos')) return 'fedora';
  if (words.some((word) => word.startsWith('opensuse') || word === 'suse' || word === 'sles')) return 'suse';
  if (has('arch', 'archlinux')) return 'arch';
  return null;
}

/** ID and ID_LIKE of the text of an os-release file. */
export function idsOf(osRelease: string): string {
  return ['ID', 'ID_LIKE']
    .map((key) => new RegExp(`^${key}=["']?([^"'\n]*)["']?$`, 'm').exec(osRelease)?.[1] ?? '')
    .join(' ');
}

/**
 * The same remedy in the words of each family; where the system is known, only its own.
 * @param host the machine that the command is for; left out: this one
 */
function byFamily(
  family: Family | null,
  label: string,
  commands: Readonly<Record<Family, string>>,
  host?: string,
): Remedy[] {
  const families: Family[] = family ? [family] : ['debian', 'fedora', 'suse', 'arch'];
  return families.map((one) => ({
    kind: 'command',
    label: family ? label : `${label} (${FAMILY_NAMES[one]})`,
    command: commands[one],
    ...(host !== undefined && { host }),
  }));
}

/** Installs packages. */
export function install(
  family: Family | null,
  label: string,
  packages: Readonly<Record<Family, string>>,
  host?: string,
): Remedy[] {
  return byFamily(
    family,
    label,
    {
      debian: `sudo apt install ${packages.debian}`,
      fedora: `sudo dnf install ${packages.fedora}`,
      suse: `sudo zypper install ${packages.suse}`,
      arch: `sudo pacman -S ${packages.arch}`,
    },
    host,
  );
}

/** What starts libvirt: one daemon for everything, or those of each driver. */
export function startDaemon(family: Family | null, driver: string, host?: string): Remedy[] {
  const modular = `sudo systemctl enable --now virt${driver}d.socket virtnetworkd.socket virtstoraged.socket virtnodedevd.socket virtproxyd.socket`;
  const monolithic = 'sudo systemctl enable --now libvirtd.socket';
  return byFamily(
    family,
    'Start libvirt',
    { debian: monolithic, fedora: modular, suse: modular, arch: monolithic },
    host,
  );
}

/** What has to be installed for a hypervisor with libvirt. */
export function installDaemon(family: Family | null, driver: string, host?: string): Remedy[] {
  const qemu = {
    debian: 'libvirt-daemon-system qemu-system-x86',
    fedora: '@virtualization',
    suse: 'libvirt-daemon-qemu qemu-kvm',
    arch: 'libvirt qemu-desktop dnsmasq',
  };
  const packages = {
    qemu,
    lxc: {
      debian: 'libvirt-daemon-system libvirt-daemon-driver-lxc',
      fedora: 'libvirt-daemon-lxc',
      suse: 'libvirt-daemon-lxc',
      arch: 'libvirt',
    },
    xen: {
      debian: 'libvirt-daemon-system libvirt-daemon-driver-xen',
      fedora: 'libvirt-daemon-xen',
      suse: 'libvirt-daemon-xen',
      arch: 'libvirt',
    },
  };
  const wanted = driver === 'lxc' ? packages.lxc : driver === 'xen' ? packages.xen : packages.qemu;
  return install(family, 'Install libvirt', wanted, host);
}
