import { z } from 'zod';

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
