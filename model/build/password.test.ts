import { describe, expect, it } from 'vitest';
import { newPassword } from './password.ts';

/** Each byte in its turn. */
function counter(step: number): () => number {
  let byte = 0;
  return () => {
    byte = (byte + step) & 0xff;
    return byte;
  };
}

describe('a new password', () => {
  it('can be read and typed', () => {
    const words = Array.from({ length: 50 }, () => newPassword(counter(37)));
    for (const word of words) expect(word).toMatch(/^([a-x2-9]{5}-){3}[a-x2-9]{5}$/i);
    for (const word of words) expect(word).not.toMatch(/[01lOIyYzZ]/);
  });

  it('has each character as often as every other', () => {
    const byte = counter(1);
    const counts = new Map<string, number>();
    const all = Array.from({ length: 540 }, () => newPassword(byte));
    for (const char of all.join('').replaceAll('-', '')) counts.set(char, (counts.get(char) ?? 0) + 1);
    expect(counts.size).toBe(53);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
  });
});
