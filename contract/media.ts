import { z } from 'zod';
import { ObjectName } from './common.ts';
import { OsEntry } from './osinfo.ts';

/** What is looked at to recognise a system. */
export const OsSource = z.discriminatedUnion('kind', [
  /** A volume of a pool of the host. */
  z.object({ kind: z.literal('volume'), pool: ObjectName, volume: ObjectName }),
  /** A file, drive or folder of the host. */
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
  /** A file of the machine that Virtdeck runs on. */
  z.object({ kind: z.literal('local'), path: z.string().min(1).max(4096) }),
  /** The first 64 KiB of a file that a window has at hand, in base64. */
  z.object({
    kind: z.literal('header'),
    name: z.string().max(1024),
    size: z.number().int().nonnegative(),
    base64: z.string().max(90_000),
  }),
]);
export type OsSource = z.infer<typeof OsSource>;

/** Why no system was recognised. */
export const GuessReason = z.enum([
  'unknown', // the medium was read, and the database has none that fits
  'not-iso', // neither an ISO 9660 image nor a disk image
  'unreadable', // it could not be read; `detail` says why
  'no-database', // libosinfo or its database is not installed
]);
export type GuessReason = z.infer<typeof GuessReason>;

/** What a medium or an image seems to be. */
export const MediaGuess = z.object({
  os: OsEntry.nullable(),
  /** Why there is no system; null: there is one. */
  reason: GuessReason.nullable(),
  /** For the user: more about the reason, or what is to be known of the system found. */
  detail: z.string().nullable(),
  /** What the system was recognised by. A name is a weak sign. */
  by: z.enum(['media', 'label', 'name']).nullable(),
  /** False: the database does not know this release; `os` is the one before it, and `detail` says so. */
  exact: z.boolean(),
  /** What the bytes are; null: they could not be read, or are nothing known. */
  format: z.enum(['iso', 'raw', 'qcow2', 'vmdk', 'vdi', 'vhdx', 'vhd', 'qed', 'luks']).nullable(),
  /** libvirt's name; null: unknown. */
  arch: z.string().nullable(),
  variants: z.array(z.string()),
  live: z.boolean().nullable(),
  installer: z.boolean().nullable(),
  installerReboots: z.number().int().nullable(),
  /** The medium has to be taken out after the installation. */
  eject: z.boolean().nullable(),
  /** Identifiers of the ISO 9660 primary volume descriptor; empty where there is none. */
  volumeId: z.string(),
  systemId: z.string(),
  publisherId: z.string(),
  applicationId: z.string(),
  /** Bytes, as the volume descriptor says. */
  volumeSize: z.number().nullable(),
  /** From the El Torito boot catalog. Null: not known (no ISO, or the catalog lies beyond what was read). */
  boots: z.object({ bios: z.boolean(), efi: z.boolean() }).nullable(),
  /** Paths in the medium, where the database knows them. */
  kernel: z.string().nullable(),
  initrd: z.string().nullable(),
  /** Ids of the scripts that fit this medium; null: those of the system. */
  scripts: z.array(z.string()).nullable(),
  /** The file is shorter than its header says: a download that was cut off. */
  truncated: z.boolean(),
});
export type MediaGuess = z.infer<typeof MediaGuess>;

/** What an installation tree seems to be. */
export const TreeGuess = z.object({
  os: OsEntry.nullable(),
  arch: z.string().nullable(),
  variants: z.array(z.string()),
  kernel: z.string().nullable(),
  initrd: z.string().nullable(),
  bootIso: z.string().nullable(),
});
export type TreeGuess = z.infer<typeof TreeGuess>;
