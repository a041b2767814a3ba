/** How much the display may compress: for oneself to choose, or by how long the way is. */
export type Quality = 'auto' | 'best' | 'balanced' | 'low';

/** Any value as a quality. */
export function readQuality(value: unknown): Quality {
  return value === 'best' || value === 'balanced' || value === 'low' ? value : 'auto';
}

export const QUALITIES: readonly { readonly value: Quality; readonly label: string }[] = [
  { value: 'auto', label: 'Automatic' },
  { value: 'best', label: 'Best picture' },
  { value: 'balanced', label: 'Balanced' },
  { value: 'low', label: 'Least data' },
];

/** RFB's levels, 0 to 9: of pictures that lose something, and of the work put into making them small. */
export interface Levels {
  readonly quality: number;
  readonly compression: number;
}

const LEVELS: Readonly<Record<Exclude<Quality, 'auto'>, Levels>> = {
  best: { quality: 9, compression: 1 },
  balanced: { quality: 7, compression: 4 },
  low: { quality: 3, compression: 8 },
};

/** Ways longer than this, in ms there and back, are seldom fast; and those even longer never. */
const FAR = 8;
const VERY_FAR = 120;

/** The levels for a way of that length. */
export function levelsOf(quality: Quality, roundTripMs: number): Levels {
  if (quality !== 'auto') return LEVELS[quality];
  if (roundTripMs <= FAR) return LEVELS.best;
  return roundTripMs <= VERY_FAR ? LEVELS.balanced : LEVELS.low;
}
