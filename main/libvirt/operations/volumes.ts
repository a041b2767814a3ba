import type { StorageVol } from '../typed/storage-vol.ts';
import { onJobLane, type Session } from './session.ts';
import { isGone } from './support/attempt.ts';
import { readAll } from './support/streams.ts';

/** A volume as the list of its pool names it. */
export interface VolumeName {
  readonly name: string;
  readonly key: string;
}

/** A volume with everything that libvirt says about it: path, format, sizes, backing file. */
export interface VolumeDetails extends VolumeName {
  readonly pool: string;
  readonly xml: string;
}

export interface VolumeInput {
  readonly pool: string;
  readonly volume: string;
}

/** Lists the volumes of a pool by name, in two calls. */
export function listVolumes(session: Session, { pool }: { pool: string }): VolumeName[] {
  return volumesOf(session, pool).map((volume) => ({ name: volume.getName(), key: volume.getKey() }));
}

function volumesOf(session: Session, pool: string): StorageVol[] {
  const volumes = session.pool(pool).listAllVolumes();
  return volumes.map((volume) => session.own(volume));
}

/**
 * Lists the volumes of a pool with their XML: one call for each. Where that is many on a slow link, list by
 * name and ask for those that are seen.
 */
export function listVolumeDetails(session: Session, { pool }: { pool: string }): VolumeDetails[] {
  return volumesOf(session, pool).flatMap((volume) =>
    session.cancelled() ? [] : detailsIfThere(volume, pool),
  );
}

/** Some volumes of a pool with their XML; those that are gone are left out. */
export function volumeDetails(
  session: Session,
  { pool, volumes }: { pool: string; volumes: readonly string[] },
): VolumeDetails[] {
  const handle = session.pool(pool);
  return volumes.flatMap((name) => {
    if (session.cancelled()) return [];
    try {
      return detailsIfThere(session.own(handle.storageVolLookupByName(name)), pool);
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
  });
}

function detailsIfThere(volume: StorageVol, pool: string): VolumeDetails[] {
  try {
    return [{ pool, name: volume.getName(), key: volume.getKey(), xml: volume.getXMLDesc() }];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** Finds the volume at a path of the host; null: no active pool has one. */
export function volumeByPath(session: Session, { path }: { path: string }): VolumeDetails | null {
  try {
    const volume = session.own(session.connect.storageVolLookupByPath(path));
    const pool = session.own(volume.storagePoolLookupByVolume());
    return { pool: pool.getName(), name: volume.getName(), key: volume.getKey(), xml: volume.getXMLDesc() };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** What a new volume is made of. Flags: virStorageVolCreateFlags. */
export interface CreateVolumeInput {
  readonly pool: string;
  readonly xml: string;
  readonly flags?: number;
}

/** Makes a volume. Full allocation takes as long as writing it does. */
export const createVolume = onJobLane(
  (session: Session, { pool, xml, flags = 0 }: CreateVolumeInput): VolumeDetails => {
    const volume = session.own(session.pool(pool).storageVolCreateXML(xml, flags));
    return { pool, name: volume.getName(), key: volume.getKey(), xml: volume.getXMLDesc() };
  },
);

/** Makes a volume from another one, converting its format where they differ. */
export const cloneVolume = onJobLane(
  (
    session: Session,
    { pool, xml, flags = 0, source }: CreateVolumeInput & { source: VolumeInput },
  ): VolumeDetails => {
    const from = volumeOf(session, source);
    const volume = session.own(session.pool(pool).storageVolCreateXMLFrom(xml, from, flags));
    return { pool, name: volume.getName(), key: volume.getKey(), xml: volume.getXMLDesc() };
  },
);

/** Deletes a volume and its bytes. Flags: virStorageVolDeleteFlags. */
export const deleteVolume = onJobLane(
  (session: Session, { flags = 0, ...volume }: VolumeInput & { flags?: number }): void => {
    volumeOf(session, volume).delete(flags);
  },
);

/** Changes a volume's capacity, in bytes. Flags: virStorageVolResizeFlags. */
export const resizeVolume = onJobLane(
  (
    session: Session,
    { capacity, flags = 0, ...volume }: VolumeInput & { capacity: number; flags?: number },
  ): void => {
    volumeOf(session, volume).resize(capacity, flags);
  },
);

function volumeOf(session: Session, { pool, volume }: VolumeInput): StorageVol {
  return session.own(session.pool(pool).storageVolLookupByName(volume));
}

/** How much of a volume's beginning may be read into memory. */
const MAX_HEAD = 1024 * 1024;

/** Reads some bytes of a volume, the first ones as a rule: enough to tell what system an ISO installs. */
export function volumeHead(
  session: Session,
  { bytes, offset = 0, ...volume }: VolumeInput & { bytes: number; offset?: number },
): Uint8Array {
  if (!(bytes > 0 && bytes <= MAX_HEAD)) throw new RangeError(`Cannot read ${bytes} bytes at once.`);
  const handle = volumeOf(session, volume);
  return readAll(session, bytes, (stream) => handle.download(stream, offset, bytes));
}
