import { randomBytes } from 'node:crypto';
import { type ByteChannel, creditChannel, type FramePort } from '../../contract/index.ts';
import type { Caller } from './caller.ts';
import type { AcceptChannel, ByteTickets } from './tickets.ts';

const DEFAULT_TTL_MS = 30_000;

interface Pending {
  readonly caller: Caller;
  readonly accept: AcceptChannel;
  /** Takes it out of the store. */
  readonly forget: () => void;
}

/** The tickets that are out, and their exchange for byte channels. */
export class TicketStore implements ByteTickets {
  readonly #pending = new Map<string, Pending>();

  issue(
    caller: Caller,
    accept: AcceptChannel,
    options: { ttlMs?: number; onExpired?: () => void } = {},
  ): string {
    const ticket = randomBytes(24).toString('base64url');
    const expire = () => {
      forget();
      options.onExpired?.();
    };
    const timer = setTimeout(expire, options.ttlMs ?? DEFAULT_TTL_MS);
    timer.unref();
    let stopWatching = () => {};
    const forget = () => {
      this.#pending.delete(ticket);
      clearTimeout(timer);
      stopWatching();
    };
    this.#pending.set(ticket, { caller, accept, forget });
    stopWatching = caller.onGone(expire);
    return ticket;
  }

  /**
   * Uses a ticket up. Null when it is unknown, used, expired, or somebody else's: a ticket shown by
   * the wrong window is used up too.
   *
   * @param isOwner whether whoever shows it is this window
   */
  redeem(ticket: string, isOwner: (caller: Caller) => boolean): ((port: FramePort) => void) | null {
    const pending = this.#pending.get(ticket);
    if (!pending) return null;
    if (!isOwner(pending.caller)) {
      pending.forget();
      return null;
    }
    pending.forget();
    return (port) => open(pending, port);
  }
}

/** The channel lives no longer than its window. */
function open({ caller, accept }: Pending, port: FramePort): void {
  const channel: ByteChannel = creditChannel(port);
  const stopWatching = caller.onGone(() => channel.close({ kind: 'error', message: 'The window is gone' }));
  channel.onClose(stopWatching);
  accept(channel);
}
