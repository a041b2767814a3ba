const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

interface Known {
  words: readonly [number, number, number, number];
  text: string;
}

/** Turns UUIDs into text, once for each as long as domains come in the same order. */
export class UuidTable {
  readonly bytes = new Uint8Array(16);
  readonly #words = new Int32Array(this.bytes.buffer);
  readonly #known: Known[] = [];

  /** The UUID that is in `bytes`. @param index of the domain in the list */
  textFor(index: number): string {
    const [a = 0, b = 0, c = 0, d = 0] = this.#words;
    const known = this.#known[index];
    if (known?.words[0] === a && known.words[1] === b && known.words[2] === c && known.words[3] === d) {
      return known.text;
    }
    const text = uuidText(this.bytes);
    this.#known[index] = { words: [a, b, c, d], text };
    return text;
  }

  /** Forgets what is beyond a list of this length. */
  trim(length: number): void {
    if (this.#known.length > length) this.#known.length = length;
  }
}

/** 16 bytes as libvirt writes them. */
export function uuidText(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < 16; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-';
    text += hex[bytes[index] ?? 0];
  }
  return text;
}
