import { z } from 'zod';
import { ObjectName } from '../common.ts';

/** A path on the host: a file, a folder or a device. */
export const HostPath = z.string().min(1).max(4096);

/** A file on the host that a new machine reads: a medium, an image, a kernel. */
export const FileSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('volume'), pool: ObjectName, volume: ObjectName }),
  z.object({ kind: z.literal('path'), path: HostPath }),
]);
export type FileSource = z.infer<typeof FileSource>;

/** A kernel or an initrd may also come from the web: main fetches it and puts it on the host. */
export const BootFileSource = z.discriminatedUnion('kind', [
  ...FileSource.options,
  z.object({ kind: z.literal('url'), url: z.string().min(1).max(4096) }),
]);
export type BootFileSource = z.infer<typeof BootFileSource>;
