/** What a client says, as far as the server acts on it. */
export interface ClientListener {
  /** It has seen everything up to this number. */
  fence(number: number): void;
  /** It takes pictures without asking for each. */
  continuous(): void;
  encodings(list: readonly number[]): void;
  /** It wants the text that was announced. */
  clipboard(): void;
}

/** The action of the extended clipboard that asks for what the server has, in the first byte of the flags. */
const REQUEST = 1 << 1;

/** Reads a client's messages (RFC 6143, 7.5, and extensions) from pieces of any size. */
export class ClientMessages {
  readonly #listener: ClientListener;
  #waiting = Buffer.alloc(0);

  constructor(listener: ClientListener) {
    this.#listener = listener;
  }

  push(bytes: Buffer): void {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    for (let length = this.#length(); length !== null; length = this.#length()) {
      this.#obey(this.#waiting.subarray(0, length));
      this.#waiting = this.#waiting.subarray(length);
    }
  }

  /** Bytes of the first message; null: it is not all there. */
  #length(): number | null {
    const waiting = this.#waiting;
    if (waiting.length === 0) return null;
    const wants = this.#wants(waiting);
    return wants !== null && waiting.length >= wants ? wants : null;
  }

  #wants(waiting: Buffer): number | null {
    const from = (at: number, of: () => number) => (waiting.length >= at ? of() : null);
    switch (waiting[0]) {
      case 0:
        return 20;
      case 2:
        return from(4, () => 4 + 4 * waiting.readUInt16BE(2));
      case 3:
      case 150:
        return 10;
      case 4:
        return 8;
      case 5:
        return 6;
      case 6:
        return from(8, () => 8 + Math.abs(waiting.readInt32BE(4)));
      case 248:
        return from(9, () => 9 + waiting.readUInt8(8));
      case 251:
        return from(8, () => 8 + 16 * waiting.readUInt8(6));
      case 255:
        return 12;
      default:
        throw new Error(`the client sent message ${String(waiting[0])}, which this server does not know`);
    }
  }

  #obey(message: Buffer): void {
    switch (message[0]) {
      case 2: {
        const count = message.readUInt16BE(2);
        this.#listener.encodings(Array.from({ length: count }, (_, i) => message.readInt32BE(4 + 4 * i)));
        return;
      }
      case 6:
        // Its own abilities name the action too, among others.
        if (message.readInt32BE(4) < 0 && message.readUInt8(8) === REQUEST) this.#listener.clipboard();
        return;
      case 150:
        this.#listener.continuous();
        return;
      case 248:
        this.#listener.fence(message.readUInt32BE(9));
    }
  }
}
