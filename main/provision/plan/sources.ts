import type { CloudInit, OsFacts, TreeFacts, Unattended } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';

/** An answer file on its way to an installer. */
export interface AnswerFile {
  /** Names of its files: "preseed.cfg"; what the new system is to run besides comes last. */
  readonly names: readonly string[];
  /** Label of the drive that carries it. */
  readonly label: string;
  /** What carries it: a drive with the bytes of `content`, or the initrd, into which `transform` puts it. */
  readonly delivery: 'cdrom' | 'disk' | 'floppy' | 'initrd';
  /** What the kernel has to be told to find it; empty: nothing. */
  readonly arguments: string;
  readonly content: () => Promise<Uint8Array>;
  readonly transform: ((initrd: Uint8Array) => Promise<Uint8Array>) | null;
}

/** For which installation an answer file is wanted. */
export interface AnswerWish {
  readonly os: OsFacts;
  readonly unattended: Unattended;
  readonly machine: string;
  readonly arch: string;
  /** The tree that is installed from; null: a medium. */
  readonly tree: string | null;
  /** Target of the disk that is installed on: "vda". */
  readonly disk: string;
  /** Whether a medium with drivers is in another drive. */
  readonly drivers: boolean;
}

/** What cloud-init's documents depend on besides the form. Null: unknown. */
export interface SeedAbout {
  /** MAC of the first card; fixed addresses are given to every card where it is not known. */
  readonly mac: string | null;
  /** libosinfo's distro: "debian". */
  readonly distro: string | null;
}

/** What a plan needs to know of the world besides the host. */
export interface PlanSources {
  /** What is known of a system; never fails. */
  readonly osFacts: (id: string, arch: string) => Promise<OsFacts>;
  /** Looks for an installation tree; throws what is wrong with it. */
  readonly tree: (host: Hypervisor, location: string, arch: string) => Promise<TreeFacts>;
  /** Bytes of a file by its address or path here; null: that cannot be told soon. Never fails. */
  readonly sizeOf: (address: string) => Promise<number | null>;
  /** The bytes of a NoCloud disk. */
  readonly seed: (cloudInit: CloudInit, machine: string, about?: SeedAbout) => Promise<Uint8Array>;
  /** Null: there is no script for the system. */
  readonly answerFile: (wish: AnswerWish) => Promise<AnswerFile>;
}
