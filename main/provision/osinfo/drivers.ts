import type { OsDrivers } from '../../../contract/index.ts';

const pci = (id: string) => `http://pcisig.com/pci/${id}`;

/** Devices that stand for a driver: having any of them means having it (https://pcisig.com ids as in the database). */
const DEVICES: Readonly<Record<Exclude<keyof OsDrivers, 'sound'>, readonly string[]>> = {
  // Virtio devices have a transitional id (1000...) and one of virtio 1.0 (1040 + type).
  virtioNet: [pci('1af4/1000'), pci('1af4/1041')],
  virtioBlock: [pci('1af4/1001'), pci('1af4/1042')],
  virtioBalloon: [pci('1af4/1002'), pci('1af4/1045')],
  virtioSerial: [pci('1af4/1003'), pci('1af4/1043')],
  virtioScsi: [pci('1af4/1004'), pci('1af4/1048')],
  virtioRng: [pci('1af4/1005'), pci('1af4/1044')],
  virtioInput: [pci('1af4/1052')],
  virtioGpu: [pci('1af4/1050')],
  virtioVsock: [pci('1af4/1012'), pci('1af4/1053')],
  virtioFs: [pci('1af4/105a')],
  virtio1: ['1041', '1042', '1043', '1044', '1045', '1048', '1050', '1052'].map((id) => pci(`1af4/${id}`)),
  qxl: [pci('1b36/0100')],
  usbTablet: ['http://usb.org/usb/80ee/0021'],
  usb3: [pci('1b36/0004'), pci('1b36/000d'), pci('1033/0194')],
  q35: ['http://qemu.org/chipset/x86/q35'],
  // The database has no entry for AHCI; the Q35 chipset has no other disk controller.
  sata: ['http://qemu.org/chipset/x86/q35', pci('8086/2922')],
  e1000: [pci('8086/100e')],
  e1000e: [pci('8086/10d3')],
  rtl8139: [pci('10ec/8139')],
};

/** Sound cards, best first, by libvirt's names. */
const SOUND: readonly (readonly [model: string, device: string])[] = [
  ['ich9', pci('8086/293e')],
  ['ich6', pci('8086/2668')],
  ['ac97', pci('8086/2415')],
  ['es1370', pci('1274/5000')],
];

/** What a list of device ids means for the models of libvirt. */
export function driversOf(devices: readonly string[]): OsDrivers {
  const known = new Set(devices);
  const any = (key: keyof typeof DEVICES) => DEVICES[key].some((id) => known.has(id));
  return {
    virtioBlock: any('virtioBlock'),
    virtioScsi: any('virtioScsi'),
    virtioNet: any('virtioNet'),
    virtioRng: any('virtioRng'),
    virtioBalloon: any('virtioBalloon'),
    virtioInput: any('virtioInput'),
    virtioGpu: any('virtioGpu'),
    virtioSerial: any('virtioSerial'),
    virtioVsock: any('virtioVsock'),
    virtioFs: any('virtioFs'),
    virtio1: any('virtio1'),
    qxl: any('qxl'),
    usbTablet: any('usbTablet'),
    usb3: any('usb3'),
    q35: any('q35'),
    sata: any('sata'),
    e1000: any('e1000'),
    e1000e: any('e1000e'),
    rtl8139: any('rtl8139'),
    sound: SOUND.flatMap(([model, device]) => (known.has(device) ? [model] : [])),
  };
}
