import { z } from 'zod';

/** An operating system of the database, as the searched list shows it. */
export const OsEntry = z.object({
  /** A URI, "http://debian.org/debian/12": what goes into a definition's metadata. */
  id: z.string(),
  /** "debian12"; the first where it has several. */
  shortId: z.string(),
  /** Further short ids: "debianbookworm". */
  aliases: z.array(z.string()),
  name: z.string(),
  version: z.string().nullable(),
  /** "linux", "winnt", "freebsd"... */
  family: z.string().nullable(),
  /** "debian", "win", "fedora"... */
  distro: z.string().nullable(),
  vendor: z.string().nullable(),
  /** "bookworm". */
  codename: z.string().nullable(),
  /** ISO 8601 dates. */
  releaseDate: z.string().nullable(),
  eolDate: z.string().nullable(),
  status: z.enum(['released', 'prerelease', 'snapshot', 'rolling']),
  /** Neither past its end of life nor a prerelease or a daily snapshot. A rolling release is supported. */
  supported: z.boolean(),
});
export type OsEntry = z.infer<typeof OsEntry>;

/** What an operating system wants of a machine. Null: the database does not say. */
export const OsResources = z.object({
  memoryMiB: z.number().nullable(),
  vcpus: z.number().int().nullable(),
  /** Bytes. */
  storageBytes: z.number().nullable(),
});
export type OsResources = z.infer<typeof OsResources>;

/** Devices that the system has drivers for, from the start, in words of libvirt's models. */
export const OsDrivers = z.object({
  /** Disks on virtio (PCI): 1af4:1001 or 1af4:1042. */
  virtioBlock: z.boolean(),
  virtioScsi: z.boolean(),
  virtioNet: z.boolean(),
  virtioRng: z.boolean(),
  virtioBalloon: z.boolean(),
  virtioInput: z.boolean(),
  virtioGpu: z.boolean(),
  virtioSerial: z.boolean(),
  virtioVsock: z.boolean(),
  virtioFs: z.boolean(),
  /** Devices of virtio 1.0 (1af4:1041...), which PCIe slots need. */
  virtio1: z.boolean(),
  qxl: z.boolean(),
  usbTablet: z.boolean(),
  /** qemu-xhci. */
  usb3: z.boolean(),
  /** Runs on the Q35 chipset. */
  q35: z.boolean(),
  /** SATA disks (AHCI). */
  sata: z.boolean(),
  e1000: z.boolean(),
  e1000e: z.boolean(),
  rtl8139: z.boolean(),
  /** Sound: model names of libvirt, best first ("ich9", "ich6", "ac97", "es1370", "sb16"). */
  sound: z.array(z.string()),
});
export type OsDrivers = z.infer<typeof OsDrivers>;

/** A firmware that the database speaks of. */
export const OsFirmware = z.object({
  arch: z.string(),
  type: z.enum(['bios', 'efi']),
  supported: z.boolean(),
});
export type OsFirmware = z.infer<typeof OsFirmware>;

/** A place in the network that the system installs from. */
export const OsTree = z.object({
  arch: z.string(),
  url: z.string(),
  /** Paths below the URL. */
  kernel: z.string().nullable(),
  initrd: z.string().nullable(),
  bootIso: z.string().nullable(),
  /** "server", "workstation"...; empty: any. */
  variants: z.array(z.string()),
});
export type OsTree = z.infer<typeof OsTree>;

/** Drivers that can be added to an installation (virtio-win...). */
export const OsDriverPack = z.object({
  arch: z.string(),
  url: z.string(),
  files: z.array(z.string()),
  /** The installer can load them before it begins. */
  preInstallable: z.boolean(),
  signed: z.boolean(),
  /** The devices that work with them, as {@link OsFacts.drivers} names them. */
  drivers: OsDrivers,
});
export type OsDriverPack = z.infer<typeof OsDriverPack>;

/** How an answer file reaches the installer. */
export const InjectionMethod = z.enum(['cdrom', 'disk', 'floppy', 'initrd', 'web']);
export type InjectionMethod = z.infer<typeof InjectionMethod>;

/** Something that a script can be told. */
export const OsScriptParam = z.object({
  /** libosinfo's name: "admin-password", "user-login", "target-disk", "reg-product-key"... */
  name: z.string(),
  required: z.boolean(),
});
export type OsScriptParam = z.infer<typeof OsScriptParam>;

/** An answer file for unattended installation that can be generated. */
export const OsScript = z.object({
  id: z.string(),
  /** "jeos" or "desktop". */
  profile: z.string(),
  /** The name that the installer looks for: "preseed.cfg", "autounattend.xml". */
  expectedFilename: z.string(),
  /** What the script needs, before anything else. */
  injectionMethods: z.array(InjectionMethod),
  params: z.array(OsScriptParam),
  needsInternet: z.boolean(),
  /** The installer's paths: DOS ("A:") or UNIX. */
  pathFormat: z.enum(['unix', 'dos']),
  canPreInstallDrivers: z.boolean(),
  canPostInstallDrivers: z.boolean(),
  /** "$$$$$-$$$$$-..." with a sign for each letter or digit ($), letter (%) or digit (@); null: it takes none. */
  productKeyFormat: z.string().nullable(),
});
export type OsScript = z.infer<typeof OsScript>;

/** A ready disk image for the cloud. */
export const OsImage = z.object({
  arch: z.string(),
  url: z.string(),
  /** "qcow2", "raw"... */
  format: z.string(),
  cloudInit: z.boolean(),
  variants: z.array(z.string()),
});
export type OsImage = z.infer<typeof OsImage>;

/** Everything that provisioning has to know of an operating system on one architecture. */
export const OsFacts = z.object({
  id: z.string(),
  shortId: z.string(),
  name: z.string(),
  family: z.string().nullable(),
  distro: z.string().nullable(),
  /** libvirt's name of the architecture that the facts hold for: "x86_64". */
  arch: z.string(),
  /** No such system in the database, or no database: cautious values that fit most systems. */
  generic: z.boolean(),
  resources: z.object({
    minimum: OsResources,
    recommended: OsResources,
    maximum: OsResources,
    /** Installing from the network needs more memory. */
    networkInstall: OsResources,
    /** Recommended, else twice the minimum: what a new machine should get. */
    suggested: OsResources,
  }),
  /** Ids of the devices that it has drivers for: "http://pcisig.com/pci/1af4/1001". */
  devices: z.array(z.string()),
  drivers: OsDrivers,
  /** Its firmwares on this architecture; empty: the database does not say. */
  firmware: z.array(OsFirmware),
  biosSupported: z.boolean(),
  efiSupported: z.boolean(),
  /** Windows 11 and Windows Server 2025 refuse to install without (documented by Microsoft, not in the database). */
  requiresTpm: z.boolean(),
  requiresSecureBoot: z.boolean(),
  clock: z.enum(['utc', 'localtime']),
  windows: z.boolean(),
  /** The user of its cloud images: "debian". */
  cloudImageUsername: z.string().nullable(),
  images: z.array(OsImage),
  trees: z.array(OsTree),
  driverPacks: z.array(OsDriverPack),
  scripts: z.array(OsScript),
  /** The kernel's argument that names the tree: "inst.repo", "url", "install"... */
  kernelUrlArgument: z.string().nullable(),
  /** Names of guest agents' channels that are of use: "org.qemu.guest_agent.0". */
  agentChannels: z.array(z.string()),
  /** How often the installer starts the machine anew before it has finished; null: unknown. */
  installerReboots: z.number().int().nullable(),
});
export type OsFacts = z.infer<typeof OsFacts>;

/** The database, as far as it is there. */
export const OsDatabaseInfo = z.object({
  available: z.boolean(),
  /** Why not, and what to install. */
  reason: z.string().nullable(),
  /** Of the newest database found: "20221130". */
  version: z.string().nullable(),
  /** Folders that were read, those of the user last. */
  folders: z.array(z.string()),
  /** Number of systems. */
  count: z.number().int(),
});
export type OsDatabaseInfo = z.infer<typeof OsDatabaseInfo>;
