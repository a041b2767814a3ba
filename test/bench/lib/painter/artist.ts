import type { Socket } from 'node:net';
import { deflateSync } from 'node:zlib';
import { ClientMessages } from './clientMessages.ts';
import { Encoding, empty, type Stream, tightFill, u16, u32 } from './encodings.ts';
import { makeCursor, type Part, randomNumbers } from './script.ts';

/** The client says after so many updates that it has seen them, and is at most so many behind. */
const FENCE = 50;
const BEHIND = 200;

const SIZES = [
  [1024, 768],
  [800, 600],
  [1280, 720],
  [720, 480],
] as const;
/** Everything is drawn within what all sizes have. */
const WITHIN = { width: 720, height: 480 };

/** Actions and the format of the extended clipboard. */
const TEXT = 1;
const CAPS = 0x1f000000;
const NOTIFY = 0x08000000;
const PROVIDE = 0x10000000;
const EXTENDED_CLIPBOARD = 0xc0a1e5ce | 0;

/** The colour of the whole picture after the last update of a round. */
export const LAST = [12, 200, 80] as const;

/** Draws on one client's screen, from its ClientInit on. */
export class Artist {
  readonly #socket: Socket;
  readonly #parts: readonly Part[];
  readonly #started = new Set<Stream>();
  readonly #next = randomNumbers(3);
  readonly counts = { updates: 0, bytes: 0, sizes: 0, cursors: 0, clipboards: 0, requests: 0 };
  #acknowledged = 0;
  #wake = (): void => {};
  #over: string | null = null;

  constructor(socket: Socket, parts: readonly Part[]) {
    this.#socket = socket;
    this.#parts = parts;
    const messages = new ClientMessages({
      fence: (number) => {
        this.#acknowledged = number;
        this.#wake();
      },
      continuous: () => {},
      encodings: (list) => {
        if (list.includes(EXTENDED_CLIPBOARD))
          this.#send(Buffer.concat([cutHeader(8), u32((CAPS | TEXT) >>> 0), u32(1024 * 1024)]));
      },
      clipboard: () => this.#provide(),
    });
    const end = (why: string) => {
      this.#over ??= why;
      this.#wake();
    };
    socket.on('data', (bytes: Buffer) => {
      try {
        messages.push(bytes);
      } catch (error) {
        end(String(error));
        socket.destroy();
      }
    });
    socket.on('close', () => end('the client has left'));
    socket.on('drain', () => this.#wake());
    const format = Uint8Array.of(32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 0, 8, 16, 0, 0, 0);
    this.#send(Buffer.concat([u16(SIZES[0][0]), u16(SIZES[0][1]), format, u32(7), Buffer.from('drawing')]));
    // EndOfContinuousUpdates: pictures can come without being asked for.
    this.#send(Uint8Array.of(150));
  }

  /** Why there is nobody to draw for; null: there is. */
  get over(): string | null {
    return this.#over;
  }

  /** Resolves when the client has seen so many more updates. @throws Error when it leaves before */
  async draw(updates: number): Promise<void> {
    for (let i = 0; i < updates; i++) {
      this.#update(i === updates - 1);
      if (this.counts.updates % FENCE !== 0 && i < updates - 1) continue;
      this.#send(
        Buffer.concat([
          Uint8Array.of(248, 0, 0, 0),
          u32(0x80000001),
          Uint8Array.of(4),
          u32(this.counts.updates),
        ]),
      );
      const behind = i === updates - 1 ? 0 : BEHIND;
      while (this.counts.updates - this.#acknowledged > behind || this.#socket.writableNeedDrain) {
        if (this.#over !== null) throw new Error(this.#over);
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #update(last: boolean): void {
    const count = ++this.counts.updates;
    const parts = last ? [] : [this.#part(count)];
    if (count % 40 === 0) parts.push(this.#cursor(count));
    if (count % 500 === 0) parts.unshift(...this.#resized(count));
    if (count % 700 === 0)
      parts.push(
        this.#placed(
          { encoding: Encoding.led, width: 0, height: 0, body: () => Buffer.from([count & 7]) },
          0,
          0,
        ),
      );
    if (count % 1000 === 0) parts.push(this.#name(count));
    if (last) parts.push(this.#placed({ encoding: Encoding.tight, ...WITHIN, body: tightFill(LAST) }, 0, 0));
    // LastRect says how many there were, instead of the header.
    const open = count % 9 === 0;
    if (open)
      parts.push(this.#placed({ encoding: Encoding.lastRect, width: 0, height: 0, body: empty }, 0, 0));
    this.#send(Buffer.concat([Uint8Array.of(0, 0), u16(open ? 0xffff : parts.length), ...parts]));
    if (count % 150 === 0) this.#announce(count);
    if (count % 1000 === 0) this.#send(Uint8Array.of(2));
  }

  #part(count: number): Buffer {
    const part = this.#parts[count % this.#parts.length];
    if (!part) throw new Error('there is nothing to draw');
    const x = this.#next(WITHIN.width - part.width);
    return this.#placed(part, x, this.#next(WITHIN.height - part.height));
  }

  #cursor(count: number): Buffer {
    this.counts.cursors += 1;
    const shape = makeCursor(count % 80 === 0 ? 'classic' : 'alpha', 8 + (count % 56), count % 256);
    return this.#placed(shape, 1, 1);
  }

  #resized(count: number): Buffer[] {
    this.counts.sizes += 1;
    const [width, height] = SIZES[this.counts.sizes % SIZES.length] ?? SIZES[0];
    const screen = Buffer.concat([
      Uint8Array.of(1, 0, 0, 0),
      u32(0),
      u16(0),
      u16(0),
      u16(width),
      u16(height),
      u32(0),
    ]);
    const change =
      count % 1000 === 0
        ? { encoding: Encoding.extendedDesktopSize, width, height, body: () => screen }
        : { encoding: Encoding.desktopSize, width, height, body: empty };
    const whole = { encoding: Encoding.tight, width, height, body: tightFill([count % 256, 40, 90]) };
    return [this.#placed(change, 0, 0), this.#placed(whole, 0, 0)];
  }

  #name(count: number): Buffer {
    const text = Buffer.from(`drawing ${String(count)}`);
    const body = () => Buffer.concat([u32(text.length), text]);
    return this.#placed({ encoding: Encoding.desktopName, width: 0, height: 0, body }, 0, 0);
  }

  #placed({ encoding, width, height, body }: Part, x: number, y: number): Buffer {
    return Buffer.concat([u16(x), u16(y), u16(width), u16(height), u32(encoding), body(this.#started)]);
  }

  /** The guest has copied something: in the old form as it is, in the new one only that it has. */
  #announce(count: number): void {
    this.counts.clipboards += 1;
    const text = Buffer.from(`copied ${String(count)} ${'x'.repeat(500)}`);
    this.#send(
      count % 300 === 0
        ? Buffer.concat([cutHeader(4), u32((NOTIFY | TEXT) >>> 0)])
        : Buffer.concat([Uint8Array.of(3, 0, 0, 0), u32(text.length), text]),
    );
  }

  #provide(): void {
    this.counts.requests += 1;
    const text = Buffer.from(`wanted ${String(this.counts.requests)} ${'ü'.repeat(300)}\0`);
    const content = deflateSync(Buffer.concat([u32(text.length), text]));
    this.#send(Buffer.concat([cutHeader(4 + content.length), u32((PROVIDE | TEXT) >>> 0), content]));
  }

  #send(bytes: Uint8Array): void {
    this.counts.bytes += bytes.length;
    if (this.#socket.writable) this.#socket.write(bytes);
  }
}

/** ServerCutText in the extended form, with so many bytes to come. */
function cutHeader(length: number): Buffer {
  return Buffer.concat([Uint8Array.of(3, 0, 0, 0), u32(-length)]);
}
