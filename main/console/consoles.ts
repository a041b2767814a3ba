import type { Duplex } from 'node:stream';
import {
  apiError,
  type ByteChannel,
  type ByteCloseReason,
  type ConsoleInfo,
  type ConsoleLog,
  isActive,
} from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { Caller } from '../ipc/caller.ts';
import type { ByteTickets } from '../ipc/tickets.ts';
import type { DefinitionHistory } from '../settings/history.ts';
import { addVnc, addVncRefusal } from './addVnc.ts';
import { openDisplay, unreachable } from './display.ts';
import { DisplayPassword, type PasswordDeps } from './displayPassword.ts';
import { LastFrames } from './lastFrames.ts';
import { listConsoles } from './list.ts';
import { pump } from './pump.ts';
import { Texts, type TextsDeps } from './text/texts.ts';
import { viewerRefusal } from './viewer.ts';
import { openInViewer } from './viewerDisplay.ts';
import { openDesk } from './vnc/openDesk.ts';
import { whyEnded } from './why.ts';

export interface ConsoleDeps extends PasswordDeps, Omit<TextsDeps, 'tickets'> {
  readonly history: DefinitionHistory;
  /** The folder for sockets. */
  readonly runtime: string;
}

/** Displays and text consoles of machines, for windows. */
export class Consoles {
  /** What displays showed when they were last seen. */
  readonly lastFrames: LastFrames;
  readonly #tickets: ByteTickets;
  readonly #deps: ConsoleDeps;
  readonly #texts: Texts;

  constructor(tickets: ByteTickets, deps: ConsoleDeps) {
    this.#tickets = tickets;
    this.#deps = deps;
    this.lastFrames = new LastFrames(deps.folder);
    this.#texts = new Texts({ tickets, folder: deps.folder, tell: deps.tell, chooseFile: deps.chooseFile });
  }

  async list(host: Hypervisor, uuid: string): Promise<ConsoleInfo[]> {
    const row = host.row(uuid);
    const active = isActive(row);
    const xml = await host.xml(uuid, !active);
    return listConsoles(xml, {
      refusal: refusalOf(host, active),
      displayRefusal: (place) => unreachable(host, place),
      viewerRefusal: viewerRefusal(),
      addVncRefusal: addVncRefusal(host, uuid),
    });
  }

  /** Opens a display, signs in there, and gives a ticket for its bytes. */
  async openGraphics(
    host: Hypervisor,
    uuid: string,
    key: string,
    caller: Caller,
  ): Promise<{ ticket: string; roundTripMs: number }> {
    const console = await this.#find(host, uuid, 'graphics', key);
    const doing = host.connection.doing(`Opening ${console.title} of`, host.row(uuid));
    const gone = new AbortController();
    const stop = caller.onGone(() => gone.abort());
    try {
      const password = new DisplayPassword(this.#deps, host, uuid, Number(key), gone.signal);
      const { stream, roundTripMs } = await openDisplay(host, uuid, Number(key), password, doing);
      const why = (error: Error | null) => whyEnded(host, uuid, error, false);
      return { ticket: this.#hand(stream, caller, why, openDesk), roundTripMs };
    } finally {
      stop();
    }
  }

  /** Opens a character device and gives a ticket for its bytes. */
  async openText(
    host: Hypervisor,
    uuid: string,
    key: string,
    force: boolean,
    caller: Caller,
  ): Promise<string> {
    const console = await this.#find(host, uuid, 'text', key);
    return this.#texts.open(host, uuid, console, force, caller);
  }

  /** Where logs go that are not put elsewhere. */
  get logFolder(): string {
    return this.#texts.logFolder;
  }

  /** Writes what a character device prints to a file; null: the user chose none. */
  async startLog(
    host: Hypervisor,
    uuid: string,
    { key, ...wish }: { key: string; name: string; plain: boolean; choose: boolean },
  ): Promise<ConsoleLog | null> {
    return this.#texts.startLog(host, uuid, await this.#find(host, uuid, 'text', key), wish);
  }

  stopLog(host: Hypervisor, uuid: string, key: string): Promise<void> {
    return this.#texts.stopLog(host, uuid, key);
  }

  logOf(host: Hypervisor, uuid: string, key: string): ConsoleLog | null {
    return this.#texts.logOf(host, uuid, key);
  }

  /** Closes the text consoles of a connection that is not there any more, and their logs. */
  leave(connection: string): Promise<void> {
    return this.#texts.leave(connection);
  }

  /** Closes the text consoles and their logs. */
  stop(): Promise<void> {
    return this.#texts.stop();
  }

  /** Opens a display that Virtdeck does not show in remote-viewer. */
  async openViewer(host: Hypervisor, uuid: string, key: string): Promise<void> {
    const { name } = host.row(uuid);
    const console = (await this.list(host, uuid)).find((one) => one.kind === 'graphics' && one.key === key);
    const doing = host.connection.doing(`Opening ${console?.title ?? 'the display'} of`, host.row(uuid));
    const refusal = console?.instead ? console.instead.viewer : 'The machine has no such display any more.';
    if (refusal !== null) throw apiError('unsupported', `${doing} is not possible. ${refusal}`);
    await openInViewer(host, uuid, Number(key), { runtime: this.#deps.runtime, title: name, doing });
  }

  addVnc(host: Hypervisor, uuid: string): Promise<{ restart: boolean }> {
    return addVnc(host, this.#deps.history, uuid);
  }

  async #find(host: Hypervisor, uuid: string, kind: ConsoleInfo['kind'], key: string): Promise<ConsoleInfo> {
    const consoles = await this.list(host, uuid);
    const found = consoles.find((one) => one.kind === kind && one.key === key);
    if (!found) throw apiError('not-found', `${host.row(uuid).name} has no such console (${key}) any more.`);
    if (found.refusal === null) return found;
    const doing = host.connection.doing(`Opening ${found.title} of`, host.row(uuid));
    throw apiError('unsupported', `${doing} is not possible: ${found.refusal}`);
  }

  #hand(
    stream: Duplex,
    caller: Caller,
    why: (error: Error | null) => ByteCloseReason | Promise<ByteCloseReason>,
    wrap: (channel: ByteChannel) => ByteChannel = (channel) => channel,
  ): string {
    // Errors that come before the window does are told when it comes.
    const early = () => {};
    stream.on('error', early);
    return this.#tickets.issue(caller, (channel) => pump(stream, wrap(channel), why), {
      onExpired: () => stream.destroy(),
    });
  }
}

/** Why none of a machine's consoles can be opened; null: they can. */
function refusalOf(host: Hypervisor, active: boolean): string | null {
  if (!host.connected) return 'The host is not connected.';
  if (host.connection.host?.driver === 'TEST')
    return 'The machines of the demo host are simulated: they have no consoles.';
  if (host.connection.readOnly)
    return 'This connection is read-only: libvirt lets nobody open a console with it.';
  return active ? null : 'The machine is not running.';
}
