import { z } from 'zod';
import { ConnectionId, Timestamp, Uuid } from './common.ts';
import { HostLoad } from './host.ts';

/** virDomainState, in lower case. */
export const DomainState = z.enum([
  'nostate',
  'running',
  'blocked',
  'paused',
  'shutdown', // being shut down
  'shutoff',
  'crashed',
  'pmsuspended',
]);
export type DomainState = z.infer<typeof DomainState>;

/** A row of the inventory: what is known of every domain without reading its XML. */
export const DomainRow = z.object({
  uuid: Uuid,
  name: z.string(),
  /** The hypervisor's id while active, else null. */
  id: z.number().int().nullable(),
  state: DomainState,
  /** The reason libvirt gives for the state ("booted", "destroyed", "ioerror"...), in lower case. */
  reason: z.string(),
  persistent: z.boolean(),
  autostart: z.boolean(),
  managedSave: z.boolean(),
  hasSnapshots: z.boolean(),
  vcpus: z.number().int(),
  /** Current and maximum memory in KiB. */
  memoryKiB: z.number(),
  maxMemoryKiB: z.number(),
  /** Filled in behind, from the XML; null: not known yet. */
  title: z.string().nullable(),
  description: z.string().nullable(),
  tags: z.array(z.string()).nullable(),
  /** libosinfo id of the guest's system. */
  os: z.string().nullable(),
  /** Addresses known from agent, leases or ARP; null: not asked yet. */
  addresses: z.array(z.string()).nullable(),
  /** The picture that the user chose. */
  icon: z.string().nullable().optional(),
  /** When Virtdeck saw it start; not there: it was running before Virtdeck looked. */
  startedAt: Timestamp.nullable().optional(),
});
export type DomainRow = z.infer<typeof DomainRow>;

/** A change of one connection's picture. Patches of a connection have consecutive revisions. */
export const InventoryPatch = z.object({
  connection: ConnectionId,
  revision: z.number().int(),
  added: z.array(DomainRow),
  changed: z.array(DomainRow.partial().required({ uuid: true })),
  removed: z.array(Uuid),
});
export type InventoryPatch = z.infer<typeof InventoryPatch>;

/** The whole picture of a connection. `complete` is false until the first list has arrived. */
export const InventorySnapshot = z.object({
  connection: ConnectionId,
  revision: z.number().int(),
  complete: z.boolean(),
  domains: z.array(DomainRow),
});
export type InventorySnapshot = z.infer<typeof InventorySnapshot>;

/** Rates of one active domain over the last tick. */
export const DomainRates = z.object({
  uuid: Uuid,
  /** Per cent of all the host's CPUs together that this guest uses, 0 to 100. */
  hostCpu: z.number(),
  /** Per cent of the guest's own vCPUs, 0 to 100. */
  cpu: z.number(),
  /** Memory used by the guest in KiB, where the balloon driver tells, else its current size. */
  memoryKiB: z.number(),
  /** Bytes per second. */
  diskRead: z.number(),
  diskWrite: z.number(),
  netRx: z.number(),
  netTx: z.number(),
});
export type DomainRates = z.infer<typeof DomainRates>;

/** One statistics tick of one connection. Domains that are not listed are not active. */
export const StatsTick = z.object({
  connection: ConnectionId,
  time: z.number(),
  rates: z.array(DomainRates),
  /** The host itself; null where its driver tells nothing of it, and in the first tick. */
  host: HostLoad.nullable(),
});
export type StatsTick = z.infer<typeof StatsTick>;

/** Something that happened to a domain and that a user may want to know. */
export const DomainEvent = z.object({
  connection: ConnectionId,
  uuid: Uuid,
  time: z.number(),
  kind: z.enum([
    'lifecycle',
    'reboot',
    'watchdog',
    'io-error',
    'graphics',
    'agent',
    'device',
    'job',
    'other',
  ]),
  /** In words: "Started (booted)", "I/O error on vda: no space left". */
  message: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
});
export type DomainEvent = z.infer<typeof DomainEvent>;

/** What the likely actions on a domain are called in calls. */
export const DomainAction = z.enum(['start', 'shutdown', 'reboot', 'reset', 'destroy', 'suspend', 'resume']);
export type DomainAction = z.infer<typeof DomainAction>;
