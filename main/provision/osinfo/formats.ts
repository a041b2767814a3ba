import type { MediaGuess } from '../../../contract/index.ts';
import { readIsoHeader, SECTOR } from './iso9660.ts';

type Format = NonNullable<MediaGuess['format']>;

/** How files of a format begin. */
const MAGIC: readonly (readonly [Format, offset: number, bytes: readonly number[] | string])[] = [
  ['qcow2', 0, [0x51, 0x46, 0x49, 0xfb]],
  ['qed', 0, 'QED\0'],
  ['vmdk', 0, 'KDMV'],
  ['vmdk', 0, 'COWD'],
  ['vmdk', 0, '# Disk DescriptorFile'],
  ['vdi', 0x40, [0x7f, 0x10, 0xda, 0xbe]],
  ['vhdx', 0, 'vhdxfile'],
  ['vhd', 0, 'conectix'],
  ['luks', 0, 'LUKS\xba\xbe'],
];

/** What bytes are the beginning of; null: nothing that is known. */
export function formatOf(head: Uint8Array): Format | null {
  for (const [format, offset, magic] of MAGIC) {
    const wanted = typeof magic === 'string' ? Array.from(magic, (char) => char.charCodeAt(0)) : magic;
    if (wanted.every((byte, at) => head[offset + at] === byte)) return format;
  }
  // Before disks: images for USB sticks are both.
  if (readIsoHeader(head) || isUdf(head)) return 'iso';
  return isDisk(head) ? 'raw' : null;
}

/** UDF alone, without ISO 9660 beside it (ECMA-167 2/9.2: the beginning of the extended area). */
function isUdf(head: Uint8Array): boolean {
  const identifier = head.subarray(16 * SECTOR + 1, 16 * SECTOR + 6);
  return Buffer.from(identifier).toString('latin1') === 'BEA01';
}

/** A boot sector (MBR), a GPT of either sector size, or a filesystem straight on the disk. */
function isDisk(head: Uint8Array): boolean {
  const text = (offset: number, wanted: string) =>
    Array.from(wanted).every((char, at) => head[offset + at] === char.charCodeAt(0));
  const bootSector = head[510] === 0x55 && head[511] === 0xaa;
  const ext = head[1080] === 0x53 && head[1081] === 0xef;
  const xfs = text(0, 'XFSB');
  return bootSector || ext || xfs || text(512, 'EFI PART') || text(4096, 'EFI PART');
}
