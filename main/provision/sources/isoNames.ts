import { bothEndian32, ucs2 } from './isoFields.ts';

interface Named {
  readonly name: string;
}

/**
 * A name in the characters of ISO 9660, level 2: "USER_DATA.;1". Among the files given it is the only one of its kind.
 */
export function primaryName(name: string, all: readonly Named[]): string {
  const plain = simple(name);
  const same = all.map((other) => other.name).filter((other) => simple(other) === plain);
  const place = same.indexOf(name);
  if (place <= 0) return `${plain};1`;
  const [stem = '', extension = ''] = plain.split('.');
  const mark = `_${place}`;
  return `${stem.slice(0, 25 - extension.length - mark.length)}${mark}.${extension};1`;
}

/** At most 25 characters and the dot, so that marks fit. */
function simple(name: string): string {
  const upper = name.toUpperCase().replace(/[^A-Z0-9_.]/g, '_');
  const dot = upper.lastIndexOf('.');
  const extension = dot > 0 ? upper.slice(dot + 1).slice(0, 3) : '';
  const stem = (dot > 0 ? upper.slice(0, dot) : upper).replaceAll('.', '_');
  return `${stem.slice(0, 25 - extension.length)}.${extension}`;
}

/** A name for Joliet; some characters are forbidden there. */
export function jolietName(name: string): Buffer {
  return ucs2(name.replace(/[*/:;?\\]/g, '_'));
}

const FILE_MODE = 0o100444;
const FOLDER_MODE = 0o040555;

/** System use fields of a file (Rock Ridge Interchange Protocol 1.09: PX and NM); without a name for the parent. */
export function rockRidge(name: string, folder: boolean): Buffer {
  return Buffer.concat([posix(folder), ...(name === '' ? [] : [alternateName(name)])]);
}

/** The root says that such fields are there (System Use Sharing Protocol: SP and ER). */
export function rockRidgeRoot(): Buffer {
  const sharing = Buffer.from([0x53, 0x50, 7, 1, 0xbe, 0xef, 0]);
  const id = Buffer.from('RRIP_1991A', 'latin1');
  const extension = Buffer.from([0x45, 0x52, 8 + id.length, 1, id.length, 0, 0, 1]);
  return Buffer.concat([sharing, posix(true), extension, id]);
}

function posix(folder: boolean): Buffer {
  const out = Buffer.alloc(36);
  out.write('PX', 'latin1');
  out[2] = out.length;
  out[3] = 1;
  bothEndian32(out, 4, folder ? FOLDER_MODE : FILE_MODE);
  bothEndian32(out, 12, folder ? 2 : 1);
  return out;
}

function alternateName(name: string): Buffer {
  const bytes = Buffer.from(name, 'utf8');
  if (bytes.length > 128) throw new RangeError(`${name} is too long.`);
  return Buffer.concat([Buffer.from([0x4e, 0x4d, 5 + bytes.length, 1, 0]), bytes]);
}
