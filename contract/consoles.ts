import { z } from 'zod';
import { DomainRef, Timestamp } from './common.ts';

/** A single-use permission to open one byte channel. */
export const Ticket = z.string().min(16).max(128);

/** What a machine takes keys and text with, as far as its display is concerned. */
export const DisplayInput = z.object({
  /** The keyboard to which the hypervisor gives the keys. */
  keyboard: z.enum(['ps2', 'usb', 'virtio']),
  /** How programs of the guest end lines of text. */
  lineEnd: z.enum(['\n', '\r\n']),
  /** Why its clipboard cannot be reached; null: it can, if an agent runs in the guest. */
  clipboardRefusal: z.string().nullable(),
});
export type DisplayInput = z.infer<typeof DisplayInput>;

/** One way of seeing or typing into a domain, as its definition names it. */
export const ConsoleInfo = z.object({
  kind: z.enum(['graphics', 'text']),
  /** Index among the graphics devices, or the alias of the character device ("serial0"). */
  key: z.string(),
  /** vnc, spice, rdp...; serial, console, channel. */
  type: z.string(),
  title: z.string(),
  /** Why it cannot be opened; null: it can. */
  refusal: z.string().nullable(),
  /** What one should know of it: screens that it does not show, a pointer that drifts. */
  notes: z.array(z.string()),
  /** Screens of the machine that the display can show, one at a time. */
  screens: z.number().int().positive(),
  /** Of a display that Virtdeck cannot show: what can be done instead, each with why not, or null where it can. */
  instead: z.object({ viewer: z.string().nullable(), addVnc: z.string().nullable() }).nullable(),
  /** Of a display that Virtdeck can show. */
  input: DisplayInput.nullable(),
});
export type ConsoleInfo = z.infer<typeof ConsoleInfo>;

/** What a text console prints, as main writes it to a file. */
export const ConsoleLog = z.object({
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  since: Timestamp,
  /** Why nothing is read at present (the machine is off...); null: it is read. */
  waiting: z.string().nullable(),
  /** Why nothing is written any more (the disk is full...); null: it goes on. */
  ended: z.string().nullable(),
});
export type ConsoleLog = z.infer<typeof ConsoleLog>;

/** What a display showed when it was last seen. */
export const LastFrame = z.object({
  /** A JPEG as data URL. */
  picture: z.string(),
  time: Timestamp,
});
export type LastFrame = z.infer<typeof LastFrame>;

/** A text console has another log, or none. */
export const ConsoleLogChange = DomainRef.extend({ key: z.string(), log: ConsoleLog.nullable() });
export type ConsoleLogChange = z.infer<typeof ConsoleLogChange>;
