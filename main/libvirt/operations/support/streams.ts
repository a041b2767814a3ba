import { LibvirtError } from '../../binding/errors.ts';
import type { Stream } from '../../typed/stream.ts';
import type { Session } from '../session.ts';

/**
 * What fits into one message of a stream: 256 KiB less its header (VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX). A byte
 * more would make a second message.
 */
export const STREAM_CHUNK = 262_120;

/**
 * Sends all bytes on a blocking stream.
 * @throws LibvirtError
 */
export function sendAll(stream: Stream, bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.byteLength; ) {
    sent += stream.send(sent === 0 ? bytes : bytes.subarray(sent)) ?? 0;
  }
}

/** Ends a stream in disorder. It may have ended by itself: then there is nothing to say. */
export function abort(stream: Stream): void {
  try {
    stream.abort();
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
  }
}

/**
 * Reads a stream that libvirt fills into memory, at most `limit` bytes; what is over is dropped.
 * @param start gives the stream its source
 */
export function readAll(session: Session, limit: number, start: (stream: Stream) => void): Uint8Array {
  const stream = session.own(session.connect.streamNew(0));
  start(stream);
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    while (total < limit) {
      const buffer = new Uint8Array(Math.min(STREAM_CHUNK, limit - total));
      const received = stream.recv(buffer);
      if (!received) break;
      chunks.push(buffer.subarray(0, received));
      total += received;
    }
  } catch (error) {
    abort(stream);
    throw error;
  }
  // The end has not always been seen; for what was wanted, leaving is as good as finishing.
  abort(stream);
  const whole = new Uint8Array(total);
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at);
    return at + chunk.byteLength;
  }, 0);
  return whole;
}
