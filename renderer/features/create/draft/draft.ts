import { z } from 'zod';
import { Platform } from '../../../../contract/index.ts';
import {
  amount,
  CardDraft,
  CloudUserDraft,
  DiskDraft,
  file,
  flag,
  OsName,
  part,
  rows,
  text,
} from './parts.ts';

const METHOD = [
  'iso',
  'pxe',
  'kernel',
  'import',
  'tree',
  'cloud',
  'empty',
  'os-container',
  'app-container',
] as const;

const how = part({
  connection: z.string().nullable().catch(null),
  method: z.enum(METHOD).catch('iso'),
  /** Empty: the host's own. */
  arch: text(),
  /** Empty: the best that the host offers. */
  virtType: text(),
  /** Machine type; empty: the suggested one. */
  machine: text(),
});

/** The system that will be in the machine. */
const os = part({
  /** `auto`: what was recognised. */
  choice: z.enum(['auto', 'chosen']).catch('auto'),
  /** Null: generic. */
  chosen: OsName.nullable().catch(null),
  recognised: OsName.nullable().catch(null),
});

const iso = part({ media: file(), withDrivers: flag(false), drivers: file() });

const pxe = part({ order: z.enum(['disk-first', 'network-first', 'two-phase']).catch('disk-first') });

const kernel = part({
  kernel: file('path'),
  withInitrd: flag(true),
  initrd: file('path'),
  arguments: text(),
  boot: z.enum(['two-phase', 'permanent']).catch('two-phase'),
  withMedia: flag(false),
  media: file(),
  withDeviceTree: flag(false),
  deviceTree: file('path'),
  withAcpiTable: flag(false),
  acpiTable: file('path'),
});

/** Lists stand in text fields: separated by blanks or commas, keys and commands one a line. */
const cloudInit = part({
  kind: z.enum(['form', 'raw', 'none']).catch('form'),
  hostname: text(),
  users: rows(CloudUserDraft, 1),
  network: z.enum(['dhcp', 'static']).catch('dhcp'),
  addresses: text(),
  gateway4: text(),
  gateway6: text(),
  nameservers: text(),
  search: text(),
  updatePackages: flag(false),
  packages: text(),
  commands: text(),
  timezone: text(),
  locale: text(),
  userData: text('#cloud-config\n'),
  metaData: text(),
  networkConfig: text(),
});

const cloud = part({
  image: file(),
  disk: z.enum(['overlay', 'copy']).catch('overlay'),
  /** Empty: the host's default pool. */
  pool: text(),
  /** Else the disk is as large as the image. */
  enlarge: flag(true),
  /** Null: what the system should have. */
  sizeGiB: amount,
  init: cloudInit,
  removeSeed: flag(true),
});

const unattended = part({
  use: flag(false),
  profile: text(),
  adminPassword: text(),
  userLogin: text(),
  userPassword: text(),
  userFullName: text(),
  hostname: text(),
  timezone: text('Etc/UTC'),
  language: text('en_US'),
  keyboard: text('us'),
  productKey: text(),
});

const resources = part({
  /** Null: what is recommended. NaN: the field is empty. */
  vcpus: amount,
  memoryMiB: amount,
  disks: rows(DiskDraft, 1),
  /** Besides the one that an import or a cloud image brings. */
  moreDisks: rows(DiskDraft, 0),
});

const review = part({
  name: text(),
  /** Whether the user typed the name; else it follows the system or the medium. */
  nameTyped: flag(false),
  title: text(),
  autostart: flag(false),
  /** The definition as the user has edited it; null: as planned. */
  edited: z.string().nullable().catch(null),
  /** The answers that it was edited for, as a text to compare. */
  editedFor: text(),
});

/** Of the choices about the platform those that are of their kind. */
const platform = z.preprocess((value) => {
  const given = typeof value === 'object' && value !== null ? value : {};
  return Object.fromEntries(
    Object.entries(Platform.shape).flatMap(([name, schema]) => {
      const one: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
      return schema.safeParse(one).success ? [[name, one]] : [];
    }),
  );
}, Platform.partial());

/** What the wizard holds: every answer that was given, also those that another answer makes void. */
export const Draft = z.object({
  how,
  os,
  iso,
  pxe,
  kernel,
  importing: part({ disk: file() }),
  tree: part({ location: text(), arguments: text() }),
  cloud,
  osContainer: part({ root: text(), init: text('/sbin/init') }),
  appContainer: part({ init: text('/bin/sh'), arguments: text() }),
  unattended,
  resources,
  cards: rows(CardDraft, 1),
  /** Only what differs from the defaults. */
  platform,
  review,
});
export type Draft = z.infer<typeof Draft>;
export type KernelDraft = Draft['kernel'];
export type CloudDraft = Draft['cloud'];
export type CloudInitDraft = Draft['cloud']['init'];
export type UnattendedDraft = Draft['unattended'];

/** The draft that a wizard begins with. */
export function emptyDraft(): Draft {
  return Draft.parse({});
}

/** A row for one of the draft's lists. */
export const newDisk = (change: Partial<DiskDraft> = {}): DiskDraft => DiskDraft.parse(change);
export const newCard = (change: Partial<CardDraft> = {}): CardDraft => CardDraft.parse(change);
export const newCloudUser = (change: Partial<CloudUserDraft> = {}): CloudUserDraft =>
  CloudUserDraft.parse(change);
