import { z } from 'zod';

/** What can be seen of one thing in a folder of a host. */
export const FolderEntry = z.object({
  name: z.string(),
  /** What it leads to, where it is a link. `device`: a block device; `other`: neither can be a disk. */
  kind: z.enum(['folder', 'file', 'device', 'other']),
  /** Bytes; null: unknown, or it has none. */
  size: z.number().nullable(),
  /** Milliseconds since 1970; null: unknown. */
  modified: z.number().nullable(),
});
export type FolderEntry = z.infer<typeof FolderEntry>;

/** Which folder of a host, and what of it. */
export const FolderRequest = z.object({
  /** Empty: where it is best begun. A file stands for the folder that it is in. */
  path: z.string().max(4096),
  /** Part of the name, in capitals or not. */
  filter: z.string().max(255).default(''),
  /** Whether names that begin with a dot are wanted. */
  hidden: z.boolean().default(false),
});
export type FolderRequest = z.infer<typeof FolderRequest>;

/** A folder of a host. */
export const FolderListing = z.object({
  /** The complete path of the folder that was read. */
  path: z.string(),
  /** Folders first, by name. */
  entries: z.array(FolderEntry),
  /** Whether there is more than `entries`. */
  more: z.boolean(),
  /** How many are left out because nothing can be made from such names: control characters, no UTF-8. */
  unusable: z.number().int(),
  /** Why this is not simply what is in the folder; null: it is. */
  note: z.string().nullable(),
  /** Folders of the host's active pools. */
  pools: z.array(z.object({ name: z.string(), path: z.string() })),
});
export type FolderListing = z.infer<typeof FolderListing>;
