import { createHash, randomBytes } from 'node:crypto';

/** Characters of crypt(3), in its order. */
const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SALT_LENGTH = 16;
/** What crypt(3) does unless told otherwise; it is not written down then. */
const ROUNDS = 5000;
const DIGEST = 64;

/** A salt of 16 characters. */
export function newSalt(): string {
  return Array.from(randomBytes(SALT_LENGTH), (byte) => ALPHABET[byte & 63]).join('');
}

/**
 * A password as /etc/shadow has it: SHA-512 crypt, "$6$salt$hash" (Ulrich Drepper, "Unix crypt using SHA-256 and
 * SHA-512", the numbers of whose steps stand here). Computed here, so that the password goes into no other program.
 * @param salt at most 16 characters of crypt(3)'s alphabet
 */
export function hashPassword(password: string, salt: string = newSalt()): string {
  if (!/^[./0-9A-Za-z]{1,16}$/.test(salt)) throw new RangeError('This is no salt.');
  const key = Buffer.from(password, 'utf8');
  const grain = Buffer.from(salt, 'latin1');
  const first = firstDigest(key, grain);
  // 13 to 16
  const p = repeat(sha512(...Array.from({ length: key.length }, () => key)), key.length);
  // 17 to 20
  const s = repeat(sha512(...Array.from({ length: 16 + (first[0] ?? 0) }, () => grain)), grain.length);
  let digest = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    // 21
    const odd = round % 2 === 1;
    const middle = Buffer.concat([round % 3 === 0 ? EMPTY : s, round % 7 === 0 ? EMPTY : p]);
    digest = sha512(odd ? p : digest, middle, odd ? digest : p);
  }
  return `$6$${salt}$${encode(digest)}`;
}

const EMPTY = Buffer.alloc(0);

function sha512(...parts: readonly Buffer[]): Buffer {
  return createHash('sha512').update(Buffer.concat(parts)).digest();
}

/** Steps 1 to 12. */
function firstDigest(key: Buffer, salt: Buffer): Buffer {
  const b = sha512(key, salt, key);
  const parts = [key, salt, repeat(b, key.length)];
  for (let bits = key.length; bits > 0; bits >>>= 1) parts.push(bits & 1 ? b : key);
  return sha512(...parts);
}

/** A digest as often as it takes to fill so many bytes. */
function repeat(digest: Buffer, length: number): Buffer {
  return Buffer.alloc(length, digest);
}

/** Step 22: three bytes of the digest from three places become four characters, the least of their bits first. */
function encode(digest: Buffer): string {
  let out = '';
  for (let n = 0; n < 21; n += 1) {
    const places = [n, n + 21, n + 42];
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((at) => digest[places[(at + n) % 3] ?? 0] ?? 0);
    out += characters((a << 16) | (b << 8) | c, 4);
  }
  return out + characters(digest[DIGEST - 1] ?? 0, 2);
}

function characters(bits: number, count: number): string {
  return Array.from({ length: count }, (_, at) => ALPHABET[(bits >>> (6 * at)) & 63]).join('');
}
