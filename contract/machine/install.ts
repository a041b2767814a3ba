import { z } from 'zod';
import { ObjectName } from '../common.ts';
import { CloudInit } from './cloudInit.ts';
import { BootFileSource, FileSource, HostPath } from './source.ts';
import { Unattended } from './unattended.ts';

/** The kernel's command line. */
const Arguments = z.string().max(4096).default('');

/** From a CD-ROM image or drive. The disk boots first, and the drive as long as nothing is on it. */
export const IsoInstall = z.object({
  method: z.literal('iso'),
  media: FileSource,
  /** Drivers for Windows, in a second drive. */
  driversMedia: FileSource.nullable().default(null),
  unattended: Unattended.nullable().default(null),
});

/** From the network. */
export const PxeInstall = z.object({
  method: z.literal('pxe'),
  /**
   * `disk-first`: the network only as long as the disk cannot be booted. `network-first`: always asks the
   * network. `two-phase`: the network once, whatever is on the disk, and the disk from then on
   * (https://libvirt.org/formatdomain.html, on_reboot).
   */
  order: z.enum(['disk-first', 'network-first', 'two-phase']),
});

/** From a kernel given directly. */
export const KernelInstall = z.object({
  method: z.literal('kernel'),
  kernel: BootFileSource,
  initrd: BootFileSource.nullable().default(null),
  arguments: Arguments,
  /** `two-phase`: this kernel for the first boot only; `permanent`: at every boot. */
  boot: z.enum(['two-phase', 'permanent']),
  deviceTree: FileSource.nullable().default(null),
  acpiTable: FileSource.nullable().default(null),
  /** What the installer reads, in a CD-ROM drive. */
  media: FileSource.nullable().default(null),
});

/** A disk that has a system on it already; it becomes the first one. */
export const ImportInstall = z.object({ method: z.literal('import'), disk: FileSource });

/** From a distribution's installation tree; its kernel and initrd are put on the host for the first boot. */
export const TreeInstall = z.object({
  method: z.literal('tree'),
  /** http://, https:// or ftp://, or a folder of this machine. */
  location: z.string().min(1).max(4096),
  arguments: Arguments,
  unattended: Unattended.nullable().default(null),
});

/** From an image that is made for clouds. */
export const CloudInstall = z.object({
  method: z.literal('cloud'),
  image: FileSource,
  /** `overlay`: a disk that holds what differs from the image, which has to stay; `copy`: all of it. */
  disk: z.enum(['overlay', 'copy']),
  /** Where the disk is made. */
  pool: ObjectName,
  /** Bytes; null: as large as the image. */
  capacity: z.number().int().positive().nullable().default(null),
  cloudInit: CloudInit,
  /** Whether the disk with cloud-init's documents goes after the first boot. */
  removeSeed: z.boolean().default(true),
});

/** No operating system yet. */
export const EmptyInstall = z.object({ method: z.literal('empty') });

/** An LXC container that boots a system of its own. */
export const OsContainerInstall = z.object({
  method: z.literal('os-container'),
  /** The folder on the host that becomes the container's root. */
  root: HostPath,
  init: HostPath.default('/sbin/init'),
});

/** An LXC container that runs one program of the host. */
export const AppContainerInstall = z.object({
  method: z.literal('app-container'),
  init: HostPath.default('/bin/sh'),
  arguments: z.array(z.string().max(4096)).max(1000).default([]),
});

/** How a new machine gets its operating system. */
export const Install = z.discriminatedUnion('method', [
  IsoInstall,
  PxeInstall,
  KernelInstall,
  ImportInstall,
  TreeInstall,
  CloudInstall,
  EmptyInstall,
  OsContainerInstall,
  AppContainerInstall,
]);
export type Install = z.infer<typeof Install>;
export type InstallMethod = Install['method'];
