import type { AgentEvent } from './events.ts';
import type { FailureData } from './failures.ts';

/** Which worker an operation runs in (design, section 2). */
export type Lane = 'call' | 'job';

/** Keepalive of the connection: lost after about `intervalS * (count + 1)` seconds of silence. */
export interface Keepalive {
  readonly intervalS: number;
  readonly count: number;
}

/** How to open the hypervisor; kept by the agent for the second connection of jobs. */
export interface OpenRequest {
  readonly uri: string;
  readonly readOnly: boolean;
  readonly keepalive?: Keepalive;
}

/** What is known as soon as the connection is open. */
export interface OpenedInfo {
  /** virConnectGetURI: the canonical URI. */
  readonly uri: string;
  /** virConnectGetType: QEMU, LXC, TEST... */
  readonly driver: string;
  /** Whether libvirt watches the link; false for drivers inside the process and very old daemons. */
  readonly keepalive: boolean;
}

/** One question of a credentials callback (virConnectCredential). */
export interface CredentialRequest {
  /** virConnectCredentialType: 2 authname, 5 passphrase, ... */
  readonly type: number;
  readonly prompt: string;
  readonly challenge: string | null;
  readonly defaultResult: string | null;
}

/** What a byte stream is connected to. */
export type StreamRequest =
  | {
      readonly kind: 'console';
      readonly uuid: string;
      readonly device: string | null;
      readonly force: boolean;
    }
  | { readonly kind: 'channel'; readonly uuid: string; readonly name: string | null; readonly force: boolean }
  | { readonly kind: 'graphics'; readonly uuid: string; readonly index: number; readonly skipAuth: boolean }
  | TransferRequest;

/** A transfer of a volume's bytes; runs in a job worker. */
export interface TransferRequest {
  readonly kind: 'upload' | 'download';
  readonly pool: string;
  readonly volume: string;
  /** Bytes from the start of the volume. */
  readonly offset: number;
  /** Bytes. For uploads the exact number that will be sent; for downloads 0 means up to the end. */
  readonly length: number;
}

/** Where the agent process connects to for the bytes of one stream. */
export interface Link {
  readonly path: string;
  readonly ticket: string;
}

/** From main to the agent process. Requests with an id are answered by `result` or `failed`. */
export type ToAgent =
  | { readonly type: 'open'; readonly id: number; readonly request: OpenRequest }
  | { readonly type: 'disconnect'; readonly id: number }
  | CallRequest
  | { readonly type: 'stream'; readonly id: number; readonly request: StreamRequest; readonly link: Link }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'answer'; readonly id: number; readonly results: readonly (string | null)[] | null }
  | { readonly type: 'ping'; readonly sequence: number }
  | { readonly type: 'close'; readonly graceMs: number };

export interface CallRequest {
  readonly type: 'call';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  /** Overrides the lane that the operation asks for. */
  readonly lane?: Lane;
}

/** What the agent tells of itself with every answer to a ping. */
export interface AgentHealth {
  /** For how long the event worker has not answered, in ms. */
  readonly eventSilenceMs: number;
  /** libvirt calls made so far by all lanes. */
  readonly calls: number;
}

/** An operation that took long. */
export interface SlowCall {
  readonly name: string;
  readonly lane: Lane;
  readonly ms: number;
  /** Milliseconds since 1970 at its end. */
  readonly time: number;
  /** The libvirt function in it that took longest. */
  readonly slowest: { readonly name: string; readonly ms: number } | null;
}

/** From the agent process to main. */
export type FromAgent =
  | { readonly type: 'result'; readonly id: number; readonly value: unknown; readonly calls: number }
  | { readonly type: 'failed'; readonly id: number; readonly error: FailureData; readonly calls: number }
  | {
      readonly type: 'ask';
      readonly id: number;
      /** `job`: for a second connection. */
      readonly lane: Lane;
      /** The same for all questions of one attempt to open. */
      readonly attempt: number;
      readonly requests: readonly CredentialRequest[];
    }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: 'events'; readonly events: readonly AgentEvent[] }
  | { readonly type: 'streamEnded'; readonly id: number; readonly error: FailureData | null }
  | { readonly type: 'pong'; readonly sequence: number; readonly health: AgentHealth }
  | { readonly type: 'slow'; readonly call: SlowCall }
  /** A call passed its lane's limit: the lane is lost, and with it the agent. */
  | { readonly type: 'stuck'; readonly name: string; readonly ms: number };
