/**
 * A two-way stream of bytes between the renderer and main (VNC, serial, uploads). It never goes
 * through the calls: each has a message port or WebSocket of its own, with flow control by credit.
 */
export interface ByteChannel {
  /** False once either side has closed. */
  readonly open: boolean;
  /** Bytes accepted by send() that the other side has not yet given credit for. */
  readonly bufferedAmount: number;
  /** Sends a copy of the bytes. Throws when closed. */
  send(bytes: Uint8Array): void;
  /** Resolves when bufferedAmount is below the low-water mark again (at once when it is). */
  drained(): Promise<void>;
  /**
   * The one consumer of incoming bytes. Credit goes back to the sender when the function returns,
   * or when the promise that it returns resolves. Bytes that came before it was set are kept.
   */
  onData(consume: (bytes: Uint8Array) => void | Promise<void>): void;
  /** Called once, after the last byte. */
  onClose(listener: (reason: ByteCloseReason) => void): void;
  /**
   * Ends the channel. `end` (the default) and `taken-over` deliver first what was sent before;
   * `cancelled` and `error` end it at once on both sides and drop what is under way.
   */
  close(reason?: ByteCloseReason): void;
}

/** Why a channel ended. `cancelled`: whoever used it does not want it any more. */
export interface ByteCloseReason {
  readonly kind: 'end' | 'taken-over' | 'cancelled' | 'error';
  readonly message: string;
}
