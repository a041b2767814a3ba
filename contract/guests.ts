import { z } from 'zod';
import { DomainRef, ObjectName, Timestamp } from './common.ts';

/** What the user writes about a machine; kept in its definition, where other clients find it. */
export const MachineTexts = z.object({
  title: z.string().max(1000),
  description: z.string().max(100_000),
  notes: z.string().max(100_000),
  tags: z.array(z.string().trim().min(1).max(200)).max(100),
  /** One of MACHINE_ICONS, or another client's word; empty: none. */
  icon: z.string().max(64),
});
export type MachineTexts = z.infer<typeof MachineTexts>;

/** Those of the texts that are to be changed. */
export const TextChanges = MachineTexts.partial();
export type TextChanges = z.infer<typeof TextChanges>;

export const TextsInput = DomainRef.extend({ texts: TextChanges });

export const RenameInput = DomainRef.extend({ name: ObjectName });

/** The pictures that a machine may have. */
export const MACHINE_ICONS = [
  'server',
  'web',
  'database',
  'desktop',
  'laptop',
  'storage',
  'backup',
  'mail',
  'router',
  'firewall',
  'container',
  'cloud',
  'build',
  'monitor',
  'test',
  'game',
] as const;
export type MachineIcon = (typeof MACHINE_ICONS)[number];

/** Where addresses of a guest are known from. */
export const AddressSource = z.enum(['agent', 'lease', 'arp']);
export type AddressSource = z.infer<typeof AddressSource>;

export const GuestInterface = z.object({
  /** The guest's name where the agent tells it, else the host's. */
  name: z.string(),
  mac: z.string(),
  /** "192.0.2.1/24" */
  addresses: z.array(z.string()),
});
export type GuestInterface = z.infer<typeof GuestInterface>;

/** What the guest's agent says; everything in it comes from the guest. Null: it does not tell that. */
export const AgentFacts = z.object({
  hostname: z.string().nullable(),
  os: z.object({ name: z.string(), kernel: z.string(), machine: z.string() }).nullable(),
  /** The guest's clock, and how far it was from ours when it was read, in ms. */
  clock: z.object({ time: Timestamp, aheadMs: z.number() }).nullable(),
  /** The offset in seconds east of UTC. */
  timezone: z.object({ name: z.string(), offset: z.number() }).nullable(),
  /** Null where the agent does not tell. */
  users: z.array(z.object({ name: z.string(), domain: z.string(), since: Timestamp.nullable() })).nullable(),
  filesystems: z
    .array(
      z.object({
        mountpoint: z.string(),
        type: z.string(),
        device: z.string(),
        /** In bytes; null: not told. */
        total: z.number().nullable(),
        used: z.number().nullable(),
        /** Targets of the disks that it is on. */
        disks: z.array(z.string()),
      }),
    )
    .nullable(),
});
export type AgentFacts = z.infer<typeof AgentFacts>;

export const GuestFacts = z.object({
  /**
   * `off`: nothing runs. `no-channel`: the machine has no channel for an agent. `absent`: it has one, and nobody
   * answers there. `silent`: the agent is there and does not answer. `unsupported`: not with this hypervisor.
   */
  agent: z.enum(['answers', 'off', 'no-channel', 'absent', 'silent', 'unsupported']),
  /** libvirt's words where it refused. */
  problem: z.string().nullable(),
  facts: AgentFacts.nullable(),
  /** Null: nobody knows any address. */
  source: AddressSource.nullable(),
  interfaces: z.array(GuestInterface),
  /** When it was read. */
  time: Timestamp,
});
export type GuestFacts = z.infer<typeof GuestFacts>;

/** Sizes of a disk in bytes. */
export const DiskUsage = z.object({
  target: z.string(),
  /** What the guest sees. */
  capacity: z.number(),
  /** What of it has been written. */
  allocation: z.number(),
  /** What it takes on the host. */
  physical: z.number(),
  /** Why there are no sizes; null: there are. */
  problem: z.string().nullable(),
});
export type DiskUsage = z.infer<typeof DiskUsage>;

/** An image below another one. */
export const BackingImage = z.object({
  source: z.string(),
  format: z.string(),
  /** In bytes; null: not known. */
  capacity: z.number().nullable(),
  allocation: z.number().nullable(),
});
export type BackingImage = z.infer<typeof BackingImage>;

/** Images from the disk's own down to the last; `problem`: why it is not known where it goes on. */
export const BackingChain = z.object({ images: z.array(BackingImage), problem: z.string().nullable() });
export type BackingChain = z.infer<typeof BackingChain>;
