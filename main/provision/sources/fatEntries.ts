/** A 3.5" HD floppy disk. */
export const FLOPPY = { sectorBytes: 512, sectors: 2880, fatSectors: 9, rootEntries: 224 } as const;

const PER_ENTRY = 13;
/** Where the characters of a long name stand in its entries. */
const PLACES = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];

/** An unused name of eight and three characters, padded, as directories have it. */
export function shortName(name: string, taken: Set<string>): Buffer {
  const upper = name.toUpperCase().replace(/[^A-Z0-9_.-]/g, '_');
  const dot = upper.lastIndexOf('.');
  const stem = (dot > 0 ? upper.slice(0, dot) : upper).replaceAll('.', '');
  const extension = (dot > 0 ? upper.slice(dot + 1) : '').slice(0, 3).padEnd(3, ' ');
  const fits = stem.length <= 8 && upper === name;
  for (let count = fits ? 0 : 1; ; count += 1) {
    const mark = count === 0 ? '' : `~${count}`;
    const short = `${`${stem.slice(0, 8 - mark.length)}${mark}`.padEnd(8, ' ')}${extension}`;
    if (taken.has(short)) continue;
    taken.add(short);
    return Buffer.from(short, 'latin1');
  }
}

/** The long name, last part first (Microsoft, "Long Filename Specification"). */
export function longEntries(name: string, short: Buffer): Buffer[] {
  const units = Buffer.from(name, 'utf16le');
  const count = Math.ceil(units.length / 2 / PER_ENTRY);
  const sum = checksum(short);
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const out = Buffer.alloc(32);
    out[0] = index === 0 ? number | 0x40 : number;
    out[11] = 0x0f;
    out[13] = sum;
    for (const [n, place] of PLACES.entries()) {
      const at = ((number - 1) * PER_ENTRY + n) * 2;
      const unit = at < units.length ? units.readUInt16LE(at) : at === units.length ? 0 : 0xffff;
      out.writeUInt16LE(unit, place);
    }
    return out;
  });
}

function checksum(short: Buffer): number {
  return short.reduce((sum, byte) => (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff, 0);
}

export interface EntryFacts {
  readonly volume: boolean;
  readonly cluster: number;
  readonly bytes: number;
  readonly date: Date;
}

export function shortEntry(name: Buffer, { volume, cluster, bytes, date }: EntryFacts): Buffer {
  const out = Buffer.alloc(32);
  name.copy(out);
  out[11] = volume ? 0x08 : 0x20;
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  out.writeUInt16LE(time, 22);
  out.writeUInt16LE(((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate(), 24);
  out.writeUInt16LE(cluster, 26);
  out.writeUInt32LE(bytes, 28);
  return out;
}
