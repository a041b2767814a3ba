import { entryOf } from '../table.ts';

/** What can be made in a pool of a type, as far as libvirt's backend for it is known. */
export interface VolumeAbility {
  /** Formats of new volumes, the usual one first. */
  readonly formats: readonly string[];
  /** Whether a volume can hold what differs from another one (https://libvirt.org/storage.html). */
  readonly overlays: boolean;
  /** Whether volumes are files in a folder, so that their paths are known beforehand. */
  readonly files: boolean;
  /** Whether new volumes may take their space only when it is used. */
  readonly sparse: boolean;
}

const FILES: VolumeAbility = { formats: ['qcow2', 'raw'], overlays: true, files: true, sparse: true };
const BLOCKS: VolumeAbility = { formats: ['raw'], overlays: false, files: false, sparse: true };

/**
 * By pool type. Volumes of iscsi, scsi and mpath pools are made where the storage is, and gluster's backend makes
 * none either.
 */
const ABILITIES: Readonly<Record<string, VolumeAbility>> = {
  dir: FILES,
  fs: FILES,
  netfs: FILES,
  vstorage: FILES,
  // A logical volume that takes its space later breaks when its first allocation is full.
  logical: { ...BLOCKS, sparse: false },
  disk: { ...BLOCKS, sparse: false },
  rbd: BLOCKS,
  sheepdog: BLOCKS,
  zfs: BLOCKS,
};

/** What can be made in pools of a type; null: nothing. */
export function volumeAbility(poolType: string): VolumeAbility | null {
  return entryOf(ABILITIES, poolType) ?? null;
}

/** Whether libvirt can make volumes in pools of a type. */
export function canCreateVolumes(poolType: string): boolean {
  return volumeAbility(poolType) !== null;
}
