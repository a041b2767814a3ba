/** Types of the values in Linux's keyboard maps (include/uapi/linux/keyboard.h), in their upper byte. */
const LATIN = 0x0000;
const SPECIAL = 0x0200;
const SHIFT = 0x0700;
const LETTER = 0x0b00;
const DEAD = 0x0d00;
/** Characters beyond ASCII go into a map in this disguise. */
const UNICODE = 0xf000;

/** The rows of a German keyboard with dead keys, by the kernel's number of their first key. */
const ROWS: readonly (readonly [first: number, plain: string, shifted: string])[] = [
  [2, '1234567890ß´', '!"§$%&/()=?`'],
  [16, 'qwertzuiopü+', 'QWERTZUIOPÜ*'],
  [30, 'asdfghjklöä', 'ASDFGHJKLÖÄ'],
  [41, '^', '°'],
  [43, '#yxcvbnm,.-', "'YXCVBNM;:_"],
  [86, '<', '>'],
];
const ALT_GR: Readonly<Record<number, string>> = {
  3: '²',
  4: '³',
  8: '{',
  9: '[',
  10: ']',
  11: '}',
  12: '\\',
  16: '@',
  18: '€',
  27: '~',
  50: 'µ',
  86: '|',
};
const DEAD_KEYS = ['^', '´', '`'];
const KEYS = 128;

/** A German keyboard as `loadkmap` reads it: the maps without modifiers, with Shift, with AltGr, and with both. */
export function germanKeymap(): Buffer {
  const maps = [new Uint16Array(KEYS), new Uint16Array(KEYS), new Uint16Array(KEYS), new Uint16Array(KEYS)];
  const [plain, shifted, altGr] = maps;
  for (const map of maps) {
    map.fill(SPECIAL);
    for (const [key, value] of [
      [15, LATIN + 0x09],
      [28, SPECIAL + 1],
      [42, SHIFT],
      [54, SHIFT],
      [57, LATIN + 0x20],
      [100, SHIFT + 1],
    ] as const)
      map[key] = value;
  }
  for (const [first, low, high] of ROWS) {
    for (const [at, character] of [...low].entries()) plain?.set([keyValue(character)], first + at);
    for (const [at, character] of [...high].entries()) shifted?.set([keyValue(character)], first + at);
  }
  for (const [key, character] of Object.entries(ALT_GR)) altGr?.set([keyValue(character)], Number(key));
  const flags = new Uint8Array(256);
  flags.fill(1, 0, maps.length);
  return Buffer.concat([Buffer.from('bkeymap'), flags, ...maps.map((map) => Buffer.from(map.buffer))]);
}

function keyValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (DEAD_KEYS.includes(character)) return DEAD + code;
  if (code > 0x7e) return code ^ UNICODE;
  return (/[a-z]/i.test(character) ? LETTER : LATIN) + code;
}
