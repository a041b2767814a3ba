interface Range {
  least: bigint;
  most: bigint;
}

const signed = (bits: bigint): Range => ({ least: -(1n << (bits - 1n)), most: (1n << (bits - 1n)) - 1n });
const unsigned = (bits: bigint): Range => ({ least: 0n, most: (1n << bits) - 1n });

/** `long` is as wide as a pointer on every Linux. */
export function rangesFor(pointerSize: number): Readonly<Record<string, Range>> {
  const word = BigInt(pointerSize * 8);
  return {
    char: signed(8n),
    'unsigned char': unsigned(8n),
    'unsigned short': unsigned(16n),
    int: signed(32n),
    'unsigned int': unsigned(32n),
    long: signed(word),
    'unsigned long': unsigned(word),
    'long long': signed(64n),
    'unsigned long long': unsigned(64n),
    size_t: unsigned(word),
  };
}

/** Bit masks, which JavaScript's operators make negative once bit 31 is set. */
const masks = new Set(['flags', 'stats', 'types']);

/**
 * Checks a number before C sees it, where it would be cut off silently.
 * @param what names the argument in errors
 * @param name of the C argument: masks of bits may be negative
 * @throws RangeError, TypeError
 */
export function checkedInteger(value: unknown, range: Range, what: string, name = ''): number | bigint {
  if (typeof value !== 'number' && typeof value !== 'bigint') {
    throw new TypeError(`${what} must be a number; it is ${value === null ? 'null' : typeof value}`);
  }
  const integer = typeof value === 'number' && masks.has(name) && value < 0 ? value >>> 0 : value;
  const fits = typeof integer === 'bigint' || Number.isSafeInteger(integer);
  if (!fits || integer < range.least || integer > range.most) {
    throw new RangeError(`${what} must be an integer from ${range.least} to ${range.most}; it is ${value}`);
  }
  return integer;
}

/**
 * Checks text before C sees it, where it would end at a NUL.
 * @throws TypeError
 */
export function checkedText(value: unknown, nullable: boolean, what: string): string | null {
  if (value === null && nullable) return null;
  if (typeof value !== 'string') {
    throw new TypeError(`${what} must be text; it is ${value === null ? 'null' : typeof value}`);
  }
  if (value.includes('\0')) throw new TypeError(`${what} contains a NUL character`);
  return value;
}
