import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { AgentFailure } from '../agent/failures.ts';
import { virStorageVolUploadFlags as Upload } from '../generated/enums-storage.ts';
import type { Stream } from '../typed/stream.ts';
import { onJobLane, type Session } from './session.ts';
import { abort, STREAM_CHUNK, sendAll } from './support/streams.ts';
import type { VolumeInput } from './volumes.ts';

/** A part of a local file, and the volume that gets it at the same place. */
export interface FilePart extends VolumeInput {
  readonly path: string;
  /** Bytes from the start of both. */
  readonly offset: number;
  readonly length: number;
  /** Whether blocks of zeros are skipped: only for a volume that has zeros there already. */
  readonly sparse: boolean;
}

const ZEROS = Buffer.alloc(STREAM_CHUNK);

/**
 * Writes a part of a local file into a volume, without a detour through main. When it returns, the host has all of it.
 * Reports progress in bytes.
 * @throws LibvirtError; AgentFailure `cancelled`; Error with the file's name when it cannot be read
 */
export const uploadPart = onJobLane((session: Session, part: FilePart): void => {
  const file = openSync(part.path, 'r');
  try {
    const volume = session.own(session.pool(part.pool).storageVolLookupByName(part.volume));
    const stream = session.own(session.connect.streamNew(0));
    const flags = part.sparse ? Upload.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM : 0;
    volume.upload(stream, part.offset, part.length, flags);
    try {
      send(session, stream, file, part);
    } catch (error) {
      abort(stream);
      throw error;
    }
    stream.finish();
    session.progress(part.length, part.length);
  } finally {
    closeSync(file);
  }
});

function send(session: Session, stream: Stream, file: number, part: FilePart): void {
  const buffer = Buffer.allocUnsafeSlow(STREAM_CHUNK);
  let hole = 0;
  for (let done = 0; done < part.length; ) {
    if (session.cancelled()) throw new AgentFailure('cancelled', 'Cancelled.');
    session.progress(done, part.length);
    const wanted = Math.min(STREAM_CHUNK, part.length - done);
    const count = readSync(file, buffer, 0, wanted, part.offset + done);
    if (count === 0) throw new Error(`${part.path} has become shorter.`);
    done += count;
    const bytes = buffer.subarray(0, count);
    if (part.sparse && bytes.equals(ZEROS.subarray(0, count))) {
      hole += count;
      continue;
    }
    if (hole > 0) stream.sendHole(hole);
    hole = 0;
    sendAll(stream, bytes);
  }
  if (hole > 0) stream.sendHole(hole);
}

/**
 * SHA-256 of the first bytes of a volume, in hexadecimal, as they are read back from the host. Reports progress in bytes.
 * @throws LibvirtError; AgentFailure `cancelled`
 */
export const volumeDigest = onJobLane(
  (session: Session, { length, ...place }: VolumeInput & { length: number }): string => {
    const volume = session.own(session.pool(place.pool).storageVolLookupByName(place.volume));
    const stream = session.own(session.connect.streamNew(0));
    volume.download(stream, 0, length);
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafeSlow(STREAM_CHUNK);
    let done = 0;
    try {
      while (done < length) {
        if (session.cancelled()) throw new AgentFailure('cancelled', 'Cancelled.');
        session.progress(done, length);
        const count = stream.recv(buffer.subarray(0, Math.min(STREAM_CHUNK, length - done)));
        if (!count) break;
        hash.update(buffer.subarray(0, count));
        done += count;
      }
    } catch (error) {
      abort(stream);
      throw error;
    }
    // The end has not been seen; for what was wanted, leaving is as good as finishing.
    abort(stream);
    session.progress(length, length);
    return hash.digest('hex');
  },
);

/** Sizes of a volume in bytes, also while it is being made; null: there is none of this name. */
export function volumeSizes(
  session: Session,
  { pool, volume }: VolumeInput,
): { capacity: number; allocation: number } | null {
  const found = session
    .pool(pool)
    .listAllVolumes()
    .map((one) => session.own(one))
    .find((one) => one.getName() === volume);
  if (!found) return null;
  const { capacity, allocation } = found.getInfo();
  return { capacity: Number(capacity), allocation: Number(allocation) };
}
