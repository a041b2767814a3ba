import * as form from './encodings.ts';
import { type Body, type Colour, Encoding } from './encodings.ts';

/** Pictures of 160 × 120 pixels, made by a browser. */
export interface Pictures {
  readonly jpeg: readonly string[];
  readonly png: readonly string[];
}

export const PICTURE = { width: 160, height: 120 };

/** A part of a picture, without its place. */
export interface Part {
  readonly encoding: number;
  readonly width: number;
  readonly height: number;
  readonly body: Body;
}

/** Numbers that are the same in every run. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SIDE = 64;

/** One round of what a display shows: pictures and plain areas in every encoding that noVNC asks for. */
export function makeParts(pictures: Pictures): Part[] {
  const next = randomNumbers(7);
  const colour = (): Colour => [next(256), next(256), next(256)];
  const bytes = (count: number, below: number) =>
    Buffer.from(Array.from({ length: count }, () => next(below)));
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const square = (encoding: number, body: Body): Part => ({ encoding, width: SIDE, height: SIDE, body });
  const picture = (encoding: number, body: Body): Part => ({ encoding, ...PICTURE, body });
  const files = (of: readonly string[]) => of.map((text) => Buffer.from(text, 'base64'));
  const [jpegs, pngs] = [files(pictures.jpeg), files(pictures.png)];
  const area = SIDE * SIDE;
  const parts = [
    ...jpegs.map((file) => picture(Encoding.tight, form.tightPicture('jpeg', file))),
    ...jpegs.map((file) => picture(Encoding.jpeg, form.jpeg(file))),
    ...pngs.map((file) => picture(Encoding.tightPng, form.tightPicture('png', file))),
    ...many(6, () => square(Encoding.tight, form.tightFill(colour()))),
    ...many(5, () => square(Encoding.tight, form.tightCopy(bytes(area * 3, 64)))),
    ...many(3, () => square(Encoding.tight, form.tightPalette(many(16, colour), bytes(area, 16)))),
    ...many(3, () => square(Encoding.tight, form.tightPalette([colour(), colour()], bytes(area / 8, 256)))),
    ...many(3, () => square(Encoding.tight, form.tightGradient(bytes(area * 3, 4)))),
    ...many(3, () => square(Encoding.zrle, form.zrle([Uint8Array.of(1, ...colour())]))),
    ...many(3, () =>
      square(Encoding.zrle, form.zrle([Buffer.concat([Uint8Array.of(0), bytes(area * 3, 64)])])),
    ),
    ...many(3, () => square(Encoding.hextile, form.hextile(many(16, () => [colour(), colour()])))),
    ...many(3, () => square(Encoding.rre, form.rre(colour(), many(7, colour)))),
    ...many(3, () => square(Encoding.zlib, form.zlibPixels(bytes(area * 4, 64)))),
    ...many(2, () => square(Encoding.raw, form.raw(bytes(area * 4, 256)))),
    ...many(4, () => square(Encoding.copyRect, form.copyRect(next(400), next(200)))),
  ];
  // Neighbours are of different kinds, as they come from a real desktop.
  return parts
    .map((part) => ({ part, at: next(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ part }) => part);
}

/** A pointer's shape, in either of the two forms. */
export function makeCursor(kind: 'classic' | 'alpha', side: number, shade: number): Part {
  const size = { width: side, height: side };
  const pixels = Buffer.alloc(side * side * 4, shade);
  if (kind === 'alpha')
    return {
      encoding: Encoding.vmwareCursor,
      ...size,
      body: () => Buffer.concat([Uint8Array.of(1, 0), pixels]),
    };
  const mask = Buffer.alloc(Math.ceil(side / 8) * side, 0xff);
  return { encoding: Encoding.cursor, ...size, body: () => Buffer.concat([pixels, mask]) };
}
