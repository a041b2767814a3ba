/** A logical sector: ECMA-119, 6.1.2. */
export const SECTOR = 2048;

/** A number in both byte orders: ECMA-119, 7.3.3. */
export function bothEndian32(out: Buffer, at: number, value: number): void {
  out.writeUInt32LE(value, at);
  out.writeUInt32BE(value, at + 4);
}

/** ECMA-119, 7.2.3. */
export function bothEndian16(out: Buffer, at: number, value: number): void {
  out.writeUInt16LE(value, at);
  out.writeUInt16BE(value, at + 2);
}

/** The date of a file: ECMA-119, 9.1.5. */
export function isoDate(date: Date): Buffer {
  return Buffer.from([
    date.getUTCFullYear() - 1900,
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    0,
  ]);
}

/** The date of a volume, in digits; null: none. ECMA-119, 8.4.26.1. */
export function volumeDate(date: Date | null): Buffer {
  const digits = date ? date.toISOString().replace(/\D/g, '').slice(0, 16) : '0'.repeat(16);
  return Buffer.from(`${digits}\0`, 'latin1');
}

/** Text filled up with spaces; in UCS-2 for Joliet. */
export function isoText(text: string, bytes: number, joliet: boolean): Buffer {
  if (!joliet) return Buffer.from(text.padEnd(bytes, ' ').slice(0, bytes), 'latin1');
  const out = Buffer.alloc(bytes);
  ucs2(text.padEnd(Math.floor(bytes / 2), ' ')).copy(out);
  return out;
}

/** UCS-2 with the high byte first. */
export function ucs2(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
