import { deflateRawSync, constants as zlib } from 'node:zlib';

/** Numbers of encodings (RFC 6143 and IANA's registry of RFB). */
export const Encoding = {
  raw: 0,
  copyRect: 1,
  rre: 2,
  hextile: 5,
  zlib: 6,
  tight: 7,
  zrle: 16,
  jpeg: 21,
  desktopSize: -223,
  lastRect: -224,
  cursor: -239,
  tightPng: -260,
  led: -261,
  desktopName: -307,
  extendedDesktopSize: -308,
  vmwareCursor: 0x574d5664,
} as const;

export type Colour = readonly [red: number, green: number, blue: number];

/** One of the client's decompressors, each of which lives as long as the connection. */
export type Stream = 'zlib' | 'zrle' | 'tight0' | 'tight1' | 'tight2' | 'tight3';

/** What follows a rectangle's header. `started` holds the streams that the client has begun to unpack. */
export type Body = (started: Set<Stream>) => Buffer;

const ZLIB_HEADER = Uint8Array.of(0x78, 0x01);

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

/** Blocks that refer to nothing before them, so that they can be sent in any order, again and again. */
function packed(stream: Stream, data: Uint8Array, before: (length: number) => Uint8Array): Body {
  const blocks = deflateRawSync(data, { finishFlush: zlib.Z_SYNC_FLUSH });
  return (started) => {
    const bytes = started.has(stream) ? blocks : Buffer.concat([ZLIB_HEADER, blocks]);
    started.add(stream);
    return Buffer.concat([before(bytes.length), bytes]);
  };
}

/** A length in Tight's form: seven bits a byte. */
function compact(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  if (length < 0x4000) return Uint8Array.of((length & 0x7f) | 0x80, length >> 7);
  return Uint8Array.of((length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14);
}

const fixed =
  (...parts: readonly Uint8Array[]): Body =>
  () =>
    Buffer.concat(parts);

export const empty = fixed();

export function raw(pixels: Buffer): Body {
  return fixed(pixels);
}

export function copyRect(x: number, y: number): Body {
  return fixed(u16(x), u16(y));
}

/** A background with squares of eight pixels on it. */
export function rre(background: Colour, squares: readonly Colour[]): Body {
  const parts = squares.map((colour, i) =>
    Buffer.concat([Uint8Array.of(...colour, 0), u16(i * 8), u16(i * 4), u16(8), u16(8)]),
  );
  return fixed(u32(squares.length), Uint8Array.of(...background, 0), ...parts);
}

/** Tiles with a background and a square of its own colour. */
export function hextile(tiles: readonly (readonly [Colour, Colour])[]): Body {
  const BACKGROUND_AND_COLOURED = 0x02 | 0x08 | 0x10;
  const parts = tiles.map(([background, square]) =>
    Uint8Array.of(BACKGROUND_AND_COLOURED, ...background, 0, 1, ...square, 0, 0x22, 0x77),
  );
  return fixed(...parts);
}

export function zlibPixels(pixels: Buffer): Body {
  return packed('zlib', pixels, u32);
}

/** @param tiles of 64 pixels each side, as ZRLE writes them */
export function zrle(tiles: readonly Uint8Array[]): Body {
  return packed('zrle', Buffer.concat(tiles), u32);
}

export function tightFill(colour: Colour): Body {
  return fixed(Uint8Array.of(0x80, ...colour));
}

/** @param rgb three bytes a pixel */
export function tightCopy(rgb: Buffer): Body {
  return packed('tight0', rgb, (length) => Buffer.concat([Uint8Array.of(0x00), compact(length)]));
}

/** @param indices a byte a pixel; or, with two colours, a bit */
export function tightPalette(palette: readonly Colour[], indices: Buffer): Body {
  const two = palette.length === 2;
  const head = Uint8Array.of(two ? 0x50 : 0x60, 1, palette.length - 1, ...palette.flat());
  return packed(two ? 'tight1' : 'tight2', indices, (length) => Buffer.concat([head, compact(length)]));
}

/** @param differences three bytes a pixel: what each differs from the prediction */
export function tightGradient(differences: Buffer): Body {
  return packed('tight3', differences, (length) => Buffer.concat([Uint8Array.of(0x70, 2), compact(length)]));
}

export function tightPicture(kind: 'jpeg' | 'png', file: Buffer): Body {
  return fixed(Uint8Array.of(kind === 'jpeg' ? 0x90 : 0xa0), compact(file.length), file);
}

export function jpeg(file: Buffer): Body {
  return fixed(file);
}
