import type { ByteChannel } from '../../contract/index.ts';
import type { Caller } from './caller.ts';

/** What is done with the channel when the window comes with its ticket. */
export type AcceptChannel = (channel: ByteChannel) => void;

/** Single-use permissions for one window to open one byte channel. */
export interface ByteTickets {
  /**
   * Makes a ticket that only this window can use, once. When it is not used within `ttlMs`
   * (default 30 000), or the window goes first, `onExpired` is called instead of `accept`,
   * so that what was opened for it can be closed.
   */
  issue(caller: Caller, accept: AcceptChannel, options?: { ttlMs?: number; onExpired?: () => void }): string;
}
