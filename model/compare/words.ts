import { Sound } from '../device/audio.ts';
import { Disk } from '../device/disk.ts';
import { Graphics, Video } from '../device/display.ts';
import { Hostdev } from '../device/hostdev.ts';
import { NetworkInterface } from '../device/network-interface.ts';
import { BootDevice } from '../domain/os.ts';
import type { XmlNode } from '../field/node.ts';
import { AddressRange } from '../network/network.ts';
import { entryOf } from '../table.ts';
import { keysOf } from './identity.ts';

/** What the kinds of devices and of other repeated things are called. */
const NOUNS: Readonly<Record<string, string>> = {
  boot: 'device',
  interface: 'network card',
  serial: 'serial port',
  parallel: 'parallel port',
  input: 'input device',
  graphics: 'display',
  video: 'graphics card',
  sound: 'sound card',
  audio: 'audio backend',
  hostdev: 'host device',
  redirdev: 'USB redirection',
  redirfilter: 'USB redirection filter',
  filesystem: 'shared folder',
  smartcard: 'smart card reader',
  tpm: 'TPM',
  hub: 'USB hub',
  rng: 'random number generator',
  memballoon: 'memory balloon',
  memory: 'memory device',
  shmem: 'shared memory',
  iommu: 'IOMMU',
  crypto: 'crypto device',
  panic: 'panic device',
  pstore: 'crash log memory',
  seclabel: 'security label',
  iothread: 'I/O thread',
  vcpupin: 'vCPU pin',
  feature: 'feature',
  dhcp: 'DHCP',
  portgroup: 'port group',
  portForward: 'port forward',
  qemu: 'QEMU',
};

/** What a node is called: `disk vda`, `CD-ROM drive sda`, `network card 52:54:00:12:34:56`. */
export function subjectOf(node: XmlNode, name: string): string {
  const element = node.element.nodeName;
  const noun = node instanceof Disk ? diskNoun(node) : (entryOf(NOUNS, element) ?? element);
  return `${noun} ${hint(node) ?? name}`.trim();
}

function diskNoun(disk: Disk): string {
  if (disk.device === 'cdrom') return 'CD-ROM drive';
  return disk.device === 'floppy' ? 'floppy drive' : 'disk';
}

/** For things without a key, what people tell them apart by; the place if there is nothing. */
function hint(node: XmlNode): string | undefined {
  if (keysOf(node).some((key) => key !== '')) return undefined;
  if (node instanceof Video || node instanceof Sound) return node.model ?? undefined;
  if (node instanceof AddressRange) return node.start ?? undefined;
  if (node instanceof BootDevice) return node.dev ?? undefined;
  return node.get('@model') ?? node.get('@type') ?? undefined;
}

/** A property's name in words: `errorPolicy` is "error policy". */
export function labelOf(field: string): string {
  return field.replace(
    /([a-z0-9])([A-Z])/g,
    (_all, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );
}

const GIB = 1024 ** 3;
const UNITS: readonly (readonly [string, number])[] = [
  ['GiB', GIB],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
];

/** A number of bytes in the largest unit in which it is whole. */
function bytes(amount: number): string {
  const unit = UNITS.find(([, factor]) => amount > 0 && amount % factor === 0);
  return unit ? `${amount / unit[1]} ${unit[0]}` : `${amount} bytes`;
}

/** A value in words; null if there is none. */
export function valueInWords(value: unknown, isSize: boolean): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return isSize ? bytes(value) : String(value);
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ');
  return String(value);
}

/** True for what nobody is shown: the password of a display. */
export function isSecret(node: XmlNode, field: string): boolean {
  return node instanceof Graphics && field === 'password';
}

/** Two values of a secret, in words that say no more than that it is another one. */
export function withoutSecrets(
  before: string | null,
  after: string | null,
): [before: string | null, after: string | null] {
  return [before === null ? null : 'set', after === null ? null : before === null ? 'set' : 'another one'];
}

const SECTIONS: Readonly<Record<string, string>> = {
  os: 'boot',
  cpu: 'CPU',
  cpuTune: 'CPU tuning',
  memTune: 'memory limits',
  blkioTune: 'block I/O tuning',
  numaTune: 'NUMA tuning',
  qemuCommandline: 'QEMU command line',
  qemuCapabilities: 'QEMU capabilities',
};

/** What a part of the machine is called. */
export function sectionOf(field: string): string {
  return SECTIONS[field] ?? labelOf(field);
}

/** What a whole device is about, in few words: a disk's file, a network card's network. */
export function summaryOf(node: XmlNode): string | null {
  if (node instanceof Disk) return node.source.location;
  if (node instanceof NetworkInterface) {
    const { source } = node;
    return (
      [node.type, source.network ?? source.bridge ?? source.dev, node.model].filter(Boolean).join(' ') || null
    );
  }
  if (node instanceof Hostdev) {
    const { source } = node;
    const id = source.vendor === null ? source.address.text : `${source.vendor}:${source.product}`;
    return `${node.type} ${id}`;
  }
  return null;
}
