import { hasControls } from './controls.ts';
import { bothEndian16, bothEndian32, isoDate, isoText, SECTOR, volumeDate } from './isoFields.ts';
import { jolietName, primaryName, rockRidge, rockRidgeRoot } from './isoNames.ts';

/** A file in the root folder of a medium. */
export interface MediumFile {
  /** As the guest is to see it; 64 characters at most, without slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface IsoOptions {
  /** 16 characters at most. */
  readonly volumeId: string;
  readonly files: readonly MediumFile[];
  readonly date?: Date;
}

/** Where things are, in sectors. The first 16 belong to the system, which there is none of. */
const PRIMARY = 16;
const JOLIET = 17;
const TERMINATOR = 18;
const PATH_TABLES = { primaryL: 19, primaryM: 20, jolietL: 21, jolietM: 22 } as const;
const FIRST_FREE = 23;
/** A path table with the root only: ECMA-119, 9.4. */
const PATH_TABLE_BYTES = 10;

/** A file with where its bytes begin, in sectors. */
interface Placed extends MediumFile {
  readonly sector: number;
}

/** One of the two descriptions of the same files. */
interface Tree {
  readonly joliet: boolean;
  readonly sector: number;
  readonly bytes: Buffer;
}

/**
 * Makes an ISO 9660 image with the files in its root (ECMA-119), under their own names for Linux (Rock Ridge) and
 * Windows (Joliet).
 * @throws RangeError for names and volume ids that it cannot have
 */
export function buildIso({ volumeId, files, date = new Date() }: IsoOptions): Uint8Array {
  check(volumeId, files);
  // Sizes of folders do not depend on where files are.
  const sizes = [false, true].map((joliet) => folder(joliet, 0, place(files, 0), date).length);
  const [primarySize = 0, jolietSize = 0] = sizes;
  const jolietStart = FIRST_FREE + primarySize / SECTOR;
  const placed = place(files, jolietStart + jolietSize / SECTOR);
  const trees = [
    { joliet: false, sector: FIRST_FREE, bytes: folder(false, FIRST_FREE, placed, date) },
    { joliet: true, sector: jolietStart, bytes: folder(true, jolietStart, placed, date) },
  ] as const;
  const last = placed.at(-1);
  const end = last ? last.sector + sectors(last.bytes.length) : jolietStart + jolietSize / SECTOR;
  const image = Buffer.alloc(end * SECTOR);
  descriptor(trees[0], volumeId, end, date).copy(image, PRIMARY * SECTOR);
  descriptor(trees[1], volumeId, end, date).copy(image, JOLIET * SECTOR);
  Buffer.from('\xffCD001\x01', 'latin1').copy(image, TERMINATOR * SECTOR);
  for (const tree of trees) {
    pathTables(image, tree);
    tree.bytes.copy(image, tree.sector * SECTOR);
  }
  for (const { sector, bytes } of placed) image.set(bytes, sector * SECTOR);
  return image;
}

function check(volumeId: string, files: readonly MediumFile[]): void {
  if (!/^[\x20-\x7e]{1,16}$/.test(volumeId)) throw new RangeError(`${volumeId} is no volume id.`);
  const names = new Set(files.map((file) => file.name));
  if (names.size < files.length) throw new RangeError('Two files have the same name.');
  for (const { name } of files) {
    const wrong =
      name === '' ||
      name.length > 64 ||
      ['.', '..'].includes(name) ||
      name.includes('/') ||
      hasControls(name);
    if (wrong) throw new RangeError(`${JSON.stringify(name)} is no name of a file.`);
  }
}

function sectors(bytes: number): number {
  return Math.ceil(bytes / SECTOR);
}

function place(files: readonly MediumFile[], first: number): Placed[] {
  let sector = first;
  return files.map((file) => {
    const placed = { ...file, sector };
    sector += sectors(file.bytes.length);
    return placed;
  });
}

/** The root folder: itself twice, as its parent too, and the files in order; a record lies in one sector. */
function folder(joliet: boolean, sector: number, files: readonly Placed[], date: Date): Buffer {
  const records = files.map((file) => ({
    key: joliet ? jolietName(file.name) : Buffer.from(primaryName(file.name, files), 'latin1'),
    file,
  }));
  records.sort((a, b) => Buffer.compare(a.key, b.key));
  const build = (bytes: number): Buffer[] => [
    record(Buffer.from([0]), { sector, bytes, folder: true }, date, joliet ? null : rockRidgeRoot()),
    record(Buffer.from([1]), { sector, bytes, folder: true }, date, joliet ? null : rockRidge('', true)),
    ...records.map(({ key, file }) =>
      record(
        key,
        { sector: file.sector, bytes: file.bytes.length, folder: false },
        date,
        joliet ? null : rockRidge(file.name, false),
      ),
    ),
  ];
  // The folder's own records hold its size: packed twice.
  return pack(build(pack(build(0)).length));
}

function pack(records: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (const one of records) {
    const room = SECTOR - (length % SECTOR);
    if (one.length > room) {
      parts.push(Buffer.alloc(room));
      length += room;
    }
    parts.push(one);
    length += one.length;
  }
  parts.push(Buffer.alloc(sectors(length) * SECTOR - length));
  return Buffer.concat(parts);
}

interface Extent {
  readonly sector: number;
  readonly bytes: number;
  readonly folder: boolean;
}

/** A directory record: ECMA-119, 9.1. */
function record(name: Buffer, { sector, bytes, folder }: Extent, date: Date, system: Buffer | null): Buffer {
  const padded = 33 + name.length + (name.length % 2 === 0 ? 1 : 0);
  const length = padded + (system?.length ?? 0);
  const out = Buffer.alloc(length + (length % 2));
  out[0] = out.length;
  bothEndian32(out, 2, sector);
  bothEndian32(out, 10, bytes);
  isoDate(date).copy(out, 18);
  out[25] = folder ? 2 : 0;
  bothEndian16(out, 28, 1);
  out[32] = name.length;
  name.copy(out, 33);
  system?.copy(out, padded);
  return out;
}

/** The two forms of a path table (ECMA-119, 9.4); both need only the root. */
function pathTables(image: Buffer, { joliet, sector }: Tree): void {
  const [little, big] = joliet
    ? [PATH_TABLES.jolietL, PATH_TABLES.jolietM]
    : [PATH_TABLES.primaryL, PATH_TABLES.primaryM];
  image[little * SECTOR] = 1;
  image.writeUInt32LE(sector, little * SECTOR + 2);
  image.writeUInt16LE(1, little * SECTOR + 6);
  image[big * SECTOR] = 1;
  image.writeUInt32BE(sector, big * SECTOR + 2);
  image.writeUInt16BE(1, big * SECTOR + 6);
}

/** A primary or supplementary volume descriptor: ECMA-119, 8.4 and 8.5; Joliet Specification, 1995. */
function descriptor(tree: Tree, volumeId: string, end: number, date: Date): Buffer {
  const { joliet, sector, bytes } = tree;
  const out = Buffer.alloc(SECTOR);
  const text = (value: string, length: number) => isoText(value, length, joliet);
  out[0] = joliet ? 2 : 1;
  out.write('CD001\x01', 1, 'latin1');
  text('', 32).copy(out, 8);
  text(volumeId, 32).copy(out, 40);
  bothEndian32(out, 80, end);
  // UCS-2, level 3.
  if (joliet) out.write('%/E', 88, 'latin1');
  bothEndian16(out, 120, 1);
  bothEndian16(out, 124, 1);
  bothEndian16(out, 128, SECTOR);
  bothEndian32(out, 132, PATH_TABLE_BYTES);
  out.writeUInt32LE(joliet ? PATH_TABLES.jolietL : PATH_TABLES.primaryL, 140);
  out.writeUInt32BE(joliet ? PATH_TABLES.jolietM : PATH_TABLES.primaryM, 148);
  record(Buffer.from([0]), { sector, bytes: bytes.length, folder: true }, date, null).copy(out, 156);
  for (const at of [190, 318, 446]) text('', 128).copy(out, at);
  text('VIRTDECK', 128).copy(out, 574);
  for (const at of [702, 739, 776]) text('', 37).copy(out, at);
  volumeDate(date).copy(out, 813);
  volumeDate(date).copy(out, 830);
  volumeDate(null).copy(out, 847);
  volumeDate(null).copy(out, 864);
  out[881] = 1;
  return out;
}
