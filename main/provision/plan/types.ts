import type { ApiError, MachineSpec, Platform } from '../../../contract/index.ts';
import type { HostAbilities } from '../abilities.ts';
import type { MachineParts } from '../definition/parts.ts';
import type { DiskPlace } from '../media.ts';

interface MadeVolume {
  /** By which the definitions refer to it. */
  readonly id: string;
  /** What it is, for the user: "the disk web1.qcow2 in pool default". */
  readonly words: string;
  readonly pool: string;
  /** Name of the volume; none of the pool has it yet. */
  readonly name: string;
}

/** A new, empty disk; `overlay`: one that holds what differs from an image, which its XML names (backingStore). */
export interface VolumeArtifact extends MadeVolume {
  readonly kind: 'volume' | 'overlay';
  readonly xml: string;
  /** Bytes. */
  readonly capacity: number;
  /** Whether all the space is taken at once. */
  readonly preallocate: boolean;
}

/** A full copy of an image. The XML has the image's capacity or none; it is resized afterwards. */
export interface CopyArtifact extends MadeVolume {
  readonly kind: 'copy';
  readonly xml: string;
  readonly source: { readonly pool: string; readonly volume: string };
  /** Bytes to resize it to; null: as large as the image. */
  readonly capacity: number | null;
  /** Bytes that it takes at once, as far as they are known: more where the image is compressed. */
  readonly size: number;
}

/** A small disk of data that Virtdeck writes: cloud-init's documents, an answer file. */
export interface SeedArtifact extends MadeVolume {
  readonly kind: 'seed';
  /** How somebody else would make it: an ISO image or a FAT file system, by its label, with these files. */
  readonly disk: {
    readonly format: 'iso' | 'fat';
    readonly label: string;
    readonly files: readonly string[];
  };
  /** Its bytes, made when they are needed: they may hold secrets. */
  readonly content: () => Promise<Uint8Array>;
  /** Whether it is deleted once the first boot has ended. The final definition then does not have it. */
  readonly temporary: boolean;
}

/** A kernel or an initrd that is fetched and put on the host. */
export interface BootFileArtifact extends MadeVolume {
  readonly kind: 'boot-file';
  /** http://, https://, ftp://, or a path of the machine that Virtdeck runs on. */
  readonly source: string;
  /** Bytes; null: who has it does not say. */
  readonly size: number | null;
  /** Whether it is deleted once the first boot has ended. The final definition then does not have it. */
  readonly temporary: boolean;
  /**
   * What is to be put in place of the bytes that were fetched (an initrd with an answer file in it); null: nothing.
   */
  readonly transform: ((fetched: Uint8Array) => Promise<Uint8Array>) | null;
  /** Name of the file that `transform` puts into it; null: none. */
  readonly injects: string | null;
}

/** Something that has to be on the host before the machine can be defined. */
export type Artifact = VolumeArtifact | CopyArtifact | SeedArtifact | BootFileArtifact;

/**
 * What is to be done when the first boot is over. `two-phase`: when the installer has ended or rebooted, the machine is
 * started from the final definition. `eject-media`: when it reboots, the drives are emptied of what the final definition
 * does not have. `none`: nothing; what was made for the first boot only is deleted when the machine has stopped.
 */
export type Finish = 'none' | 'two-phase' | 'eject-media';

/** Everything that is to be made for a new machine. Nothing has been made yet. */
export interface MachinePlan {
  readonly spec: MachineSpec;
  readonly abilities: HostAbilities;
  readonly platform: Platform;
  /** In the order in which they are made. */
  readonly artifacts: readonly Artifact[];
  /** The definition that stays. `places`: where artifacts are, by id; before they are made, as known beforehand. */
  definition(places: ReadonlyMap<string, DiskPlace>): string;
  /**
   * The definition of the first boot, where it is another one (kernel, media inserted, a disk that goes after the first
   * boot, `on_reboot` destroy for two phases); null: the final one.
   */
  installDefinition(places: ReadonlyMap<string, DiskPlace>): string | null;
  readonly finish: Finish;
  /** How often the installer reboots before it needs its media no more; at least 1. Windows: 2 or more. */
  readonly reboots: number;
  /** Whether the machine is started once it is defined. */
  readonly start: boolean;
  readonly warnings: readonly string[];
  /** What would make it fail, the gravest first; none: nothing is known that would. Checked before anything is made. */
  readonly problems: readonly ApiError[];
  /** The choices that the equivalent commands are made of. */
  readonly outline: MachineOutline;
}

/** A machine as it was decided on, before it is written as XML. */
export interface MachineOutline {
  readonly arch: string;
  readonly osType: string;
  /** The definition that stays and that of the first boot, with the artifacts at their places as known beforehand. */
  readonly parts: MachineParts;
  readonly installParts: MachineParts | null;
}
