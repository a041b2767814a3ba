import type { Duplex } from 'node:stream';
import type { ByteChannel, ByteCloseReason } from '../../contract/index.ts';

/** The stream is paused above this many bytes that the window has not taken yet. */
const HIGH_WATER = 256 * 1024;

/**
 * Joins a stream of a machine and a window's channel until either ends, holding back whichever side
 * is faster than the other.
 *
 * @param reasonOf why the stream ended, in words for the user; null is a proper end
 */
export function pump(
  stream: Duplex,
  channel: ByteChannel,
  reasonOf: (error: Error | null) => ByteCloseReason | Promise<ByteCloseReason>,
): void {
  let failure: Error | null = null;
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    Promise.resolve(reasonOf(failure)).then(
      (reason) => channel.close(reason),
      () => channel.close({ kind: 'error', message: 'The connection ended.' }),
    );
  };
  stream.on('data', (chunk: Buffer) => {
    if (!channel.open) return;
    channel.send(chunk);
    if (channel.bufferedAmount < HIGH_WATER) return;
    stream.pause();
    void channel.drained().then(() => stream.resume());
  });
  stream.on('error', (error: Error) => {
    failure ??= error;
  });
  stream.once('end', end);
  stream.once('close', end);
  channel.onData((bytes) => write(stream, bytes));
  channel.onClose(() => {
    ended = true;
    stream.destroy();
  });
  // It may have ended while the window was still coming.
  if (!stream.destroyed) return;
  failure = stream.errored;
  end();
}

/** Resolves when the stream has taken the bytes; one that is over takes nothing. */
function write(stream: Duplex, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writable) stream.write(bytes, () => resolve());
    else resolve();
  });
}
