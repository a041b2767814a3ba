interface Known {
  /** The name as it stands in memory, in words of four bytes, the last one cut at its NUL. */
  readonly words: readonly number[];
  readonly value: number;
}

/** Lengths of VIR_TYPED_PARAM_FIELD_LENGTH in words. */
const MAX_WORDS = 20;

/** Whether one of the four bytes of a word is 0 (Mycroft's test). */
const hasNul = (word: number): boolean => ((word - 0x01010101) & ~word & 0x80808080) !== 0;

/** A last word without what stands behind the NUL. Little endian. */
function cut(word: number): number {
  if ((word & 0xff) === 0) return 0;
  if ((word & 0xff00) === 0) return word & 0xff;
  if ((word & 0xff0000) === 0) return word & 0xffff;
  return word & 0xffffff;
}

/**
 * Looks up a number by the name of a typed parameter without making a string of it: a statistics tick of a
 * thousand domains has tens of thousands of names, of which a few dozen are different.
 */
export class ParameterNames {
  readonly #buckets = new Map<number, Known[]>();
  readonly #numberOf: (name: string) => number;

  /** @param numberOf asked once for each name that is met */
  constructor(numberOf: (name: string) => number) {
    this.#numberOf = numberOf;
  }

  /**
   * @param words the memory as 32-bit words, little endian
   * @param start index of the word at which the name begins
   */
  find(words: Int32Array, start: number): number {
    let hash = 0;
    let length = 0;
    while (length < MAX_WORDS) {
      const raw = words[start + length] ?? 0;
      const last = hasNul(raw);
      hash = (Math.imul(hash, 0x9e3779b1) + (last ? cut(raw) : raw)) | 0;
      length += 1;
      if (last) break;
    }
    const bucket = this.#buckets.get(hash);
    if (bucket) for (const known of bucket) if (isSame(known, words, start, length)) return known.value;
    return this.#learn(words, start, length, hash);
  }

  #learn(words: Int32Array, start: number, length: number, hash: number): number {
    const own = Int32Array.from(words.subarray(start, start + length));
    const last = own[length - 1] ?? 0;
    if (hasNul(last)) own[length - 1] = cut(last);
    const name = Buffer.from(own.buffer).toString('latin1').replace(/\0+$/, '');
    const known = { words: [...own], value: this.#numberOf(name) };
    const bucket = this.#buckets.get(hash);
    if (bucket) bucket.push(known);
    else this.#buckets.set(hash, [known]);
    return known.value;
  }
}

function isSame(known: Known, words: Int32Array, start: number, length: number): boolean {
  if (known.words.length !== length) return false;
  for (let index = 0; index < length; index++) {
    const raw = words[start + index] ?? 0;
    if (known.words[index] !== (index === length - 1 && hasNul(raw) ? cut(raw) : raw)) return false;
  }
  return true;
}
