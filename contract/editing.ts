import { z } from 'zod';
import { DomainRef, ObjectName, Timestamp, Uuid, XmlText } from './common.ts';
import { VolumeInfo } from './storage.ts';

/** The two definitions of a machine, with dots in the place of passwords; null where there is none. */
export const Definitions = z.object({
  /** Of the running machine. */
  live: XmlText.nullable(),
  /** For the next boot; a transient machine has none. */
  saved: XmlText.nullable(),
});
export type Definitions = z.infer<typeof Definitions>;

/** What the changes are made to. A transient machine has nothing saved, one that is off nothing live. */
export const EditScope = z.object({ saved: z.boolean(), live: z.boolean() });
export type EditScope = z.infer<typeof EditScope>;

/** What the user wants where somebody else has changed the same thing meanwhile. */
export const Resolution = z.object({ key: z.string().max(4096), take: z.enum(['ours', 'theirs']) });
export type Resolution = z.infer<typeof Resolution>;

/** A path on the host. */
const HostPath = z.string().min(1).max(4096);

/** A volume that is made together with an edit. */
export const NewVolume = z.object({
  pool: ObjectName,
  name: z.string().min(1).max(255),
  /** Where it is expected to be, as a disk of the proposed definition names it. */
  path: HostPath,
  /** Bytes. */
  capacity: z.number().int().positive(),
  format: z.string().min(1).max(32),
  /** Takes all of its space at once. */
  allocate: z.boolean(),
});
export type NewVolume = z.infer<typeof NewVolume>;

/** What became of storage that was made or deleted together with an edit. */
export const StorageOutcome = z.object({
  path: HostPath,
  /** The path that was asked for, where a new volume has got another one. */
  wanted: HostPath.optional(),
  done: z.enum(['made', 'deleted', 'kept']),
  /** Why it was not deleted. */
  problem: z.string().optional(),
});
export type StorageOutcome = z.infer<typeof StorageOutcome>;

/** What is known of a file, device or volume of the host. */
export const StorageUse = z.object({
  /** The volume that it is; null: it is in no active pool, so libvirt cannot delete it. */
  volume: VolumeInfo.extend({ pool: z.string() }).nullable(),
  /** The machines that have it, or are built upon it. */
  usedBy: z.array(z.object({ uuid: Uuid, name: z.string() })),
  /** Paths of the volumes of active pools that are built upon it. */
  under: z.array(z.string()),
  /** Where images that are built upon it may be that were not looked at. */
  unchecked: z.object({
    /** Inactive pools, by name. */
    pools: z.array(z.string()),
    /** Machines with disks outside of all active pools whose images below are not known, by name. */
    machines: z.array(z.string()),
  }),
});
export type StorageUse = z.infer<typeof StorageUse>;

/** An edit of a machine: what it began from and what it came to. */
export const MachineEditInput = DomainRef.extend({
  /** The definition, as `definitions` gave it, that the edit began from. */
  base: XmlText,
  proposed: XmlText,
  scope: EditScope,
  /** For the history, in words: "Hardware changed". */
  cause: z.string().min(1).max(200),
  resolutions: z.array(Resolution).max(10_000).default([]),
  /** False: libvirt does not hold the definition against its schema. */
  validate: z.boolean().default(true),
  /** Made before the change, and removed again where the machine does not have them after it. */
  newVolumes: z.array(NewVolume).max(64).default([]),
  /** Deleted after the change, where neither the machine nor another one has them any more. */
  deleteStorage: z.array(HostPath).max(256).default([]),
});
export type MachineEditInput = z.input<typeof MachineEditInput>;

/** What came of one change. Null: it was not asked for there, or there is nothing there. */
export const EditOutcome = z.object({
  /** As `compare` of the model names the change: `disks[vda]/cache`. */
  key: z.string(),
  /** The change as a sentence. */
  words: z.string(),
  saved: z.enum(['done', 'unchanged', 'failed']).nullable(),
  /** `next-boot`: only in the saved definition. `never`: it can only be made while the machine is off. */
  live: z.enum(['done', 'unchanged', 'next-boot', 'never', 'failed']).nullable(),
  /** Why it is not done, in words. */
  problem: z.string().optional(),
});
export type EditOutcome = z.infer<typeof EditOutcome>;

/** The same thing changed here and, meanwhile, by somebody else; values in words, null where there is none. */
export const EditConflict = z.object({
  key: z.string(),
  /** What it is: "disk vda: cache". */
  words: z.string(),
  base: z.string().nullable(),
  theirs: z.string().nullable(),
  ours: z.string().nullable(),
});
export type EditConflict = z.infer<typeof EditConflict>;

/**
 * What came of an edit. With conflicts, or where the schema refuses it, nothing was changed and `changes` is
 * empty.
 */
export const EditResult = z.object({
  changes: z.array(EditOutcome),
  conflicts: z.array(EditConflict),
  /** libvirt's words when its schema refuses the definition. `mayForce`: it may be saved without being checked. */
  refused: z.object({ message: z.string(), mayForce: z.boolean() }).nullable(),
  /** What became of storage, where some was to be made or deleted. */
  storage: z.array(StorageOutcome).optional(),
});
export type EditResult = z.infer<typeof EditResult>;

/** A definition that was replaced. */
export const HistoryItem = z.object({
  id: z.string().min(1).max(200),
  /** When it was replaced, or when Virtdeck saw that it was. */
  time: Timestamp,
  cause: z.string(),
  /** Who replaced it. */
  by: z.enum(['virtdeck', 'other']),
  name: z.string(),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

export const HistoryRef = DomainRef.extend({ id: HistoryItem.shape.id });
export type HistoryRef = z.infer<typeof HistoryRef>;

/** The kinds of the host's devices that machines can be given. */
export const NodeDeviceKind = z.enum([
  'pci',
  'usb',
  'scsi',
  'scsi-host',
  'net',
  'mdev',
  'mdev-type',
  'storage',
  'vdpa',
]);
export type NodeDeviceKind = z.infer<typeof NodeDeviceKind>;

/** A device of the host. */
export const HostDevice = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  /** libvirt's description; the model's `NodeDevice` reads it. */
  xml: XmlText,
  /** The machines that have it. */
  usedBy: z.array(z.object({ uuid: Uuid, name: z.string() })),
});
export type HostDevice = z.infer<typeof HostDevice>;

/** Which machine the question is about; null: libvirt's default. */
export const PlatformQuestion = z.object({
  type: z.string().max(64).nullable(),
  arch: z.string().max(64).nullable(),
  machine: z.string().max(256).nullable(),
  emulator: z.string().max(4096).nullable(),
});
export type PlatformQuestion = z.infer<typeof PlatformQuestion>;
