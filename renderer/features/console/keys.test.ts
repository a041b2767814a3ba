import { describe, expect, it } from 'vitest';
import { KEY_COMBINATIONS, keysymOf, pressKeys, screenKeys } from './keys.ts';

describe('key combinations', () => {
  it('presses in order and lets go in the opposite order', () => {
    const sent: string[] = [];
    const combination = KEY_COMBINATIONS[0]?.[0];
    pressKeys(combination?.keys ?? [], (_, code, down) => sent.push(`${down ? '+' : '-'}${code}`));
    expect(sent).toEqual(['+ControlLeft', '+AltLeft', '+Delete', '-Delete', '-AltLeft', '-ControlLeft']);
  });

  it('has what people send to guests', () => {
    const labels = KEY_COMBINATIONS.flat().map(({ label }) => label);
    const f = Array.from({ length: 12 }, (_, index) => `F${String(index + 1)}`);
    const wanted = [
      'Ctrl+Alt+Backspace',
      'Ctrl+Alt+Delete',
      'Print Screen',
      ...f.map((n) => `Ctrl+Alt+${n}`),
    ];
    expect(labels).toEqual(expect.arrayContaining(wanted));
    expect(new Set(labels).size).toBe(labels.length);
    expect(screenKeys(2).map(({ code }) => code)).toEqual(['ControlLeft', 'AltLeft', 'Digit2']);
  });

  it('knows the function keys by their X11 numbers', () => {
    const last = KEY_COMBINATIONS[2]?.at(-1);
    expect(last).toEqual({ label: 'F12', keys: [{ keysym: 0xffc9, code: 'F12' }] });
  });
});

describe('keysymOf', () => {
  it('follows X11 for Latin 1, control keys and the rest of Unicode', () => {
    expect(['a', 'ä', '\n', '\t', '€', '😀'].map(keysymOf)).toEqual([
      0x61, 0xe4, 0xff0d, 0xff09, 0x010020ac, 0x0101f600,
    ]);
  });
});
