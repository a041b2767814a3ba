import { z } from 'zod';
import { ConnectionId, Timestamp } from './common.ts';

/** What the host of the renderer can do; the only difference between Electron and the web host that it sees. */
export const HostCapabilities = z.object({
  host: z.enum(['electron', 'web']),
  /** Native file dialogs, windows of their own, notifications. */
  nativeDialogs: z.boolean(),
  ownWindows: z.boolean(),
  version: z.string(),
  /** The libvirt client library's version, or null with the reason and remedy below. */
  libvirtVersion: z.string().nullable(),
  libvirtProblem: z.string().nullable(),
});
export type HostCapabilities = z.infer<typeof HostCapabilities>;

/** What a start of the application asked to be shown. */
export const ShowTarget = z.object({
  time: Timestamp,
  connection: ConnectionId.nullable(),
  /** The machine's UUID. */
  domain: z.string().nullable(),
  /** `window`: nothing but the window itself. */
  page: z.enum(['window', 'host', 'console', 'new']),
});
export type ShowTarget = z.infer<typeof ShowTarget>;
