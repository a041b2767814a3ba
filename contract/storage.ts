import { z } from 'zod';

export const PoolInfo = z.object({
  name: z.string(),
  uuid: z.string(),
  /** dir, fs, netfs, logical, rbd... */
  type: z.string(),
  active: z.boolean(),
  persistent: z.boolean(),
  autostart: z.boolean(),
  /** Bytes. */
  capacity: z.number(),
  allocation: z.number(),
  available: z.number(),
  /** Target path on the host, where the type has one. */
  path: z.string().nullable(),
});
export type PoolInfo = z.infer<typeof PoolInfo>;

export const VolumeInfo = z.object({
  name: z.string(),
  key: z.string(),
  path: z.string(),
  type: z.enum(['file', 'block', 'dir', 'network', 'netdir', 'ploop', 'unknown']),
  /** raw, qcow2, iso...; null where it was not read. */
  format: z.string().nullable(),
  /** Bytes. */
  capacity: z.number(),
  allocation: z.number(),
});
export type VolumeInfo = z.infer<typeof VolumeInfo>;

export const NetworkInfo = z.object({
  name: z.string(),
  uuid: z.string(),
  active: z.boolean(),
  persistent: z.boolean(),
  autostart: z.boolean(),
  bridge: z.string().nullable(),
});
export type NetworkInfo = z.infer<typeof NetworkInfo>;
