import { z } from 'zod';
import { ConnectionId, ObjectName } from '../common.ts';

/** An upload of a local file into a pool; it outlives links and windows that go. */
export const UploadId = z.string().min(1).max(64);

/** Where an upload goes and what it is. */
export const UploadRequest = z.object({
  connection: ConnectionId,
  pool: ObjectName,
  /** Name of the volume that it becomes. */
  volume: ObjectName,
  /** Bytes. */
  size: z.number().int().positive(),
  /** A path on the machine that Virtdeck runs on; null: the window sends the bytes. */
  path: z.string().max(4096).nullable(),
  /**
   * When the file was written last, in milliseconds since 1970: a window goes on only with the same file. Null: not known.
   */
  modified: z.number().nullable().default(null),
});
export type UploadRequest = z.infer<typeof UploadRequest>;

/** An upload whose window has gone: the same file, chosen again, goes on where it stopped. */
export const WaitingUpload = UploadRequest.pick({ pool: true, volume: true, size: true, modified: true });
export type WaitingUpload = z.infer<typeof WaitingUpload>;

/** What a PXE client would find on a network. */
export const PxeCheck = z.object({
  verdict: z.enum(['answers', 'silent', 'unknown']),
  /** What was found, line by line: DHCP range, TFTP root, boot file, or that somebody else has to answer. */
  findings: z.array(z.string()),
  /** What a PXE server needs, or what to change; null: nothing. */
  advice: z.string().nullable(),
  /** Whether TFTP root and boot file can be set here (a libvirt network with DHCP). */
  canSet: z.boolean(),
  tftpRoot: z.string().nullable(),
  bootFile: z.string().nullable(),
  /** Running machines that have a card on the network: they lose their link when it is started anew. */
  usedBy: z.array(z.string()),
});
export type PxeCheck = z.infer<typeof PxeCheck>;

/** What became of new settings for PXE. */
export const PxeSet = z.object({
  /** Whether the network has them now; false: from its next start on. */
  active: z.boolean(),
  /** Running machines for whose sake it was not started anew. */
  usedBy: z.array(z.string()),
});
export type PxeSet = z.infer<typeof PxeSet>;

/** A disk image looked at before it is imported. */
export const ImageFacts = z.object({
  format: z.string().nullable(),
  /** Bytes. */
  capacity: z.number().nullable(),
  allocation: z.number().nullable(),
  /** Paths of what it is built upon, nearest first. */
  backing: z.array(z.string()),
  /** Machines that have it as a disk. */
  usedBy: z.array(z.object({ name: z.string(), running: z.boolean() })),
  /** Why it cannot be used; null: it can, as far as is known. */
  problem: z.string().nullable(),
  /** What else the user should know. */
  notes: z.array(z.string()),
});
export type ImageFacts = z.infer<typeof ImageFacts>;

/** An installation tree that was found. */
export const TreeFacts = z.object({
  location: z.string(),
  /** libosinfo's id; null: not recognised. */
  os: z.string().nullable(),
  name: z.string().nullable(),
  arch: z.string().nullable(),
  /** Addresses of kernel and initrd. */
  kernel: z.string(),
  initrd: z.string().nullable(),
  /** What the installer has to be told to find the tree, as kernel arguments. */
  arguments: z.string(),
  /** What the user should know before the tree is used. */
  warnings: z.array(z.string()),
});
export type TreeFacts = z.infer<typeof TreeFacts>;
