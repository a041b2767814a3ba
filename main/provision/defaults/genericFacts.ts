import type { InstallMethod, OsDrivers, OsFacts } from '../../../contract/index.ts';
import { blankFacts } from '../osinfo/blankFacts.ts';

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
  return blankFacts({
    id: '',
    shortId: 'generic',
    name: 'an unknown system',
    arch,
    drivers: linux ? LINUX : CAUTIOUS,
    agentChannels: linux ? ['org.qemu.guest_agent.0'] : [],
  });
}
