import type { RandomByte } from './names.ts';

/** Without characters that are mistaken for others, and those that keyboards of other countries have elsewhere (y, z). */
const ALPHABET = 'abcdefghijkmnopqrstuvwxABCDEFGHJKLMNPQRSTUVWX23456789';
const GROUPS = 4;
const GROUP = 5;

/**
 * A password to be read from a screen and typed: four groups of five letters and digits, over 110 bits.
 * @param random must be good enough for secrets (`crypto.getRandomValues`)
 */
export function newPassword(random: RandomByte): string {
  const group = () => Array.from({ length: GROUP }, () => character(random)).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

function character(random: RandomByte): string {
  // Bytes beyond the last whole alphabet would make its first characters likelier.
  const limit = 256 - (256 % ALPHABET.length);
  for (;;) {
    const byte = random() & 0xff;
    if (byte < limit) return ALPHABET.charAt(byte % ALPHABET.length);
  }
}
