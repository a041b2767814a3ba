import type { CardSpec, Platform } from '../../../contract/index.ts';
import type { DefaultsContext } from '../defaults/context.ts';
import type { DiskPlace } from '../media.ts';

/** A disk that QEMU reaches over the network itself: libvirt cannot look such volumes up by pool. */
export interface NetworkPlace {
  readonly protocol: string;
  readonly name: string;
  readonly hosts: readonly { readonly name: string; readonly port: string | null }[];
  readonly auth: {
    readonly username: string;
    readonly type: string;
    readonly uuid: string | null;
    readonly usage: string | null;
  } | null;
}

export type Place = DiskPlace | NetworkPlace;

/** A disk of a machine. */
export interface DiskPart {
  /** The artifact that it is; null: it is there already. */
  readonly artifact: string | null;
  readonly place: Place;
  /** qcow2, raw... */
  readonly format: string;
  readonly bus: string;
  /** Whether blocks that the guest frees are given back. */
  readonly discard: boolean;
}

/** A drive with a medium, or empty. */
export interface DrivePart {
  readonly device: 'cdrom' | 'floppy' | 'disk';
  readonly artifact: string | null;
  readonly place: Place | null;
  readonly bus: string;
  /** Whether the machine may boot from it. */
  readonly boot: boolean;
}

/** A kernel that is booted directly; paths of the host. */
export interface KernelPart {
  readonly kernel: BootFile;
  readonly initrd: BootFile | null;
  readonly arguments: string;
  readonly deviceTree: string | null;
}

export interface BootFile {
  readonly artifact: string | null;
  readonly path: string;
}

/** What a container runs. */
export interface ContainerPart {
  /** The folder that is its root; null: the host's. */
  readonly root: string | null;
  readonly init: string;
  readonly arguments: readonly string[];
}

/** What a machine boots from, in this order, as far as it has it. */
export type BootSource = 'disk' | 'cdrom' | 'network';

/** Everything that a definition is written from. */
export interface MachineParts {
  readonly context: DefaultsContext;
  readonly platform: Platform;
  readonly name: string;
  readonly title: string;
  /** libosinfo's id; null: unknown. */
  readonly os: string | null;
  readonly memoryMiB: number;
  readonly vcpus: number;
  readonly disks: readonly DiskPart[];
  readonly drives: readonly DrivePart[];
  readonly cards: readonly CardSpec[];
  readonly kernel: KernelPart | null;
  /** Path of a table that the firmware gives to the system besides its own (SLIC); null: none. */
  readonly acpiTable: string | null;
  readonly container: ContainerPart | null;
  readonly boot: readonly BootSource[];
  /** `destroy`: the machine is off when the installer reboots, and is started from its other definition. */
  readonly onReboot: 'restart' | 'destroy';
}
