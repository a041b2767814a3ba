import { lastError, silenceErrors } from '../binding/errors.ts';
import { referenced } from '../binding/handle.ts';
import { native } from '../binding/native.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { StreamCalls } from '../generated/calls/stream.ts';
import { transfer } from './stream-transfer.ts';
import { type Subscription, Subscriptions } from './subscriptions.ts';

/** What C answers when a non-blocking stream has to wait, and when the next part of the data is a hole. */
const wouldBlock = -2;
const atHole = -3;

/** Gives the next bytes to send, at most so many; an empty array at the end. */
export type StreamSource = (most: number) => Uint8Array;
/** Takes received bytes. */
export type StreamSink = (data: Uint8Array) => void;

/** The parts of data that has holes, for sending. */
export interface SparseSource {
  read: StreamSource;
  /** Whether the data now comes or a hole does, and how many bytes of it are left; 0 at the end. */
  section(): { data: boolean; length: number | bigint };
  /** Moves over a hole. */
  skip(length: number): void;
}

/** Bytes between this process and a guest's console or a volume. */
export class Stream extends StreamCalls {
  readonly #subscriptions = new Subscriptions();

  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virStream'>) {
    super('virStream', address);
  }

  /** Another reference to a stream that another thread holds. */
  static fromAddress(address: bigint): Stream {
    return new Stream(referenced('virStream', address));
  }

  /**
   * Sends what it can.
   * @returns how many bytes were taken; null when a non-blocking stream has to wait
   * @throws LibvirtError: the stream is then to be freed
   */
  send(data: Uint8Array): number | null {
    const sent = native.virStreamSend(this.address, data, data.byteLength);
    if (sent === wouldBlock) return null;
    if (sent < 0) throw lastError('virStreamSend');
    return sent;
  }

  /**
   * Receives into a buffer.
   * @returns how many bytes came: 0 at the end, when `finish` is due; null when a non-blocking stream has to wait
   * @throws LibvirtError: the stream is then to be freed
   */
  recv(into: Uint8Array): number | null {
    const received = native.virStreamRecv(this.address, into, into.byteLength);
    if (received === wouldBlock) return null;
    if (received < 0) throw lastError('virStreamRecv');
    return received;
  }

  /**
   * As `recv`.
   * @param flags `virStreamRecvFlagsValues`
   * @returns also 'hole' where a hole comes next and the flags say to stop at it: ask `recvHole`
   */
  recvFlags(into: Uint8Array, flags: number): number | 'hole' | null {
    const received = native.virStreamRecvFlags(this.address, into, into.byteLength, flags);
    if (received === wouldBlock) return null;
    if (received === atHole) return 'hole';
    if (received < 0) throw lastError('virStreamRecvFlags');
    return received;
  }

  /** Sends all that a source gives, on a blocking stream. `finish` is due afterwards. */
  sendAll(source: StreamSource): void {
    transfer('virStreamSendAll', { source }, ({ source, opaque }) =>
      native.virStreamSendAll(this.address, source, opaque),
    );
  }

  /** Receives until the end, on a blocking stream. `finish` is due afterwards. */
  recvAll(sink: StreamSink): void {
    transfer('virStreamRecvAll', { sink }, ({ sink, opaque }) =>
      native.virStreamRecvAll(this.address, sink, opaque),
    );
  }

  /** As `sendAll`, with holes. */
  sparseSendAll(sparse: SparseSource): void {
    transfer('virStreamSparseSendAll', { source: sparse.read, sparse }, (c) =>
      native.virStreamSparseSendAll(this.address, c.source, c.sourceHole, c.sourceSkip, c.opaque),
    );
  }

  /** As `recvAll`, told of holes instead of zeros. */
  sparseRecvAll(sink: StreamSink, hole: (length: number) => void): void {
    transfer('virStreamSparseRecvAll', { sink, hole }, (c) =>
      native.virStreamSparseRecvAll(this.address, c.sink, c.sinkHole, c.opaque),
    );
  }

  /**
   * Is told what a non-blocking stream is ready for, by the event loop of this thread.
   * @param events `virStreamEventType`, as is what the listener is told; `eventUpdateCallback` changes it
   */
  eventAddCallback(events: number, listener: (events: number) => void): Subscription {
    silenceErrors();
    return this.#subscriptions.add('virStreamEventCallback', (args) => listener(Number(args[1])), {
      names: ['virStreamEventAddCallback', 'virStreamEventRemoveCallback'],
      register: (cb) => native.virStreamEventAddCallback(this.address, events, cb.callback, cb.opaque, null),
      deregister: () => native.virStreamEventRemoveCallback(this.address),
    });
  }

  /** Ends what `eventAddCallback` began. */
  eventRemoveCallback(): void {
    this.#subscriptions.cancelAll();
  }

  /** Ends the subscription, if there is one, and gives the reference back. */
  override free(): void {
    if (!this.isFreed) this.#subscriptions.cancelAll();
    super.free();
  }
}

registerClass('virStream', (address) => new Stream(address));
