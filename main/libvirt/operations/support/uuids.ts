import { native } from '../../binding/native.ts';
import type { Domain } from '../../typed/domain.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The printed form of the UUID at `index` of an array of UUIDs, each as two words. */
export function uuidText(words: BigUint64Array, index: number): string {
  const bytes = new Uint8Array(words.buffer, words.byteOffset + index * 16, 16);
  let text = '';
  for (let at = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += '-';
    text += HEX[bytes[at] ?? 0];
  }
  return text;
}

const scratch = new BigUint64Array(2);

/** The UUID of a domain; quicker than its method, for lists of thousands. */
export function uuidOf(domain: Domain): string {
  native.virDomainGetUUID(domain.address, scratch);
  return uuidText(scratch, 0);
}
