import type { AgentEvent } from './events.ts';
import type { FailureData } from './failures.ts';
import type { Keepalive } from './protocol.ts';

/** From the agent's main thread to the event worker. Those with an id are answered by `done` or `failed`. */
export type ToEvents =
  /** Watches a connection; `events`: also subscribes to all that can happen on it. */
  | {
      readonly type: 'attach';
      readonly id: number;
      readonly address: bigint;
      readonly keepalive: Keepalive | null;
      readonly events: boolean;
    }
  /** Ends streams and subscriptions and gives the connection back. */
  | { readonly type: 'detach'; readonly id: number }
  /** Takes over a virStream. */
  | { readonly type: 'stream'; readonly stream: number; readonly address: bigint }
  | { readonly type: 'write'; readonly stream: number; readonly bytes: Uint8Array }
  /** So many bytes have gone on to main. */
  | { readonly type: 'taken'; readonly stream: number; readonly bytes: number }
  | { readonly type: 'closeStream'; readonly stream: number }
  | { readonly type: 'ping'; readonly sequence: number }
  | { readonly type: 'stop' };

/** From the event worker. */
export type FromEvents =
  /** The loop runs; writing eight bytes (a number above 0) to the descriptor makes it look at its messages. */
  | { readonly type: 'ready'; readonly wakeFd: number }
  | { readonly type: 'unusable'; readonly error: FailureData }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: FailureData }
  | { readonly type: 'event'; readonly event: AgentEvent }
  | { readonly type: 'data'; readonly stream: number; readonly bytes: Uint8Array }
  /** So many bytes that were written have gone on to libvirt. */
  | { readonly type: 'written'; readonly stream: number; readonly bytes: number }
  | { readonly type: 'streamEnded'; readonly stream: number; readonly error: FailureData | null }
  | { readonly type: 'pong'; readonly sequence: number; readonly calls: number };

/** Bytes of one console that may be on their way between the worker and main's socket, each way. */
export const CONSOLE_WINDOW = 256 * 1024;
