import type { RawChannel } from '@novnc/novnc';
import type { ByteChannel, ByteCloseReason } from '../../../contract/index.ts';

/**
 * A byte channel in the shape that noVNC takes instead of a WebSocket. It is open from the start;
 * bytes are consumed when noVNC has taken them, which gives credit back to the sender.
 */
export class RfbChannel implements RawChannel {
  binaryType = 'arraybuffer';
  readonly protocol = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  onclose: ((event: { code?: number; reason?: string }) => void) | null = null;
  /** Why it ended; null while it has not. */
  closeReason: ByteCloseReason | null = null;
  readonly #channel: ByteChannel;

  constructor(channel: ByteChannel) {
    this.#channel = channel;
    channel.onClose((reason) => {
      this.closeReason = reason;
      // Later, as a WebSocket does: noVNC does not expect it while it is closing by itself.
      queueMicrotask(() => this.onclose?.({ reason: reason.message }));
    });
  }

  /**
   * Lets the bytes flow. To be called when noVNC listens: what comes before it would be lost.
   * @param drawn whether more may come: undefined, or when it has resolved
   */
  start(drawn: () => Promise<void> | undefined = () => undefined): void {
    this.#channel.onData((bytes) => {
      try {
        this.onmessage?.({ data: exactBuffer(bytes) });
        return drawn();
      } catch (error) {
        // A message larger than noVNC wants to hold.
        const why = error instanceof Error ? error.message : String(error);
        const message = `The display sent something that has no meaning (${why}).`;
        if (this.#channel.open) this.#channel.close({ kind: 'error', message });
        return undefined;
      }
    });
  }

  get readyState(): RawChannel['readyState'] {
    return this.#channel.open ? 'open' : 'closed';
  }

  /** noVNC uses its buffer again at once; the channel copies. */
  send(data: Uint8Array): void {
    if (this.#channel.open) this.#channel.send(data);
  }

  close(): void {
    if (this.#channel.open) this.#channel.close({ kind: 'cancelled', message: '' });
  }
}

/** noVNC reads the whole buffer that it is given: a view into a larger one has to be cut out. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength) return buffer;
  return bytes.slice().buffer;
}
