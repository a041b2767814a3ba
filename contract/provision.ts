import { z } from 'zod';
import { ConnectionId, ObjectName } from './common.ts';
import { NetworkInfo, PoolInfo } from './storage.ts';

/** Where the installation medium is. */
export const MediaSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('volume'), pool: ObjectName, volume: ObjectName }),
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
]);
export type MediaSource = z.infer<typeof MediaSource>;

/** The machine's disk. */
export const DiskChoice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('new'),
    pool: ObjectName,
    /** Volume name; empty: derived from the machine's name. */
    name: z.string().max(255).default(''),
    /** Bytes. */
    capacity: z.number().int().positive(),
    format: z.enum(['qcow2', 'raw']).default('qcow2'),
  }),
  z.object({ kind: z.literal('existing'), pool: ObjectName, volume: ObjectName }),
  z.object({ kind: z.literal('none') }),
]);
export type DiskChoice = z.infer<typeof DiskChoice>;

export const NetworkChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('network'), name: ObjectName }),
  z.object({ kind: z.literal('bridge'), name: ObjectName }),
  z.object({ kind: z.literal('user') }),
  z.object({ kind: z.literal('none') }),
]);
export type NetworkChoice = z.infer<typeof NetworkChoice>;

/** What the New machine wizard has collected. */
export const NewMachine = z.object({
  connection: ConnectionId,
  method: z.literal('iso'),
  media: MediaSource,
  name: ObjectName,
  /** MiB. */
  memoryMiB: z.number().int().min(1),
  vcpus: z.number().int().min(1).max(4096),
  disk: DiskChoice,
  network: NetworkChoice,
  /** kvm where it works, else qemu (emulation, slow). */
  virtType: z.string().min(1).max(32),
});
export type NewMachine = z.infer<typeof NewMachine>;

/** What the chosen host offers, for the wizard's choices and limits. */
export const HostOptions = z.object({
  /** Why nothing can be created here; null: it can. */
  refusal: z.string().nullable(),
  /** Domain types this host offers for its own architecture, best first, with a note where one is doubtful. */
  virtTypes: z.array(z.object({ type: z.string(), note: z.string().nullable() })),
  arch: z.string(),
  machine: z.string(),
  maxVcpus: z.number().int(),
  memoryKiB: z.number(),
  pools: z.array(PoolInfo),
  networks: z.array(NetworkInfo),
  /** Defaults that fit this host. */
  defaults: z.object({
    memoryMiB: z.number().int(),
    vcpus: z.number().int(),
    /** Bytes. */
    diskCapacity: z.number().int(),
    pool: z.string().nullable(),
    network: z.string().nullable(),
    virtType: z.string(),
  }),
});
export type HostOptions = z.infer<typeof HostOptions>;

/** What would be made, before anything is made. */
export const NewMachinePreview = z.object({
  xml: z.string(),
  /** XML of the volume that would be created; null: none. */
  volumeXml: z.string().nullable(),
  warnings: z.array(z.string()),
  /** The same by hand, a command a line. */
  commands: z.array(z.string()),
});
export type NewMachinePreview = z.infer<typeof NewMachinePreview>;
