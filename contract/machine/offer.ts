import { z } from 'zod';
import { NetworkInfo, PoolInfo } from '../storage.ts';

/** A method, and why the host cannot do it; null: it can. */
const MethodOffer = z.object({ method: z.string(), refusal: z.string().nullable() });
export type MethodOffer = z.infer<typeof MethodOffer>;

/** An architecture that the host can run. */
export const ArchOffer = z.object({
  arch: z.string(),
  /** hvm, xen, exe... */
  osType: z.string(),
  /** Domain types, best first, with a note where one is doubtful or slow. */
  virtTypes: z.array(z.object({ type: z.string(), note: z.string().nullable(), maxVcpus: z.number().int() })),
  /** Machine types, the suggested one first. */
  machines: z.array(z.string()),
});
export type ArchOffer = z.infer<typeof ArchOffer>;

/** What a host offers for new machines. */
export const HostOffer = z.object({
  /** Why nothing can be made here; null: it can. */
  refusal: z.string().nullable(),
  methods: z.array(MethodOffer),
  arches: z.array(ArchOffer),
  /** Of the host; 0: unknown. */
  memoryKiB: z.number(),
  cpus: z.number().int(),
  pools: z.array(PoolInfo),
  networks: z.array(NetworkInfo),
  /** Bridges of the host and cards for macvtap, as far as the host tells them. */
  bridges: z.array(z.string()),
  cards: z.array(z.object({ name: z.string(), up: z.boolean().nullable() })),
  /** CD-ROM drives of the host: device path and what is in it. */
  drives: z.array(z.object({ path: z.string(), medium: z.string().nullable() })),
  defaultPool: z.string().nullable(),
  defaultNetwork: z.string().nullable(),
  /** Whether paths of the host are paths of the machine that Virtdeck runs on. */
  local: z.boolean(),
});
export type HostOffer = z.infer<typeof HostOffer>;

/** What would be made, before anything is made. */
export const MachinePreview = z.object({
  /** The definition that stays. */
  xml: z.string(),
  /** The definition of the first boot, where it is another one; null: the same. */
  installXml: z.string().nullable(),
  /** What is made on the host before the machine, in words, with its XML where it is a volume. */
  makes: z.array(z.object({ words: z.string(), xml: z.string().nullable() })),
  warnings: z.array(z.string()),
  /** What would make it fail; nothing is made while there is any. */
  problems: z.array(z.string()),
  /** The same by hand: with virt-install, and with virsh; a command each. */
  virtInstall: z.array(z.string()),
  virsh: z.array(z.string()),
});
export type MachinePreview = z.infer<typeof MachinePreview>;

/** Choices of the wizard kept under a name. */
export const Recipe = z.object({
  name: z.string().min(1).max(128),
  /** The wizard's own answers, without secrets. */
  answers: z.record(z.string(), z.unknown()),
  method: z.string(),
  time: z.number(),
});
export type Recipe = z.infer<typeof Recipe>;
