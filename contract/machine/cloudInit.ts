import { z } from 'zod';

const Line = z.string().max(4096);
/** Texts of cloud-init are small; more than this is refused before anything is made. */
const Document = z.string().max(512 * 1024);

/** A user that cloud-init makes in the guest. */
export const CloudUser = z.object({
  name: z.string().min(1).max(64),
  fullName: Line.default(''),
  /** Public keys, one each, as they stand in authorized_keys. */
  sshKeys: z.array(z.string().min(1).max(16384)).max(100).default([]),
  /** In the clear, as typed; main hashes it before it is written anywhere. Null: no password. */
  password: z.string().min(1).max(1024).nullable().default(null),
  sudo: z.boolean().default(true),
});
export type CloudUser = z.infer<typeof CloudUser>;

/** The first network card of the guest. */
export const CloudNetwork = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dhcp') }),
  z.object({
    kind: z.literal('static'),
    /** With prefix length: 192.0.2.10/24, 2001:db8::10/64. */
    addresses: z.array(Line).min(1).max(16),
    gateway4: Line.default(''),
    gateway6: Line.default(''),
    nameservers: z.array(Line).max(16).default([]),
    search: z.array(Line).max(16).default([]),
  }),
]);
export type CloudNetwork = z.infer<typeof CloudNetwork>;

/** What the guest is told at its first boot: a form, or the documents themselves. */
export const CloudInit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    /** Empty: the machine's name. */
    hostname: z.string().max(253).default(''),
    users: z.array(CloudUser).max(100).default([]),
    network: CloudNetwork.default({ kind: 'dhcp' }),
    updatePackages: z.boolean().default(false),
    packages: z.array(Line).max(1000).default([]),
    /** Shell commands, run once at the end of the first boot. */
    commands: z.array(Line).max(1000).default([]),
    timezone: z.string().max(128).default(''),
    locale: z.string().max(128).default(''),
  }),
  z.object({
    kind: z.literal('raw'),
    userData: Document,
    /** Empty: main writes one with the machine's name. */
    metaData: Document.default(''),
    /** Empty: none. */
    networkConfig: Document.default(''),
  }),
  z.object({ kind: z.literal('none') }),
]);
export type CloudInit = z.infer<typeof CloudInit>;
