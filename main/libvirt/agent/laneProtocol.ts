import type { MessagePort } from 'node:worker_threads';
import type { LaneHint } from '../operations/session.ts';
import type { ReleasedStream } from './eventProtocol.ts';
import type { FailureData } from './failures.ts';
import type {
  CredentialRequest,
  Lane,
  Link,
  OpenRequest,
  StreamRequest,
  TransferRequest,
} from './protocol.ts';
import type { SubscriptionWish } from './subscriptionWish.ts';

/** What a lane's worker gets when it starts. */
export interface LaneWorkerData {
  readonly lane: Lane;
  /** Brings answers to credential requests while the worker is blocked in libvirt. */
  readonly answers: MessagePort;
  /** Int32 cells: see Cell. */
  readonly cells: SharedArrayBuffer;
}

/** Cells of memory that the worker sees without reading messages. */
export const Cell = {
  /** Counts answers; the worker waits on it. */
  answered: 0,
  /** The id of the call that was cancelled last. */
  cancelled: 1,
  count: 2,
} as const;

/** A stream whose bytes another thread moves. */
export type HandedStream = Exclude<StreamRequest, TransferRequest>;

/** From the agent's main thread to a lane's worker, which answers each by `result` or `failed`. */
export type ToLane =
  | { readonly type: 'open'; readonly id: number; readonly request: OpenRequest }
  | { readonly type: 'share'; readonly id: number; readonly address: bigint }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** The same, answered when it is done; other tasks may come before that. */
  | { readonly type: 'aside'; readonly id: number; readonly name: string }
  /** Answered with the address of an open stream, or a file descriptor; both become the receiver's. */
  | { readonly type: 'hand'; readonly id: number; readonly request: HandedStream }
  /** `started` comes when the transfer has begun, the answer at its end. */
  | { readonly type: 'transfer'; readonly id: number; readonly request: TransferRequest; readonly link: Link }
  /** Gives callbacks of the event worker to libvirt. */
  | { readonly type: 'subscribe'; readonly id: number; readonly wishes: readonly SubscriptionWish[] }
  /** Ends and frees streams that the event worker has released. */
  | { readonly type: 'release'; readonly id: number; readonly streams: readonly ReleasedStream[] }
  /** Takes the callbacks back. To be followed by `close`. */
  | { readonly type: 'unsubscribe'; readonly id: number }
  | { readonly type: 'close'; readonly id: number };

/** What opening answers inside the agent. */
export interface LaneOpened {
  readonly address: bigint;
  readonly uri: string;
  readonly driver: string;
}

/** What handing a stream over answers: a virStream's address, or a file descriptor. */
export type Handed = { readonly stream: bigint } | { readonly fd: number };

/** The cost of one task. */
export interface LaneCost {
  readonly ms: number;
  /** Calls that went to the hypervisor. */
  readonly calls: number;
  /** The libvirt function that took longest. */
  readonly slowest: { readonly name: string; readonly ms: number } | null;
}

/** From a lane's worker. */
export type FromLane =
  | { readonly type: 'ready'; readonly hints: Readonly<Record<string, LaneHint>> }
  | { readonly type: 'ask'; readonly requests: readonly CredentialRequest[] }
  /** The connection is broken: a call failed, and libvirt says so when asked. */
  | { readonly type: 'lost' }
  | { readonly type: 'started'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown; readonly cost: LaneCost }
  | { readonly type: 'failed'; readonly id: number; readonly error: FailureData; readonly cost: LaneCost };
