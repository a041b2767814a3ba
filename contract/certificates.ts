import { z } from 'zod';

/** A server and the names and addresses under which clients reach it. */
export const ServerWish = z.object({ names: z.array(z.string().min(1).max(253)).min(1).max(50) });

/** Which certificates to make for TLS connections. */
export const CertificateWish = z.object({
  /**
   * Absolute path of the folder for them; null: one in the user's data folder. Where it has an authority
   * already, that one signs.
   */
  folder: z.string().max(4096).nullable(),
  servers: z.array(ServerWish).max(100),
  /** Names of people or machines that connect. */
  clients: z.array(z.string().min(1).max(64)).max(100),
  /** How long servers' and clients' certificates are good; the authority's own is good for ten years. */
  days: z.number().int().min(1).max(3650).default(1095),
});
export type CertificateWish = z.infer<typeof CertificateWish>;

/** A file to be copied to where libvirt looks for it. */
export const CertificatePlacing = z.object({
  /** Absolute path here. */
  from: z.string(),
  /** Absolute path there; `~` is the home folder of the user who connects. */
  to: z.string(),
  /** Octal, "0600". */
  mode: z.string(),
  secret: z.boolean(),
});

/** What to do on one machine. */
export const CertificateStep = z.object({
  /** "On lab1, as root". */
  title: z.string(),
  /** Machine that it is about; null: the one that Virtdeck runs on. */
  host: z.string().nullable(),
  placings: z.array(CertificatePlacing),
  /** The same as commands for a terminal, with what else is needed. Lines that begin with # explain. */
  commands: z.array(z.string()),
});
export type CertificateStep = z.infer<typeof CertificateStep>;

/** Certificates that were made, and where they belong. */
export const MadeCertificates = z.object({
  folder: z.string(),
  /** Whether an authority was there already and has signed these. */
  authorityUsedAgain: z.boolean(),
  /** Paths of all new files. */
  files: z.array(z.string()),
  steps: z.array(CertificateStep),
});
export type MadeCertificates = z.infer<typeof MadeCertificates>;
