import type { Duplex } from 'node:stream';
import {
  apiError,
  type ByteChannel,
  type ByteCloseReason,
  type ConsoleInfo,
  isActive,
} from '../../contract/index.ts';
import { toApiError } from '../hypervisor/errors.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { Caller } from '../ipc/caller.ts';
import type { ByteTickets } from '../ipc/tickets.ts';
import { LibvirtFailure } from '../libvirt/agent/failures.ts';
import type { DefinitionHistory } from '../settings/history.ts';
import { addVnc, addVncRefusal } from './addVnc.ts';
import { openDisplay, unreachable } from './display.ts';
import { DisplayPassword, type PasswordDeps } from './displayPassword.ts';
import { listConsoles } from './list.ts';
import { pump } from './pump.ts';
import { viewerRefusal } from './viewer.ts';
import { openInViewer } from './viewerDisplay.ts';
import { openDesk } from './vnc/openDesk.ts';

/** How long an ended stream waits for the event that says why, in ms. */
const WHY_MS = 400;

interface OpenText {
  readonly stream: Duplex;
  takenOver: boolean;
}

export interface ConsoleDeps extends PasswordDeps {
  readonly history: DefinitionHistory;
  /** The folder for sockets. */
  readonly runtime: string;
}

/** Displays and text consoles of machines, for windows. */
export class Consoles {
  readonly #tickets: ByteTickets;
  readonly #deps: ConsoleDeps;
  /** The text consoles that windows have open: libvirt lets only one in. */
  readonly #texts = new Map<string, Set<OpenText>>();

  constructor(tickets: ByteTickets, deps: ConsoleDeps) {
    this.#tickets = tickets;
    this.#deps = deps;
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
      const why = (error: Error | null) => this.#why(host, uuid, error, null);
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
    const place = `${host.id}/${uuid}/${key}`;
    const before = [...(this.#texts.get(place) ?? [])];
    const doing = host.connection.doing(`Opening ${console.title} of`, host.row(uuid));
    // The others end before this one is open.
    if (force) for (const one of before) one.takenOver = true;
    const stream = await this.#openText(host, uuid, console, force, doing).catch((error: unknown) => {
      for (const one of before) one.takenOver = false;
      throw error;
    });
    const open: OpenText = { stream, takenOver: false };
    const all = this.#texts.get(place) ?? new Set();
    this.#texts.set(place, all.add(open));
    stream.once('close', () => {
      all.delete(open);
      if (all.size === 0) this.#texts.delete(place);
    });
    return this.#hand(stream, caller, (error) => this.#why(host, uuid, error, open));
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

  async #openText(
    host: Hypervisor,
    uuid: string,
    console: ConsoleInfo,
    force: boolean,
    doing: string,
  ): Promise<Duplex> {
    const request =
      console.type === 'channel'
        ? ({ kind: 'channel', uuid, name: console.key, force } as const)
        : ({ kind: 'console', uuid, device: console.key, force } as const);
    try {
      return await host.connection.agent.openStream(request);
    } catch (error) {
      if (error instanceof LibvirtFailure && /active console session/i.test(error.message)) {
        throw apiError(
          'conflict',
          `${doing} failed: somebody else has it open.`,
          'Take it over to type here.',
        );
      }
      throw toApiError(error, { doing, uri: host.connection.uri });
    }
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

  /** Why a console ended. The event that says so may come a moment later than the end. */
  async #why(
    host: Hypervisor,
    uuid: string,
    error: Error | null,
    open: OpenText | null,
  ): Promise<ByteCloseReason> {
    if (open?.takenOver) return { kind: 'taken-over', message: 'The console was opened somewhere else.' };
    const deadline = performance.now() + WHY_MS;
    while (host.connected && stillActive(host, uuid) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (!host.connected)
      return { kind: 'error', message: `The connection to ${host.connection.name} is lost.` };
    if (!stillActive(host, uuid)) return { kind: 'end', message: 'The machine is off.' };
    // All that libvirt says to whoever is put out by another client's force.
    if (open && error && /I\/O failure/i.test(error.message)) {
      return { kind: 'taken-over', message: 'Somebody else has opened the console.' };
    }
    if (error) return { kind: 'error', message: toApiError(error, { doing: 'The console' }).message };
    return { kind: 'end', message: 'The machine closed the connection.' };
  }
}

function stillActive(host: Hypervisor, uuid: string): boolean {
  const row = host.inventory.row(uuid);
  return row !== undefined && isActive(row);
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
