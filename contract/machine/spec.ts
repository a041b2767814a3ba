import { z } from 'zod';
import { ConnectionId, ObjectName, XmlText } from '../common.ts';
import { Install } from './install.ts';
import { PlatformChoices } from './platform.ts';

const DiskBus = z.string().min(1).max(32).nullable().default(null);

/** A disk of the new machine, besides the one that the method itself brings. */
export const DiskSpec = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('new'),
    pool: ObjectName,
    /** Volume name; empty: derived from the machine's name. */
    name: z.string().max(255).default(''),
    /** Bytes. */
    capacity: z.number().int().positive(),
    format: z.enum(['qcow2', 'raw']).default('qcow2'),
    /** Whether all the space is taken at once. */
    preallocate: z.boolean().default(false),
    /** Null: the default for the system. */
    bus: DiskBus,
  }),
  z.object({ kind: z.literal('existing'), pool: ObjectName, volume: ObjectName, bus: DiskBus }),
]);
export type DiskSpec = z.infer<typeof DiskSpec>;

const CardModel = z.string().min(1).max(64).nullable().default(null);
/** Null: libvirt chooses one. */
const Mac = z
  .string()
  .regex(
    /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i,
    'A MAC address has six pairs of hexadecimal digits: 52:54:00:12:34:56.',
  )
  .nullable()
  .default(null);

/** A network card of the new machine. `model` null: the default for the system. */
export const CardSpec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('network'), name: ObjectName, model: CardModel, mac: Mac }),
  z.object({ kind: z.literal('bridge'), name: ObjectName, model: CardModel, mac: Mac }),
  /** macvtap on a card of the host. */
  z.object({ kind: z.literal('direct'), device: ObjectName, model: CardModel, mac: Mac }),
  z.object({ kind: z.literal('user'), model: CardModel, mac: Mac }),
]);
export type CardSpec = z.infer<typeof CardSpec>;

/** Everything that the New machine wizard has collected. */
export const MachineSpec = z.object({
  connection: ConnectionId,
  name: ObjectName,
  title: z.string().max(1024).default(''),
  /** libosinfo's id of the system; null: unknown, generic defaults. */
  os: z.string().max(512).nullable(),
  /** kvm, qemu, lxc, xen...; one that the host offers. */
  virtType: z.string().min(1).max(32),
  /** Null: the host's own. */
  arch: z.string().min(1).max(32).nullable().default(null),
  install: Install,
  /** MiB. More than this a number of KiB does not hold exactly. */
  memoryMiB: z
    .number()
    .int()
    .min(1)
    .max(2 ** 43),
  vcpus: z.number().int().min(1).max(4096),
  disks: z.array(DiskSpec).max(100),
  cards: z.array(CardSpec).max(100),
  /** What differs from the defaults for this host and system. */
  platform: PlatformChoices.default({}),
  autostart: z.boolean().default(false),
  /**
   * The definition as the user has edited it before the installation; null: as planned. Disks and media
   * that are still to be made are named in it as the plan has named them.
   */
  edited: XmlText.nullable().default(null),
});
export type MachineSpec = z.infer<typeof MachineSpec>;
/** A specification as it is sent: what has a default may be left out. */
export type MachineSpecInput = z.input<typeof MachineSpec>;
