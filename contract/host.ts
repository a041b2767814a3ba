import { z } from 'zod';
import { Uuid, XmlText } from './common.ts';

/** Why a piece of the host's description is missing. */
export const Missing = z.object({
  /** True: this hypervisor, driver or libvirt cannot tell at all. False: it failed to. */
  unsupported: z.boolean(),
  /** In a sentence, for a tooltip. */
  reason: z.string(),
});
export type Missing = z.infer<typeof Missing>;

/** A piece of the description, or why it is missing: one that cannot be had takes nothing else with it. */
function told<T extends z.ZodType>(value: T) {
  return z.union([z.object({ value }), z.object({ missing: Missing })]);
}

/** A piece as {@link HostDetails} has it. */
export type Told<T> = { value: T } | { missing: Missing };

/** virNodeInfo: the processors and memory of the host. */
export const HostNode = z.object({
  /** "x86_64". */
  arch: z.string(),
  memoryKiB: z.number(),
  /** CPUs that are on line. */
  cpus: z.number().int(),
  /** 0: not known. */
  mhz: z.number().int(),
  /** NUMA cells; 1 where the topology is unusual, and then sockets, cores and threads are of the whole host. */
  cells: z.number().int(),
  /** Per cell, per socket, per core. */
  sockets: z.number().int(),
  cores: z.number().int(),
  threads: z.number().int(),
});
export type HostNode = z.infer<typeof HostNode>;

/** Free memory of one NUMA cell, in bytes. */
export const CellMemory = z.object({ cell: z.number().int(), freeBytes: z.number() });

/** Free pages of one size in one NUMA cell. */
export const FreePages = z.object({ cell: z.number().int(), sizeKiB: z.number(), free: z.number() });

/**
 * Everything that a host tells of itself. The XML documents are libvirt's; model/ reads topology, CPU
 * model, security models and migration features from the capabilities.
 */
export const HostDetails = z.object({
  hostname: told(z.string()),
  /** virConnectGetURI: the canonical URI. */
  uri: z.string(),
  /** virConnectGetType: QEMU, LXC, Xen, TEST... */
  driver: z.string(),
  /** Versions as "9.0.0". */
  hypervisorVersion: told(z.string()),
  daemonVersion: told(z.string()),
  /** The client library on this machine. */
  libraryVersion: told(z.string()),
  encrypted: told(z.boolean()),
  secure: told(z.boolean()),
  alive: told(z.boolean()),
  securityModel: told(z.object({ model: z.string(), doi: z.string() })),
  node: told(HostNode),
  /** CPUs there are, and how many of them are on line. */
  cpuMap: told(z.object({ present: z.number().int(), online: z.number().int() })),
  /** vCPUs that one machine can have at most. */
  maxVcpus: told(z.number().int()),
  freeMemoryBytes: told(z.number()),
  cellMemory: told(z.array(CellMemory)),
  freePages: told(z.array(FreePages)),
  capabilities: told(XmlText),
  /** All features of the host's CPU by name, those that its model implies included. */
  cpuFeatures: told(z.array(z.string())),
  sysinfo: told(XmlText),
});
export type HostDetails = z.infer<typeof HostDetails>;

/** How busy a host was over one statistics tick. */
export const HostLoad = z.object({
  /** Per cent of all CPUs, 0 to 100; null: the driver cannot tell. */
  cpu: z.number().nullable(),
  /** The part of it that the kernel and guests' I/O took, and waiting for disks (which is not in `cpu`). */
  kernel: z.number().nullable(),
  iowait: z.number().nullable(),
  /** KiB; used is without buffers and caches. */
  memoryUsedKiB: z.number().nullable(),
  memoryTotalKiB: z.number().nullable(),
});
export type HostLoad = z.infer<typeof HostLoad>;

/** What of a host's machines and filters matters to the one that gets a network card. */
export const HostNetworking = z.object({
  /** Names of the network filters; empty where the driver has none. */
  filters: z.array(z.string()),
  /** The MAC addresses in use, and by which machines. */
  macs: z.array(z.object({ mac: z.string(), uuid: Uuid, machine: z.string() })),
});
export type HostNetworking = z.infer<typeof HostNetworking>;
