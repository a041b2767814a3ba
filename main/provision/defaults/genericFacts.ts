import type { InstallMethod, OsDrivers, OsFacts } from '../../../contract/index.ts';

/** What nearly every system of the last fifteen years has. */
const CAUTIOUS: OsDrivers = {
  virtioBlock: false,
  virtioScsi: false,
  virtioNet: false,
  virtioRng: false,
  virtioBalloon: false,
  virtioInput: false,
  virtioGpu: false,
  virtioSerial: false,
  virtioVsock: false,
  virtioFs: false,
  virtio1: false,
  qxl: false,
  usbTablet: true,
  usb3: true,
  q35: true,
  sata: true,
  e1000: true,
  e1000e: true,
  rtl8139: true,
  sound: ['ich9', 'ich6', 'ac97'],
};

/** What Linux has had since 2017, and images for clouds need. */
const LINUX: OsDrivers = {
  ...CAUTIOUS,
  virtioBlock: true,
  virtioScsi: true,
  virtioNet: true,
  virtioRng: true,
  virtioBalloon: true,
  virtioInput: true,
  virtioGpu: true,
  virtioSerial: true,
  virtioVsock: true,
  virtio1: true,
  qxl: true,
};

/** These give a kernel of Linux, or an image made for machines like these. */
const LINUX_METHODS = new Set<string>(['kernel', 'tree', 'cloud'] satisfies InstallMethod[]);

/** Boards that were made for virtio: there is hardly another disk that they could have. */
const VIRTIO_BOARDS = /^(?:aarch64|arm|riscv|s390|ppc|loongarch)/;

/** Values for a system of which nothing is known: they fit most, and are not the fastest. */
export function genericFacts(arch: string, method: string): OsFacts {
  const linux = LINUX_METHODS.has(method) || VIRTIO_BOARDS.test(arch);
  const nothing = { memoryMiB: null, vcpus: null, storageBytes: null };
  return {
    id: '',
    shortId: 'generic',
    name: 'an unknown system',
    family: null,
    distro: null,
    arch,
    generic: true,
    resources: {
      minimum: nothing,
      recommended: nothing,
      maximum: nothing,
      networkInstall: nothing,
      suggested: nothing,
    },
    devices: [],
    drivers: linux ? LINUX : CAUTIOUS,
    firmware: [],
    biosSupported: true,
    efiSupported: true,
    requiresTpm: false,
    requiresSecureBoot: false,
    clock: 'utc',
    windows: false,
    cloudImageUsername: null,
    images: [],
    trees: [],
    driverPacks: [],
    scripts: [],
    kernelUrlArgument: null,
    agentChannels: linux ? ['org.qemu.guest_agent.0'] : [],
    installerReboots: null,
  };
}
