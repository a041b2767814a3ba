import type { MediumLabels } from './protocol.ts';

/** A logical sector (ECMA-119, 6.1.2). */
export const SECTOR = 2048;
/** The first 16 sectors are the system's own; then come volume descriptors (ECMA-119, 6.2.1, 8.1). */
const FIRST_DESCRIPTOR = 16;
const MOST_DESCRIPTORS = 16;

/** Types of volume descriptors (ECMA-119, 8.1.1). */
const TYPE = { bootRecord: 0, primary: 1, terminator: 255 } as const;

/** What the volume descriptors of an image say. */
export interface IsoHeader {
  readonly labels: MediumLabels;
  /** Offset in bytes of the boot catalog; null: there is no boot record, so that it boots nowhere. */
  readonly catalog: number | null;
}

/**
 * Reads the volume descriptors of an ISO 9660 image from its first bytes (64 KiB are plenty).
 * @returns null when it is none, or is cut off before its primary descriptor. Never throws: the bytes may be anything.
 */
export function readIsoHeader(bytes: Uint8Array): IsoHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let labels: MediumLabels | null = null;
  let catalog: number | null = null;
  for (let index = 0; index < MOST_DESCRIPTORS; index++) {
    const start = (FIRST_DESCRIPTOR + index) * SECTOR;
    if (start + SECTOR > bytes.byteLength || ascii(bytes, start + 1, 5) !== 'CD001') break;
    const type = view.getUint8(start);
    if (type === TYPE.terminator) break;
    if (type === TYPE.primary) labels ??= primaryLabels(bytes, view, start);
    if (type === TYPE.bootRecord && ascii(bytes, start + 7, 32) === 'EL TORITO SPECIFICATION') {
      // El Torito 1.0, figure 7: the catalog's sector at offset 47h.
      catalog ??= view.getUint32(start + 0x47, true) * SECTOR;
    }
  }
  return labels && { labels, catalog };
}

/** ECMA-119, 8.4. */
function primaryLabels(bytes: Uint8Array, view: DataView, start: number): MediumLabels {
  return {
    systemId: ascii(bytes, start + 8, 32),
    volumeId: ascii(bytes, start + 40, 32),
    publisherId: ascii(bytes, start + 318, 128),
    applicationId: ascii(bytes, start + 574, 128),
    volumeSize: sizeOf(view, start),
  };
}

/**
 * Numbers are written twice, in both byte orders (ECMA-119, 7.2.3, 7.3.3); where those differ, somebody has
 * changed one of them, and neither can be believed.
 */
function sizeOf(view: DataView, start: number): number | null {
  const blocks = view.getUint32(start + 80, true);
  const block = view.getUint16(start + 128, true);
  const agree = blocks === view.getUint32(start + 84) && block === view.getUint16(start + 130);
  const size = blocks * block;
  return agree && size > 0 && [512, 1024, 2048].includes(block) ? size : null;
}

/** Text in a field that is filled up with spaces; what is not printable (also a C end) ends it or becomes a "?". */
function ascii(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  const text = Array.from(end === -1 ? field : field.subarray(0, end), (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?',
  );
  return text.join('').trimEnd();
}

/** Where an image can be booted. */
export interface IsoBoots {
  readonly bios: boolean;
  readonly efi: boolean;
}

const PLATFORM_EFI = 0xef;
const BOOTABLE = 0x88;
const ENTRY = 32;

/**
 * Reads a boot catalog (El Torito 1.0, 2.0; UEFI 12.3.2.1 for platform EFh).
 * @param catalog the catalog's first sector
 * @returns null when these bytes are no catalog
 */
export function readBootCatalog(catalog: Uint8Array): IsoBoots | null {
  if (catalog.byteLength < 2 * ENTRY) return null;
  // The validation entry.
  if (catalog[0] !== 1 || catalog[30] !== 0x55 || catalog[31] !== 0xaa) return null;
  const platforms = new Set<number>();
  let platform = catalog[1] ?? 0;
  for (let at = ENTRY; at + ENTRY <= catalog.byteLength; at += ENTRY) {
    const kind = catalog[at];
    if (kind === 0x90 || kind === 0x91) platform = catalog[at + 1] ?? 0;
    else if (kind === BOOTABLE) platforms.add(platform);
    else if (kind === 0 && at > ENTRY) break;
  }
  return { bios: platforms.has(0), efi: platforms.has(PLATFORM_EFI) };
}
