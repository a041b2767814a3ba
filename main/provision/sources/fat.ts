import { FLOPPY, longEntries, shortEntry, shortName } from './fatEntries.ts';
import type { MediumFile } from './iso.ts';

const { sectorBytes, sectors, fatSectors, rootEntries } = FLOPPY;
const ROOT_SECTOR = 1 + 2 * fatSectors;
const DATA_SECTOR = ROOT_SECTOR + (rootEntries * 32) / sectorBytes;
/** The first two numbers are taken by the format. */
const FIRST_CLUSTER = 2;
const LAST_OF_FILE = 0xfff;

/**
 * Makes the image of a 1.44 MB floppy disk (FAT12) with the files in its root, under their long names. As a disk it can
 * be read as well.
 * @throws RangeError when they do not fit
 */
export function buildFloppy(label: string, files: readonly MediumFile[], date = new Date()): Uint8Array {
  const image = Buffer.alloc(sectors * sectorBytes);
  bootSector(label).copy(image);
  const fat = Buffer.alloc(fatSectors * sectorBytes);
  setCluster(fat, 0, 0xff0);
  setCluster(fat, 1, LAST_OF_FILE);
  const entries = [shortEntry(labelName(label), { volume: true, cluster: 0, bytes: 0, date })];
  const taken = new Set<string>();
  let cluster = FIRST_CLUSTER;
  for (const { name, bytes } of files) {
    const count = Math.ceil(bytes.length / sectorBytes);
    const first = count === 0 ? 0 : cluster;
    if (DATA_SECTOR + cluster - FIRST_CLUSTER + count > sectors) {
      throw new RangeError(`${name} does not fit on a floppy disk.`);
    }
    for (let n = 0; n < count; n += 1) {
      setCluster(fat, cluster + n, n === count - 1 ? LAST_OF_FILE : cluster + n + 1);
    }
    image.set(bytes, (DATA_SECTOR + cluster - FIRST_CLUSTER) * sectorBytes);
    cluster += count;
    const short = shortName(name, taken);
    entries.push(
      ...longEntries(name, short),
      shortEntry(short, { volume: false, cluster: first, bytes: bytes.length, date }),
    );
  }
  if (entries.length > rootEntries) throw new RangeError('There are too many files for a floppy disk.');
  Buffer.concat(entries).copy(image, ROOT_SECTOR * sectorBytes);
  fat.copy(image, sectorBytes);
  fat.copy(image, (1 + fatSectors) * sectorBytes);
  return image;
}

function labelName(label: string): Buffer {
  return Buffer.from(
    label
      .toUpperCase()
      .replace(/[^A-Z0-9_ -]/g, '_')
      .padEnd(11, ' ')
      .slice(0, 11),
    'latin1',
  );
}

/** The BIOS parameter block of a 3.5" HD floppy disk (Microsoft, "FAT: General Overview of On-Disk Format"). */
function bootSector(label: string): Buffer {
  const out = Buffer.alloc(sectorBytes);
  Buffer.from([0xeb, 0x3c, 0x90]).copy(out);
  out.write('VIRTDECK', 3, 'latin1');
  out.writeUInt16LE(sectorBytes, 11);
  out[13] = 1;
  out.writeUInt16LE(1, 14);
  out[16] = 2;
  out.writeUInt16LE(rootEntries, 17);
  out.writeUInt16LE(sectors, 19);
  out[21] = 0xf0;
  out.writeUInt16LE(fatSectors, 22);
  out.writeUInt16LE(18, 24);
  out.writeUInt16LE(2, 26);
  out[38] = 0x29;
  out.writeUInt32LE(Date.now() >>> 0, 39);
  labelName(label).copy(out, 43);
  out.write('FAT12   ', 54, 'latin1');
  // Not to be booted: it says so by stopping.
  Buffer.from([0xf4, 0xeb, 0xfd]).copy(out, 62);
  out.writeUInt16LE(0xaa55, 510);
  return out;
}

/** Twelve bits each, two in three bytes. */
function setCluster(fat: Buffer, cluster: number, value: number): void {
  const at = cluster + (cluster >> 1);
  const word = fat.readUInt16LE(at);
  fat.writeUInt16LE(cluster % 2 === 0 ? (word & 0xf000) | value : (word & 0x000f) | (value << 4), at);
}
