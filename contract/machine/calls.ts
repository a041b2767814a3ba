import { z } from 'zod';
import { ConnectionId, JobId, Nothing, ObjectName } from '../common.ts';
import { Ticket } from '../consoles.ts';
import { call } from '../spec.ts';
import { FolderListing, FolderRequest } from './browse.ts';
import { HostOffer, MachinePreview, Recipe } from './offer.ts';
import { PlatformDefaults } from './platform.ts';
import { FileSource } from './source.ts';
import { MachineSpec } from './spec.ts';
import {
  ImageFacts,
  PxeCheck,
  PxeSet,
  TreeFacts,
  UploadId,
  UploadRequest,
  WaitingUpload,
} from './transfer.ts';

const onConnection = z.object({ connection: ConnectionId });

/** New machines: what a host offers, what would be made, making it. */
export const machineCalls = {
  offer: call({ input: onConnection, output: HostOffer }),
  /** Null when the name can be used, else the reason. */
  checkName: call({
    input: onConnection.extend({ name: z.string().max(1000) }),
    output: z.object({ problem: z.string().nullable() }),
  }),
  /** Platform and sizes that fit; `machine` null: the suggested machine type. */
  defaults: call({
    input: onConnection.extend({
      os: z.string().max(512).nullable(),
      method: z.string().max(64),
      virtType: z.string().max(32),
      arch: z.string().max(32).nullable(),
      machine: z.string().max(64).nullable(),
    }),
    output: PlatformDefaults,
  }),
  /** What would be made. Nothing is. */
  plan: call({ input: MachineSpec, output: MachinePreview }),
  make: call({ input: MachineSpec, output: z.object({ job: JobId }) }),
} as const;

/** What machines are made from. */
export const sourceCalls = {
  /** A folder of the host: its files where they can be seen, otherwise what its pools have there. */
  browse: call({ input: onConnection.extend(FolderRequest.shape), output: FolderListing }),
  /** A disk image: format, backing chain, who uses it. */
  image: call({ input: onConnection.extend({ source: FileSource }), output: ImageFacts }),
  /** Looks for an installation tree; throws what is wrong with it. */
  tree: call({
    input: onConnection.extend({
      location: z.string().min(1).max(4096),
      arch: z.string().max(32).nullable(),
    }),
    output: TreeFacts,
  }),
  /** What a PXE client would find on a libvirt network, a bridge or a card. */
  pxe: call({
    input: onConnection.extend({
      kind: z.enum(['network', 'bridge', 'direct', 'user']),
      name: z.string().max(255),
    }),
    output: PxeCheck,
  }),
  /**
   * Sets TFTP root and boot file of a libvirt network, in its definition. They count from its next start on:
   * `if-unused` starts an active network anew unless running machines have cards on it.
   */
  setPxe: call({
    input: onConnection.extend({
      network: ObjectName,
      tftpRoot: z.string().min(1).max(4096),
      bootFile: z.string().min(1).max(1024),
      restart: z.enum(['if-unused', 'always', 'never']).default('if-unused'),
    }),
    output: PxeSet,
  }),
} as const;

/** Local files on their way into pools. */
export const uploadCalls = {
  /** Begins one, or goes on with one that was cut off. A ticket where the window has to send the bytes. */
  begin: call({
    input: UploadRequest,
    output: z.object({ id: UploadId, job: JobId, ticket: Ticket.nullable(), offset: z.number() }),
  }),
  /** Those to a host that wait for a window to send the rest. */
  waiting: call({ input: onConnection, output: z.array(WaitingUpload) }),
  /** A new channel for an upload whose link went; the bytes go on at `offset`. */
  resume: call({
    input: z.object({ id: UploadId }),
    output: z.object({ ticket: Ticket, offset: z.number() }),
  }),
  /** Gives it up; nothing of it is left on the host. */
  cancel: call({ input: z.object({ id: UploadId }), output: Nothing }),
} as const;

/** Choices of the wizard kept under a name. */
export const recipeCalls = {
  list: call({ input: Nothing, output: z.array(Recipe) }),
  /** Replaces one of the same name. */
  save: call({ input: Recipe, output: Nothing }),
  remove: call({ input: z.object({ name: z.string().max(128) }), output: Nothing }),
} as const;
