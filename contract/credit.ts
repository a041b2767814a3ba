import { z } from 'zod';
import type { ByteChannel, ByteCloseReason } from './bytes.ts';
import { type FramePort, MAX_FRAME_BYTES } from './wire.ts';

/** How many bytes may be under way, or waiting for a slow consumer, in each direction. */
export const CREDIT_WINDOW = 1024 * 1024;
/** drained() resolves below this. */
const LOW_WATER = CREDIT_WINDOW / 2;
/** Credit is given back in lumps of at least this many bytes. */
const CREDIT_LUMP = CREDIT_WINDOW / 8;
/** A sender that never waits for drained() is stopped here. */
const MAX_QUEUED = 64 * 1024 * 1024;
/** The longest control frame and the longest reason shown. */
const MAX_CONTROL_LENGTH = 4096;
const MAX_REASON_LENGTH = 1000;

const Control = z.union([
  z.strictObject({ credit: z.number().int().positive().max(CREDIT_WINDOW) }),
  z.strictObject({
    close: z.strictObject({
      kind: z.enum(['end', 'taken-over', 'cancelled', 'error']),
      message: z.string(),
    }),
  }),
]);

/** Whether the bytes sent before are delivered before this close. */
function isOrderly(reason: ByteCloseReason): boolean {
  return reason.kind === 'end' || reason.kind === 'taken-over';
}

/**
 * A {@link ByteChannel} over a frame port. Byte frames are data. Text frames are control: `{credit}`
 * gives the other side leave to send that many bytes more, `{close}` is the last frame. Each side
 * starts with {@link CREDIT_WINDOW} of credit, so neither has to hold more than that of the other's.
 * A peer that breaks these rules is cut off.
 */
export function creditChannel(port: FramePort): ByteChannel {
  return new CreditChannel(port);
}

class CreditChannel implements ByteChannel {
  readonly #port: FramePort;
  /** Outgoing: what may still be sent, what waits for credit, what the other side has not consumed. */
  #credit = CREDIT_WINDOW;
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  #unconsumed = 0;
  #closing: ByteCloseReason | null = null;
  #drainWaiters: Array<() => void> = [];
  /** Incoming: what the other side may still send, what waits for the consumer, credit not yet given back. */
  #allowance = CREDIT_WINDOW;
  #inbox: Uint8Array[] = [];
  #consumer: ((bytes: Uint8Array) => void | Promise<void>) | null = null;
  #consuming = false;
  #owed = 0;
  #peerClose: ByteCloseReason | null = null;
  /** Set once, when the channel is over for good. */
  #ended: ByteCloseReason | null = null;
  #closeListeners: Array<(reason: ByteCloseReason) => void> = [];

  constructor(port: FramePort) {
    this.#port = port;
    port.onFrame((frame) => this.#receive(frame));
    port.onClose((reason) => {
      // After an orderly close the inbox is still delivered.
      if (!this.#peerClose) this.#end({ kind: 'error', message: reason || 'The connection was lost' });
    });
  }

  get open(): boolean {
    return !this.#ended && !this.#closing && !this.#peerClose;
  }

  get bufferedAmount(): number {
    return this.#unconsumed + this.#queuedBytes;
  }

  send(bytes: Uint8Array): void {
    if (!this.open) throw new Error('The channel is closed');
    for (let at = 0; at < bytes.byteLength; at += MAX_FRAME_BYTES) {
      this.#sendPiece(bytes.subarray(at, at + MAX_FRAME_BYTES));
    }
    if (this.#queuedBytes > MAX_QUEUED) {
      this.#fail('More was sent than the other side can take');
    }
  }

  drained(): Promise<void> {
    if (this.#ended || this.bufferedAmount < LOW_WATER) return Promise.resolve();
    return new Promise((resolve) => this.#drainWaiters.push(resolve));
  }

  onData(consume: (bytes: Uint8Array) => void | Promise<void>): void {
    this.#consumer = consume;
    this.#deliver();
  }

  onClose(listener: (reason: ByteCloseReason) => void): void {
    if (this.#ended) {
      const reason = this.#ended;
      Promise.resolve().then(() => listener(reason));
    } else {
      this.#closeListeners.push(listener);
    }
  }

  close(reason: ByteCloseReason = { kind: 'end', message: '' }): void {
    if (this.#ended || this.#closing) return;
    const short = { kind: reason.kind, message: reason.message.slice(0, MAX_REASON_LENGTH) };
    if (isOrderly(short) && this.#queuedBytes > 0 && !this.#peerClose) {
      this.#closing = short;
    } else {
      this.#sayClose(short);
    }
  }

  /** Sends what there is credit for and keeps a copy of the rest. */
  #sendPiece(bytes: Uint8Array): void {
    const now = this.#queuedBytes > 0 ? 0 : Math.min(this.#credit, bytes.byteLength);
    if (now > 0) this.#transmit(bytes.subarray(0, now));
    if (now < bytes.byteLength) {
      // Not slice(): that of Node's Buffer does not copy.
      this.#queue.push(new Uint8Array(bytes.subarray(now)));
      this.#queuedBytes += bytes.byteLength - now;
    }
  }

  #transmit(bytes: Uint8Array): void {
    this.#credit -= bytes.byteLength;
    this.#unconsumed += bytes.byteLength;
    this.#port.send(bytes);
  }

  #flush(): void {
    while (this.#credit > 0) {
      const head = this.#queue[0];
      if (!head) break;
      const now = Math.min(this.#credit, head.byteLength);
      if (now === head.byteLength) this.#queue.shift();
      else this.#queue[0] = head.subarray(now);
      this.#queuedBytes -= now;
      this.#transmit(head.subarray(0, now));
    }
    if (this.#closing && this.#queuedBytes === 0) this.#sayClose(this.#closing);
    else if (this.bufferedAmount < LOW_WATER) this.#wakeDrained();
  }

  #receive(frame: Uint8Array | string): void {
    if (this.#ended || this.#peerClose) return;
    if (typeof frame === 'string') this.#receiveControl(frame);
    else this.#receiveBytes(frame);
  }

  #receiveBytes(bytes: Uint8Array): void {
    this.#allowance -= bytes.byteLength;
    if (this.#allowance < 0) {
      this.#fail('The other side sent more than it may');
    } else if (bytes.byteLength > 0 && !this.#closing) {
      this.#inbox.push(bytes);
      this.#deliver();
    } else {
      // Whoever closes does not consume any more, but its own last bytes still need the other's credit.
      this.#giveCredit(bytes.byteLength);
    }
  }

  #receiveControl(text: string): void {
    const control = parseControl(text);
    if (!control) {
      this.#fail('The other side sent something that cannot be understood');
    } else if ('credit' in control) {
      this.#receiveCredit(control.credit);
    } else {
      this.#peerClose = control.close;
      this.#queue = [];
      this.#queuedBytes = 0;
      if (isOrderly(control.close)) this.#deliver();
      else this.#end(control.close);
    }
  }

  #receiveCredit(bytes: number): void {
    if (bytes > this.#unconsumed) {
      this.#fail('The other side gave credit for bytes that were never sent');
      return;
    }
    this.#unconsumed -= bytes;
    this.#credit += bytes;
    this.#flush();
  }

  /** Hands the inbox to the consumer, one piece at a time; ends the channel after the last one. */
  #deliver(): void {
    while (this.#consumer && !this.#consuming && !this.#ended) {
      const bytes = this.#inbox.shift();
      if (!bytes) break;
      const size = bytes.byteLength;
      try {
        const pending = this.#consumer(bytes);
        if (pending) {
          this.#consuming = true;
          pending.then(
            () => {
              this.#consuming = false;
              this.#giveCredit(size);
              this.#deliver();
            },
            () => this.#fail('The bytes could not be processed'),
          );
          return;
        }
      } catch {
        this.#fail('The bytes could not be processed');
        return;
      }
      this.#giveCredit(size);
    }
    if (this.#peerClose && this.#inbox.length === 0 && !this.#consuming) this.#end(this.#peerClose);
  }

  #giveCredit(bytes: number): void {
    this.#owed += bytes;
    if (this.#owed < CREDIT_LUMP || this.#ended || this.#peerClose) return;
    this.#allowance += this.#owed;
    this.#port.send(JSON.stringify({ credit: this.#owed }));
    this.#owed = 0;
  }

  #fail(message: string): void {
    this.#sayClose({ kind: 'error', message });
  }

  #sayClose(reason: ByteCloseReason): void {
    if (this.#ended) return;
    this.#port.send(JSON.stringify({ close: reason }));
    this.#end(reason);
  }

  #end(reason: ByteCloseReason): void {
    if (this.#ended) return;
    this.#ended = reason;
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#inbox = [];
    this.#port.close();
    this.#wakeDrained();
    for (const listener of this.#closeListeners.splice(0)) listener(reason);
  }

  #wakeDrained(): void {
    for (const resolve of this.#drainWaiters.splice(0)) resolve();
  }
}

/** Reads a control frame; null when it is none. */
function parseControl(text: string): z.output<typeof Control> | null {
  if (text.length > MAX_CONTROL_LENGTH) return null;
  try {
    const parsed = Control.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
