import type { AgentEvent } from './events.ts';
import type { FailureData } from './failures.ts';
import type { Keepalive, Link } from './protocol.ts';

/** From the agent's main thread to the event worker. Those with an id are answered by `done` or `failed`. */
export type ToEvents =
  /** Turns keepalive on for a connection, as far as it has any. Answered with whether it is on. */
  | {
      readonly type: 'keepalive';
      readonly id: number;
      readonly address: bigint;
      readonly keepalive: Keepalive;
    }
  /** Prepares to listen to a connection. Answered with the {@link SubscriptionWish}es, the urgent ones first. */
  | { readonly type: 'attach'; readonly id: number; readonly address: bigint }
  /** Lets go of all streams. Answered with the {@link ReleasedStream}s. */
  | { readonly type: 'releaseAll'; readonly id: number }
  /** Forgets the listeners, which libvirt must not have any more, and gives the connection back. */
  | { readonly type: 'detach'; readonly id: number }
  /** Takes over a console's virStream and connects it to main. `streamEnded` tells its end. */
  | {
      readonly type: 'console';
      readonly id: number;
      readonly stream: number;
      readonly address: bigint;
      readonly link: Link;
    }
  | { readonly type: 'ping'; readonly sequence: number }
  | { readonly type: 'stop' };

/** A stream that the event worker does not use any more; the reference is the receiver's. */
export interface ReleasedStream {
  readonly address: bigint;
  /** Whether everything has come; otherwise it is to be aborted. */
  readonly finished: boolean;
}

/** From the event worker. */
export type FromEvents =
  /** The loop runs; writing eight bytes (a number above 0) to the descriptor makes it look at its messages. */
  | { readonly type: 'ready'; readonly wakeFd: number }
  | { readonly type: 'unusable'; readonly error: FailureData }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: FailureData }
  | { readonly type: 'event'; readonly event: AgentEvent }
  | { readonly type: 'streamEnded'; readonly stream: number; readonly error: FailureData | null }
  /** After its end: it is to be ended and freed where that may block. */
  | { readonly type: 'released'; readonly released: ReleasedStream }
  | { readonly type: 'pong'; readonly sequence: number; readonly calls: number };
