import { createCipheriv } from 'node:crypto';

/**
 * The answer to a challenge of 16 bytes (RFC 6143, 7.2.2): it is encrypted with DES under the password's first eight
 * bytes, the bits of each in reverse.
 */
export function answerChallenge(challenge: Buffer, password: string): Buffer {
  const key = Buffer.alloc(8);
  Buffer.from(password, 'utf8').copy(key, 0, 0, 8);
  const reversed = key.map(reverseBits);
  // OpenSSL 3 has single DES only among what is switched off; three times with the same key is the same.
  const cipher = createCipheriv('des-ede3-ecb', Buffer.concat([reversed, reversed, reversed]), null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(challenge), cipher.final()]);
}

function reverseBits(byte: number): number {
  let out = 0;
  for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) out |= 0x80 >> bit;
  return out;
}
