import { connect } from 'node:net';
import { abort, STREAM_CHUNK, sendAll } from '../operations/support/streams.ts';
import type { Stream } from '../typed/stream.ts';
import { connectLink } from './connectLink.ts';
import { AgentFailure } from './failures.ts';
import type { LaneSession } from './laneSession.ts';
import type { Link, TransferRequest } from './protocol.ts';

/** Buffers of a download that are on their way to main at a time. */
const BUFFERS_AHEAD = 3;

/**
 * Moves the bytes of a volume between libvirt and main, in this worker, until the end.
 * @param started called when libvirt has opened the volume and main is connected
 * @throws LibvirtError; AgentFailure `cancelled` when main closed its end early
 */
export async function transfer(
  session: LaneSession,
  request: TransferRequest,
  link: Link,
  started: () => void,
): Promise<null> {
  try {
    const volume = session.own(session.pool(request.pool).storageVolLookupByName(request.volume));
    const stream = session.own(session.connect.streamNew(0));
    const { kind, offset, length } = request;
    if (kind === 'upload') {
      volume.upload(stream, offset, length);
      await unlessAborted(stream, upload(stream, link, length, started));
    } else {
      volume.download(stream, offset, length);
      await unlessAborted(stream, download(stream, link, started));
    }
    return null;
  } finally {
    session.freeOwned();
  }
}

/** Finishes the stream, or aborts it when moving the bytes failed. */
async function unlessAborted(stream: Stream, moving: Promise<void>): Promise<void> {
  try {
    await moving;
  } catch (error) {
    abort(stream);
    throw error;
  }
  stream.finish();
}

/** Sends what main sends, in place: libvirt's blocking send is the backpressure. */
function upload(stream: Stream, link: Link, length: number, started: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = 0;
    const take = (count: number, buffer: Uint8Array): boolean => {
      try {
        received += count;
        if (received > length) throw new AgentFailure('internal', 'More came than was to be uploaded.');
        sendAll(stream, buffer.subarray(0, count));
        return true;
      } catch (error) {
        reject(error);
        socket.destroy();
        return false;
      }
    };
    const buffer = Buffer.allocUnsafeSlow(STREAM_CHUNK);
    const socket = connect({ path: link.path, onread: { buffer, callback: take } }, () => {
      socket.write(`${link.ticket}\n`);
      started();
    });
    socket.on('error', reject);
    socket.on('end', () => {
      if (received === length) resolve();
      else reject(cancelled(`${received} of ${length} bytes`));
    });
    socket.on('close', () => reject(cancelled()));
  });
}

/** Receives in this thread while the buffers before are on their way. */
async function download(stream: Stream, link: Link, started: () => void): Promise<void> {
  const socket = await connectLink(link);
  started();
  const free = Array.from({ length: BUFFERS_AHEAD }, () => Buffer.allocUnsafeSlow(STREAM_CHUNK));
  let wake = (): void => {};
  socket.on('close', () => wake());
  for (;;) {
    while (free.length === 0 && !socket.destroyed) await new Promise<void>((resolve) => (wake = resolve));
    const buffer = free.pop();
    if (socket.destroyed || !buffer) throw cancelled();
    const received = stream.recv(buffer);
    if (!received) break;
    socket.write(buffer.subarray(0, received), () => {
      free.push(buffer);
      wake();
    });
  }
  await new Promise<void>((resolve) => socket.end(resolve));
}

function cancelled(after?: string): AgentFailure {
  return new AgentFailure(
    'cancelled',
    `The transfer was cut off before its end${after ? ` after ${after}` : ''}.`,
  );
}
