import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { AgentFailure } from '../agent/failures.ts';
import type { Stream } from '../typed/stream.ts';
import { onJobLane, type Session } from './session.ts';
import { abort, STREAM_CHUNK, sendAll } from './support/streams.ts';

/** A volume and a file of the machine that Virtdeck runs on. */
export interface FileTransfer {
  readonly pool: string;
  readonly volume: string;
  readonly path: string;
  /** Bytes from the start of the volume; 0 when left out. */
  readonly offset?: number;
}

/**
 * Fills a volume with the bytes of a local file, without a detour through main. Reports progress in bytes.
 * @returns the number of bytes
 * @throws LibvirtError; AgentFailure `cancelled`; Error with the file's name when it cannot be read
 */
export const uploadFile = onJobLane((session: Session, transfer: FileTransfer): number => {
  const file = openSync(transfer.path, 'r');
  try {
    const total = fstatSync(file).size;
    move(
      session,
      total,
      (stream) => volumeOf(session, transfer).upload(stream, transfer.offset ?? 0, total),
      {
        step(stream, buffer, done) {
          const wanted = Math.min(buffer.byteLength, total - done);
          const count = wanted === 0 ? 0 : readSync(file, buffer, 0, wanted, null);
          if (count === 0 && wanted > 0) throw new Error(`${transfer.path} has become shorter.`);
          sendAll(stream, buffer.subarray(0, count));
          return count;
        },
      },
    );
    return total;
  } finally {
    closeSync(file);
  }
});

/**
 * Writes the bytes of a volume into a new local file. Reports progress in bytes.
 * @returns the number of bytes
 * @throws as {@link uploadFile}; Error when the file exists. What was written of it is left to the caller.
 */
export const downloadFile = onJobLane((session: Session, transfer: FileTransfer): number => {
  const file = openSync(transfer.path, 'wx');
  try {
    const volume = volumeOf(session, transfer);
    const total = volume.getInfo().capacity;
    return move(session, total, (stream) => volume.download(stream, transfer.offset ?? 0, 0), {
      step(stream, buffer) {
        const count = stream.recv(buffer) ?? 0;
        for (let written = 0; written < count; ) {
          written += writeSync(file, buffer, written, count - written);
        }
        return count;
      },
    });
  } finally {
    closeSync(file);
  }
});

function volumeOf(session: Session, { pool, volume }: FileTransfer) {
  return session.own(session.pool(pool).storageVolLookupByName(volume));
}

/** Moves the next bytes and says how many; 0 at the end. */
interface Mover {
  step(stream: Stream, buffer: Buffer, done: number): number;
}

function move(session: Session, total: number, start: (stream: Stream) => void, mover: Mover): number {
  const stream = session.own(session.connect.streamNew(0));
  start(stream);
  const buffer = Buffer.allocUnsafeSlow(STREAM_CHUNK);
  let done = 0;
  try {
    for (let count = -1; count !== 0; done += count) {
      if (session.cancelled()) throw new AgentFailure('cancelled', 'Cancelled.');
      session.progress(done, total);
      count = mover.step(stream, buffer, done);
    }
  } catch (error) {
    abort(stream);
    throw error;
  }
  stream.finish();
  session.progress(done, total);
  return done;
}
