import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlainText } from './plainText.ts';

function plain(...chunks: (string | Uint8Array)[]): string {
  const filter = new PlainText();
  return Buffer.concat(
    chunks.map((chunk) => Buffer.from(filter.filter(typeof chunk === 'string' ? Buffer.from(chunk) : chunk))),
  ).toString();
}

describe('PlainText', () => {
  it.each([
    ['colours', '\x1b[1;31mred\x1b[0m', 'red'],
    ['titles', 'a\x1b]0;title\x07b\x1b]2;x\x1b\\c', 'abc'],
    ['clipboards', '\x1b]52;c;ZXZpbA==\x07ok', 'ok'],
    ['device strings', '\x1bP$q"p\x1b\\x', 'x'],
    ['character sets', '\x1b(Ba\x1b)0b', 'ab'],
    ['keypads', '\x1b=a\x1b>b\x1b7c', 'abc'],
    ['bells, carriage returns, backspaces', 'a\x07\r\n\tb\x08\x7f', 'a\n\tb'],
    ['what was cancelled', '\x1b[1\x18a\x1b]x\x1ab', 'ab'],
    ['a sequence within another', '\x1b[1\x1b[31mx', 'x'],
    ['a string that another sequence ends', '\x1b]0;t\x1b[31mx', 'x'],
  ])('leaves out %s', (_what, from, to) => {
    expect(plain(from)).toBe(to);
  });

  it('is the same however the bytes are cut', () => {
    const text = Buffer.from(
      'grüße \x1b]8;;https://example.org\x07käse\x1b]8;;\x1b\\ 😀\x1b[38;5;1m!\r\n\x1bP1\x1b\\ende',
    );
    const whole = plain(text);
    expect(whole).toBe('grüße käse 😀!\nende');
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        expect(plain(...at.slice(1).map((end, i) => text.subarray(at[i], end)))).toBe(whole);
      }),
    );
  });
});
