import { XmlError } from '../errors.ts';
import { entryOf } from '../table.ts';

/** Gives a number from 0 to 255. The default is good enough where collisions are checked for. */
export type RandomByte = () => number;

const defaultRandom: RandomByte = () => Math.floor(Math.random() * 256);

const ATTEMPTS = 1000;

function fresh(what: string, taken: Iterable<string>, make: () => string): string {
  const used = new Set([...taken].map((text) => text.toLowerCase()));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const text = make();
    if (!used.has(text)) return text;
  }
  throw new XmlError('value', `No free ${what} was found`);
}

function hexBytes(count: number, random: RandomByte): string[] {
  return Array.from({ length: count }, () => (random() & 0xff).toString(16).padStart(2, '0'));
}

/** A MAC address in QEMU's range (52:54:00) that is not among those taken on the host. */
export function newMac(taken: Iterable<string> = [], random: RandomByte = defaultRandom): string {
  return fresh('MAC address', taken, () => ['52', '54', '00', ...hexBytes(3, random)].join(':'));
}

/** A random UUID (RFC 9562, version 4) that is not among those taken on the host. */
export function newUuid(taken: Iterable<string> = [], random: RandomByte = defaultRandom): string {
  return fresh('UUID', taken, () => {
    const bytes = Array.from({ length: 16 }, () => random() & 0xff);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  });
}

const TARGET_PREFIX: Readonly<Record<string, string>> = {
  virtio: 'vd',
  ide: 'hd',
  xen: 'xvd',
  fdc: 'fd',
  uml: 'ubd',
};

/** The letters after `vd` for the disk of that number: a, b, ... z, aa, ab. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(97 + (index % 26));
}

/** The first name for a disk on the bus (vda, sdb, hdc...) that no other disk of the machine has. */
export function newDiskTarget(bus: string, taken: Iterable<string | null>): string {
  const used = new Set(taken);
  const prefix = entryOf(TARGET_PREFIX, bus) ?? 'sd';
  for (let index = 0; ; index += 1) {
    const name = prefix + letters(index);
    if (!used.has(name)) return name;
  }
}
