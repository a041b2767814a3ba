import { z } from 'zod';

const Model = z.string().min(1).max(64);

/** The platform of a machine: every field has a value that was chosen for the host and the system. */
export const Platform = z.object({
  /** Machine type; empty: the hypervisor's own choice. */
  machine: z.string().max(64),
  firmware: z.enum(['bios', 'efi']),
  secureBoot: z.boolean(),
  /** Version of an emulated TPM. */
  tpm: z.enum(['none', '1.2', '2.0']),
  /** host-passthrough, host-model, maximum, a model's name; empty: the hypervisor's own choice. */
  cpu: z.string().max(64),
  clock: z.enum(['utc', 'localtime']),
  /** Hyper-V enlightenments for Windows. */
  hyperv: z.boolean(),
  graphics: z.enum(['none', 'vnc', 'spice']),
  /** `none`: no card. */
  video: Model,
  /** `none`: no card. */
  sound: Model,
  diskBus: Model,
  cdromBus: Model,
  cardModel: Model,
  /** USB controller; `none`: no USB. */
  usb: Model,
  tablet: z.boolean(),
  guestAgent: z.boolean(),
  rng: z.boolean(),
  balloon: z.boolean(),
  /** Whether freed blocks are given back to the host. */
  discard: z.boolean(),
  /** Free PCI Express ports for devices that are added while it runs. */
  hotplugPorts: z.number().int().min(0).max(64),
});
export type Platform = z.infer<typeof Platform>;

/** What the user wants otherwise than the defaults. */
export const PlatformChoices = Platform.partial();
export type PlatformChoices = z.infer<typeof PlatformChoices>;

/** A value that a field can have here, or why it cannot. */
export const PlatformOption = z.object({
  value: z.string(),
  label: z.string(),
  /** Null: it can be chosen. */
  refusal: z.string().nullable(),
});
export type PlatformOption = z.infer<typeof PlatformOption>;

/** The defaults for a host, a system and a method, and what can be chosen instead. */
export const PlatformDefaults = z.object({
  platform: Platform,
  /** Why a default is what it is, by field, in words, where it is not plain: "Windows 11 demands it." */
  reasons: z.record(z.string(), z.string()),
  /** By field. */
  options: z.record(z.string(), z.array(PlatformOption)),
  memoryMiB: z.object({ minimum: z.number().int().nullable(), recommended: z.number().int() }),
  vcpus: z.object({
    minimum: z.number().int().nullable(),
    recommended: z.number().int(),
    maximum: z.number().int(),
  }),
  /** Bytes. */
  disk: z.object({ minimum: z.number().nullable(), recommended: z.number() }),
  /** What the user should know: the system has no drivers for virtio, its database entry is missing... */
  notes: z.array(z.string()),
});
export type PlatformDefaults = z.infer<typeof PlatformDefaults>;
