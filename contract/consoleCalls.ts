import { z } from 'zod';
import { DomainRef, Nothing, Uuid } from './common.ts';
import { ConsoleInfo, ConsoleLog, LastFrame, Ticket } from './consoles.ts';
import { call } from './spec.ts';

/** Displays and text consoles of machines: what there is, and the ways to their bytes. */
export const consoleCalls = {
  list: call({ input: DomainRef, output: z.array(ConsoleInfo) }),
  /**
   * Opens the display and signs in there, asking the user (prompts) where it must. The byte channel of the ticket
   * speaks RFB 3.8 and wants no password.
   */
  openGraphics: call({
    input: DomainRef.extend({ key: z.string() }),
    /** `roundTripMs`: how long the server took to answer a question. */
    output: z.object({ ticket: Ticket, roundTripMs: z.number() }),
  }),
  /** Opens a character device. `force` takes it over from whoever has it. */
  openText: call({
    input: DomainRef.extend({ key: z.string(), force: z.boolean() }),
    output: z.object({ ticket: Ticket }),
  }),
  /** Where logs go that are not put elsewhere. */
  logFolder: call({ input: Nothing, output: z.object({ folder: z.string() }) }),
  /** Writes what the device prints to a new file, whether a window looks or not; null: the user chose none. */
  startLog: call({
    input: DomainRef.extend({
      key: z.string(),
      /** Of the file; without slashes. */
      name: z.string().max(300),
      /** Have the user choose another place in the system's dialog (HostCapabilities.nativeDialogs). */
      choose: z.boolean(),
      /** Leave colours and other control sequences out. */
      plain: z.boolean(),
    }),
    output: ConsoleLog.nullable(),
  }),
  stopLog: call({ input: DomainRef.extend({ key: z.string() }), output: Nothing }),
  log: call({
    input: DomainRef.extend({ key: z.string() }),
    output: z.object({ log: ConsoleLog.nullable() }),
  }),
  /** Keeps what a display shows for later runs. */
  keepFrame: call({
    input: z.object({
      uuid: Uuid,
      key: z.string().max(8),
      picture: z.string().startsWith('data:image/jpeg;base64,').max(1_000_000),
    }),
    output: Nothing,
  }),
  /** What was kept of a display, or of the one seen last (`key` null); null: nothing. */
  lastFrame: call({
    input: z.object({ uuid: Uuid, key: z.string().max(8).nullable() }),
    output: z.object({ frame: LastFrame.nullable() }),
  }),
  /** Opens the display in remote-viewer on this machine. */
  openViewer: call({ input: DomainRef.extend({ key: z.string() }), output: Nothing }),
  /** Adds a VNC display to the saved definition; a running machine has it from its next start on. */
  addVnc: call({ input: DomainRef, output: z.object({ restart: z.boolean() }) }),
} as const;
