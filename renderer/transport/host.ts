import type { ByteChannel, Client, EventName, Events } from '../../contract/index.ts';

/** Main, as a window sees it. */
export interface Host {
  /** Every call, typed. Calls reject with ApiError; with kind `unavailable` when main is gone. */
  readonly client: Client;
  /** Calls the listener for every such event. Returns the unsubscriber. */
  on<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void;
  /** Opens the byte channel of a ticket. A refused ticket closes the channel with kind `error`. */
  openBytes(ticket: string): Promise<ByteChannel>;
  /** Called once when main cannot be reached any more; connectHost() may be tried again then. */
  onLost(listener: (reason: LostReason) => void): void;
  /** Ends it from this side; onLost is not called. */
  close(): void;
}

/**
 * Why a host was lost. `gone`: main has ended or the link is cut, trying again may help.
 * `reload`: main has new renderer files, the page should be loaded again.
 * `refused`: main does not know this window (any more); a new address is needed.
 */
export interface LostReason {
  readonly kind: 'gone' | 'reload' | 'refused';
  readonly message: string;
}
