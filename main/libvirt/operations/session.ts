import type { Handle } from '../binding/handle.ts';
import type { Connect } from '../typed/connect.ts';
import type { Domain } from '../typed/domain.ts';
import type { Network } from '../typed/network.ts';
import type { StoragePool } from '../typed/storage-pool.ts';

/** What an operation has to work with: the connection of its worker, and the objects known on it. */
export interface Session {
  readonly connect: Connect;
  /**
   * A domain by UUID, looked up once and kept. The session owns it: operations do not free it.
   * @throws LibvirtError VIR_ERR_NO_DOMAIN
   */
  domain(uuid: string): Domain;
  /** A storage pool by name, looked up now and freed when the operation ends. */
  pool(name: string): StoragePool;
  /** A network by name, looked up now and freed when the operation ends. */
  network(name: string): Network;
  /** Frees an object when the operation ends. Returns it. */
  own<H extends Handle>(handle: H): H;
  /** Hands over the handles of all domains there are, fresh from a list; those known before are freed. */
  replaceDomains(domains: ReadonlyMap<string, Domain>): void;
  /** Hands over a fresh handle; the one known before is freed. */
  keepDomain(uuid: string, domain: Domain): void;
  /** Forgets a domain, because it is gone or has another name now. */
  forgetDomain(uuid: string): void;
  /** Something that an operation remembers from call to call on this connection. */
  memo<T>(key: string, make: () => T): T;
  /** Tells whoever asked for the running operation how far it is; may be called often. */
  progress(done: number, total: number): void;
  /** Whether whoever asked for the running operation has given up. Long operations look between steps. */
  cancelled(): boolean;
}

/** An operation: what runs in a worker of the agent. Input and output are plain data. */
export type Operation<I, O> = (session: Session, input: I) => O;

/**
 * Where an operation runs when the caller does not say, and for how long it may. `aside`: on the first connection,
 * beside the calls of its lane.
 */
export interface LaneHint {
  readonly lane: 'call' | 'job' | 'aside';
  /** Milliseconds after which the lane counts as stuck; null: as long as it takes. */
  readonly limitMs: number | null;
}

/** An operation with a hint. */
export type Hinted = { readonly hint: LaneHint };

/**
 * Marks an operation that may take long (starting, saving, migrating...): it runs on the second connection,
 * beside others, and has no time limit.
 */
export function onJobLane<I, O>(operation: Operation<I, O>): Operation<I, O> & Hinted {
  return Object.assign(operation, { hint: { lane: 'job', limitMs: null } as const });
}

/**
 * Marks an operation that waits without holding its thread: calls made after it do not wait for it. It may use the
 * connection only.
 */
export function aside<O>(
  operation: (session: Pick<Session, 'connect'>) => Promise<O>,
): ((session: Pick<Session, 'connect'>) => Promise<O>) & Hinted {
  return Object.assign(operation, { hint: { lane: 'aside', limitMs: null } as const });
}
