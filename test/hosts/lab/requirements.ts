import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs a laboratory runs, with the Debian package that has them. */
const programs: ReadonlyArray<readonly [string, string]> = [
  ['ip', 'iproute2'],
  ['unshare', 'util-linux'],
  ['nsenter', 'util-linux'],
  ['setpriv', 'util-linux'],
  ['libvirtd', 'libvirt-daemon'],
  ['virtlogd', 'libvirt-daemon'],
  ['virsh', 'libvirt-clients'],
  ['qemu-system-x86_64', 'qemu-system-x86'],
  ['qemu-img', 'qemu-utils'],
  ['dnsmasq', 'dnsmasq-base'],
  ['iptables', 'iptables'],
  ['sshd', 'openssh-server'],
  ['ssh', 'openssh-client'],
  ['nc', 'netcat-openbsd'],
  ['certtool', 'gnutls-bin'],
  ['saslpasswd2', 'sasl2-bin'],
  ['busybox', 'busybox-static'],
  ['cpio', 'cpio'],
  ['gzip', 'gzip'],
  ['pivot_root', 'util-linux'],
  ['dpkg-deb', 'dpkg'],
  ['xorriso', 'xorriso'],
  ['mcopy', 'mtools'],
];

const files: ReadonlyArray<readonly [string, string]> = [
  ['/usr/lib/grub-rescue/grub-rescue-cdrom.iso', 'grub-rescue-pc'],
  [
    '/usr/lib/x86_64-linux-gnu/libvirt/connection-driver/libvirt_driver_qemu.so',
    'libvirt-daemon-driver-qemu',
  ],
  ['/usr/lib/x86_64-linux-gnu/sasl2/libdigestmd5.so', 'libsasl2-modules'],
];

const searchPath = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/bin', '/bin'];

function found(program: string): boolean {
  return searchPath.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * What stands in the way of a laboratory here, as a sentence with the remedy, or undefined if nothing does.
 * Root is needed to make network namespaces and to let libvirt run guests as their own user.
 */
export function whyNoLab(): string | undefined {
  if (process.platform !== 'linux') return 'Test hosts need Linux: they are made of its namespaces.';
  if (process.getuid?.() !== 0) {
    return 'Test hosts need root (network, mount and PID namespaces): run this with sudo.';
  }
  if (!existsSync('/dev/net/tun')) {
    return 'Test hosts need /dev/net/tun for the network cards of guests: load the module "tun".';
  }
  if (spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true']).status !== 0) {
    return 'Test hosts need namespaces, which are forbidden here: in a container, give it --privileged.';
  }
  const packages = new Set([
    ...programs.filter(([program]) => !found(program)).map(([, name]) => name),
    ...files.filter(([path]) => !existsSync(path)).map(([, name]) => name),
  ]);
  if (packages.size > 0) {
    return `Test hosts need packages that are missing: apt-get install ${[...packages].join(' ')}`;
  }
  return undefined;
}
