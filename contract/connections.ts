import { z } from 'zod';
import { ConnectionId, Timestamp } from './common.ts';
import { ApiErrorData } from './errors.ts';

/** Where a connection stands (design, section 4). */
export const ConnectionStatus = z.enum([
  'disconnected',
  'connecting',
  'waiting', // for credentials
  'connected',
  'lost', // was connected; the last known picture is kept
  'reconnecting',
]);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/** Facts about a connected host that seldom change. */
export const HostFacts = z.object({
  hostname: z.string(),
  /** virConnectGetURI: the canonical URI. */
  uri: z.string(),
  /** virConnectGetType: QEMU, LXC, Xen, TEST... */
  driver: z.string(),
  /** Versions as "9.0.0"; the hypervisor's is null where the driver does not tell. */
  libvirtVersion: z.string(),
  hypervisorVersion: z.string().nullable(),
  encrypted: z.boolean().nullable(),
  secure: z.boolean().nullable(),
  /** Number of host CPUs and memory in KiB. */
  cpus: z.number().int(),
  cpuModel: z.string(),
  memoryKiB: z.number(),
  arch: z.string(),
});
export type HostFacts = z.infer<typeof HostFacts>;

/** What the user chooses about a connection; this is what is saved. */
export const ConnectionSettings = z.object({
  uri: z.string().min(1).max(4096),
  /** Shown instead of the host name; empty: the host name. */
  name: z.string().max(200).default(''),
  readOnly: z.boolean().default(false),
  /** Open when Virtdeck starts. */
  autoConnect: z.boolean().default(true),
  /** Production hosts ask for more before destructive actions. */
  production: z.boolean().default(false),
  color: z.string().max(32).optional(),
  group: z.string().max(200).optional(),
});
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

/** A connection as the renderer sees it. */
export const Connection = z.object({
  id: ConnectionId,
  settings: ConnectionSettings,
  /** False for connections opened from the command line only. */
  saved: z.boolean(),
  status: ConnectionStatus,
  /** Whether the open connection refuses changes. */
  readOnly: z.boolean(),
  /** What connecting is doing now, in words ("Opening", "Reading the list of machines"). */
  stage: z.string().nullable(),
  /** Why it is not connected. */
  error: ApiErrorData.nullable(),
  /** When the next attempt is made, while status is lost or reconnecting. */
  retryAt: Timestamp.nullable(),
  /** When the picture was last known to be true, for lost connections. */
  lastSeen: Timestamp.nullable(),
  host: HostFacts.nullable(),
  /** What the user should know as long as it is like this: that nobody checks who answers, a key others can read... */
  warnings: z.array(z.string()).optional(),
});
export type Connection = z.infer<typeof Connection>;

/** A connection that exists on this machine and could be opened. */
export const ConnectionOffer = z.object({ uri: z.string(), title: z.string(), detail: z.string() });
export type ConnectionOffer = z.infer<typeof ConnectionOffer>;

/** A host that this user has been to, or has written down. */
export const HostSuggestion = z.object({
  /** As ssh takes it: a name of ~/.ssh/config, a host name or an address. */
  host: z.string(),
  user: z.string().nullable(),
  port: z.number().int().nullable(),
  source: z.enum(['ssh-config', 'known-hosts']),
  /** The real name or address behind a name of ~/.ssh/config. */
  detail: z.string(),
});
export type HostSuggestion = z.infer<typeof HostSuggestion>;

/** What can be offered while a URI is typed. */
export const HostSuggestions = z.object({
  hosts: z.array(HostSuggestion),
  /** `uri_aliases` of libvirt.conf: libvirt takes the name for the URI. */
  aliases: z.array(z.object({ name: z.string(), uri: z.string() })),
});
export type HostSuggestions = z.infer<typeof HostSuggestions>;
