// @ts-check
import { findCommand, hasFile, hasLibrary } from './system.mjs';

/**
 * One thing that must come from the distribution's packages.
 * @typedef {object} Need
 * @property {string} what in words, for messages
 * @property {'run' | 'window' | 'electron' | 'keychain' | 'test'} purpose
 * @property {boolean} required false: the application works without, with less
 * @property {() => boolean} present looks for files, not for packages: quick, and right on any distribution
 * @property {Partial<Record<import('./system.mjs').PackageManager, string[]>>} packages
 */

/** Names under which Chromium and its relatives are installed, best first. */
export const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'brave-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'vivaldi-stable',
];

/** @param {...string} names */
const commands =
  (...names) =>
  () =>
    names.every((name) => findCommand(name) !== null);
/** @param {...string} names */
const libraries =
  (...names) =>
  () =>
    names.every(hasLibrary);
/** @param {...string} patterns */
const files =
  (...patterns) =>
  () =>
    hasFile(...patterns);
/** @param {...(() => boolean)} checks */
const all =
  (...checks) =>
  () =>
    checks.every((check) => check());

/**
 * @param {Need['purpose']} purpose
 * @param {boolean} required
 * @param {string} what
 * @param {() => boolean} present
 * @param {string} apt
 * @param {{dnf?: string, pacman?: string, zypper?: string}} [others] package names, separated by blanks
 * @returns {Need}
 */
function need(purpose, required, what, present, apt, others = {}) {
  /** @type {Need['packages']} */
  const packages = { apt: apt.split(' ') };
  if (others.dnf) packages.dnf = others.dnf.split(' ');
  if (others.pacman) packages.pacman = others.pacman.split(' ');
  if (others.zypper) packages.zypper = others.zypper.split(' ');
  return { what, purpose, required, present, packages };
}

/** @type {Need[]} */
const RUN = [
  need('run', true, 'the libvirt library', libraries('libvirt.so.0'), 'libvirt0', {
    dnf: 'libvirt-libs',
    pacman: 'libvirt',
    zypper: 'libvirt-libs',
  }),
  need(
    'run',
    false,
    'the Secret Service library, to keep passwords',
    libraries('libsecret-1.so.0'),
    'libsecret-1-0',
    {
      dnf: 'libsecret',
      pacman: 'libsecret',
      zypper: 'libsecret-1-0',
    },
  ),
  need('run', false, 'ssh, for remote hosts', commands('ssh'), 'openssh-client', {
    dnf: 'openssh-clients',
    pacman: 'openssh',
    zypper: 'openssh-clients',
  }),
];

/** A window where Electron cannot be had. @type {Need[]} */
const WINDOW = [
  need(
    'window',
    false,
    'Chromium, to show the window',
    () => Boolean(process.env.VIRTDECK_BROWSER) || BROWSERS.some((name) => findCommand(name) !== null),
    'chromium chromium-sandbox',
    { dnf: 'chromium', pacman: 'chromium', zypper: 'chromium' },
  ),
  need(
    'window',
    false,
    'a font',
    files('/usr/share/fonts/*/*', '/usr/local/share/fonts/*'),
    'fonts-dejavu-core',
    {
      dnf: 'dejavu-sans-fonts dejavu-sans-mono-fonts',
      pacman: 'ttf-dejavu',
      zypper: 'dejavu-fonts',
    },
  ),
];

/** What Electron's binary is linked against. @type {Need[]} */
const ELECTRON = [
  need(
    'electron',
    false,
    'the libraries of Electron',
    libraries('libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libasound.so.2'),
    'libgtk-3-0 libnss3 libgbm1 libasound2',
    {
      dnf: 'gtk3 nss mesa-libgbm alsa-lib',
      pacman: 'gtk3 nss mesa alsa-lib',
      zypper: 'libgtk-3-0 mozilla-nss libgbm1 libasound2',
    },
  ),
];

/** What compiles keytar; without it passwords stay in memory until Virtdeck quits. @type {Need[]} */
const KEYCHAIN = [
  need(
    'keychain',
    false,
    'a compiler and the headers of libsecret, to build the keychain module',
    all(
      commands('python3', 'make', 'g++', 'pkg-config'),
      files('/usr/include/libsecret-1/libsecret/secret.h'),
    ),
    'python3 make g++ pkg-config libsecret-1-dev',
    {
      dnf: 'python3 make gcc-c++ pkgconf-pkg-config libsecret-devel',
      pacman: 'python make gcc pkgconf libsecret',
      zypper: 'python3 make gcc-c++ pkg-config libsecret-devel',
    },
  ),
];

/**
 * What the tests run against: real hypervisors from Debian's packages alone (test/hosts).
 * @type {Need[]}
 */
const TEST = [
  need('test', true, 'a compiler, for the struct layouts', commands('gcc', 'make'), 'gcc libc6-dev make'),
  need(
    'test',
    true,
    "libvirt's description of its API and its headers",
    files('/usr/share/libvirt/api/libvirt-api.xml'),
    'libvirt-dev',
  ),
  need(
    'test',
    true,
    'the libvirt daemons',
    all(
      commands('libvirtd', 'virtlogd', 'virsh', 'virt-xml-validate'),
      files('/usr/lib/*/libvirt/connection-driver/libvirt_driver_qemu.so'),
      files('/usr/lib/*/libvirt/connection-driver/libvirt_driver_lxc.so'),
      files('/etc/libvirt/qemu.conf'),
    ),
    'libvirt-daemon libvirt-daemon-system libvirt-daemon-driver-qemu libvirt-daemon-driver-lxc libvirt-clients libxml2-utils',
  ),
  need(
    'test',
    true,
    'QEMU',
    commands('qemu-system-x86_64', 'qemu-img'),
    'qemu-system-x86 qemu-utils ipxe-qemu',
  ),
  need('test', true, 'UEFI firmware', files('/usr/share/OVMF/OVMF_CODE_4M.fd'), 'ovmf'),
  need('test', true, 'a TPM', commands('swtpm', 'swtpm_setup'), 'swtpm swtpm-tools'),
  need(
    'test',
    true,
    'network tools',
    commands('ip', 'iptables', 'dnsmasq', 'nc'),
    'iproute2 iptables dnsmasq-base netcat-openbsd',
  ),
  need('test', true, 'process tools', commands('ps', 'unshare', 'nsenter'), 'procps util-linux'),
  need('test', true, 'an HTTP client that can be another user', commands('curl'), 'curl'),
  need('test', true, 'an ssh server', commands('sshd', 'ssh', 'ssh-keygen'), 'openssh-server openssh-client'),
  need('test', true, 'certificates', commands('certtool'), 'gnutls-bin'),
  need(
    'test',
    true,
    'SASL',
    all(
      commands('saslpasswd2'),
      files('/usr/lib/*/sasl2/libdigestmd5.so'),
      files('/usr/lib/*/sasl2/libscram.so'),
    ),
    'sasl2-bin libsasl2-modules',
  ),
  need(
    'test',
    true,
    'a Secret Service',
    commands('gnome-keyring-daemon', 'dbus-run-session'),
    'gnome-keyring dbus',
  ),
  need('test', true, 'a guest kernel', files('/boot/vmlinuz-*-cloud-amd64'), 'linux-image-cloud-amd64'),
  need(
    'test',
    true,
    'a guest system',
    all(commands('busybox', 'cpio'), files('/usr/share/doc/busybox-static')),
    'busybox-static cpio',
  ),
  need(
    'test',
    true,
    'what makes bootable media',
    all(commands('xorriso', 'mcopy', 'mkfs.vfat'), files('/usr/lib/grub-rescue/grub-rescue-cdrom.iso')),
    'xorriso mtools dosfstools grub-rescue-pc',
  ),
  need('test', true, 'network boot', files('/usr/lib/ipxe/undionly.kpxe'), 'ipxe'),
  need(
    'test',
    true,
    'an installer',
    files('/usr/lib/debian-installer/images/*/amd64/text'),
    'debian-installer-12-netboot-amd64',
  ),
  need('test', true, 'an oracle for definitions', commands('virt-install'), 'virtinst'),
  need(
    'test',
    true,
    "the guests' database",
    all(libraries('libosinfo-1.0.so.0'), files('/usr/share/osinfo/VERSION')),
    'libosinfo-1.0-0 osinfo-db',
  ),
  need('test', true, 'a display server', commands('Xvfb'), 'xvfb'),
];

/**
 * @param {Need['purpose'][]} purposes
 * @returns {Need[]} what is not there
 */
export function missing(purposes) {
  const needs = [...RUN, ...WINDOW, ...ELECTRON, ...KEYCHAIN, ...TEST];
  return needs.filter((one) => purposes.includes(one.purpose) && !one.present());
}
