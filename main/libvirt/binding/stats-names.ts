/** A parameter name that has been seen. */
export interface InternedName {
  readonly id: number;
  readonly text: string;
  /** The name as 32-bit words, the last one with its NUL and without what is behind it. */
  readonly words: Int32Array;
  /** Which bytes of the last word belong to the name and its NUL. */
  readonly lastMask: number;
  /** What came after it last time: most likely what comes after it now. */
  next: InternedName | null;
}

const lowBytes = new TextDecoder('latin1');

/**
 * Turns the names in libvirt's parameters into objects without making a string of each: names come in the same
 * order for every domain and at every tick, so the one expected is compared word by word.
 */
export class NameTable {
  readonly #byText = new Map<string, InternedName>();
  readonly #start: InternedName = { id: -1, text: '', words: new Int32Array(0), lastMask: 0, next: null };

  get size(): number {
    return this.#byText.size;
  }

  /** What comes before the first name of a domain. */
  get start(): InternedName {
    return this.#start;
  }

  /**
   * The name at a position.
   * @param after the name before it
   * @param words the memory of the parameters
   * @param index of the first word of the name
   * @param length of the field in bytes
   */
  at(after: InternedName, words: Int32Array, index: number, length: number): InternedName {
    const expected = after.next;
    if (expected !== null && isAt(expected, words, index)) return expected;
    const found = this.#intern(words, index, length);
    after.next = found;
    return found;
  }

  #intern(words: Int32Array, index: number, length: number): InternedName {
    const bytes = new Uint8Array(words.buffer, words.byteOffset + index * 4, length);
    const nul = bytes.indexOf(0);
    const end = nul < 0 ? length : nul;
    const text = lowBytes.decode(bytes.subarray(0, end));
    const known = this.#byText.get(text);
    if (known) return known;
    const count = Math.min((end >> 2) + 1, length >> 2);
    const copy = words.slice(index, index + count);
    const lastMask = nul < 0 ? -1 : -1 >>> (8 * (3 - (end & 3)));
    copy[count - 1] = (copy[count - 1] ?? 0) & lastMask;
    const name: InternedName = { id: this.#byText.size, text, words: copy, lastMask, next: null };
    this.#byText.set(text, name);
    return name;
  }
}

function isAt(name: InternedName, words: Int32Array, index: number): boolean {
  const last = name.words.length - 1;
  for (let n = 0; n < last; n++) if (words[index + n] !== name.words[n]) return false;
  return ((words[index + last] ?? 0) & name.lastMask) === name.words[last];
}
