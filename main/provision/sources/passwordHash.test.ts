import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { hashPassword, newSalt } from './passwordHash.ts';

const byOpenssl = (password: string, salt: string) =>
  execFileSync('openssl', ['passwd', '-6', '-salt', salt, '-stdin'], {
    input: `${password}\n`,
    encoding: 'utf8',
  }).trim();

describe('a hashed password', () => {
  it('is what openssl makes of it, whatever its length and characters', () => {
    const passwords = [
      'a',
      'secret',
      'ü€𝄞 with spaces',
      'x'.repeat(63),
      'y'.repeat(64),
      'z'.repeat(65),
      'long'.repeat(60),
    ];
    for (const password of passwords) {
      for (const salt of ['a', 'saltsalt', newSalt()]) {
        expect(hashPassword(password, salt)).toBe(byOpenssl(password, salt));
      }
    }
  });

  it('has another salt each time', () => {
    const hashes = new Set(Array.from({ length: 5 }, () => hashPassword('secret')));
    expect(hashes.size).toBe(5);
    for (const hash of hashes) expect(hash).toMatch(/^\$6\$[./0-9A-Za-z]{16}\$[./0-9A-Za-z]{86}$/);
  });

  it('takes no salt that crypt(3) would not', () => {
    expect(() => hashPassword('x', 'a$b')).toThrow(RangeError);
    expect(() => hashPassword('x', '')).toThrow(RangeError);
  });
});
