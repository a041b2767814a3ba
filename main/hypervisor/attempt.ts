import { apiError, type HostFacts } from '../../contract/index.ts';
import { Authorizer } from '../credentials/authorize.ts';
import type { Keychain } from '../credentials/keychain.ts';
import type { Prompts } from '../credentials/prompts.ts';
import { Agent, type AgentExit } from '../libvirt/agent/agent.ts';
import type { ByteLinks } from '../libvirt/agent/byteLinks.ts';
import type { AgentEvent } from '../libvirt/agent/events.ts';
import { AgentFailure, LibvirtFailure } from '../libvirt/agent/failures.ts';
import type { ProcessHost } from '../libvirt/agent/processHost.ts';
import type { Keepalive, SlowCall } from '../libvirt/agent/protocol.ts';
import type { WatchdogOptions } from '../libvirt/agent/watchdog.ts';
import { kindOf } from './errors.ts';
import { LIBRARY_HINT } from './hints.ts';
import { toHostFacts } from './hostFacts.ts';

/** What every connection shares. */
export interface OpenDeps {
  readonly processHost: ProcessHost;
  readonly links: ByteLinks;
  readonly prompts: Prompts;
  readonly keychain: Keychain;
  /** A host that is silent for about interval * (count + 1) counts as lost. */
  readonly keepalive?: Keepalive;
  readonly watchdog?: Partial<WatchdogOptions>;
  /** How long opening may take, without the time that the user is asked, in ms. */
  readonly openLimitMs?: number;
  readonly onSlowCall?: (uri: string, call: SlowCall) => void;
}

/** One attempt to open a connection. */
export interface OpenAttempt {
  readonly connection: string;
  readonly uri: string;
  readonly readOnly: boolean;
  readonly name: string;
  /** Aborted when the user gives up; the agent is then closed here. */
  readonly signal: AbortSignal;
  readonly useKeychain: boolean;
  readonly onWaiting: (waiting: boolean) => void;
  readonly onEvent: (event: AgentEvent) => void;
  readonly onExit: (agent: Agent, exit: AgentExit) => void;
  /** An agent is on its way out; resolves when it is gone. */
  readonly onLeaving: (gone: Promise<void>) => void;
  /** Remembered credentials were given and refused. */
  readonly onKeychainRefused: () => void;
}

/** An open connection with its facts. */
export interface Opened {
  readonly agent: Agent;
  readonly host: HostFacts;
}

const KEEPALIVE: Keepalive = { intervalS: 5, count: 3 };
/** TCP alone would try for two minutes. */
const OPEN_LIMIT_MS = 60_000;

/**
 * Starts an agent and opens the connection in it. Whatever goes wrong, no process is left behind.
 * @throws LibvirtFailure, AgentFailure, or ApiError for what is known better here
 */
export async function attemptOpen(deps: OpenDeps, attempt: OpenAttempt): Promise<Opened> {
  const agent = Agent.start(deps.processHost, {
    title: `virtdeck: ${attempt.uri}`,
    links: deps.links,
    ...(deps.watchdog && { watchdog: deps.watchdog }),
    onSlowCall: (call) => deps.onSlowCall?.(attempt.uri, call),
  });
  try {
    agent.onEvent(attempt.onEvent);
    agent.onExit((exit) => attempt.onExit(agent, exit));
    const host = await open(agent, deps, attempt);
    return { agent, host };
  } catch (error) {
    attempt.onLeaving(agent.close({ graceMs: 200 }));
    throw known(error);
  }
}

async function open(agent: Agent, deps: OpenDeps, attempt: OpenAttempt): Promise<HostFacts> {
  const limit = new Limit(deps.openLimitMs ?? OPEN_LIMIT_MS, attempt.signal);
  const authorizer = new Authorizer(
    deps.prompts,
    deps.keychain,
    {
      connection: attempt.connection,
      uri: attempt.uri,
      name: attempt.name,
      signal: attempt.signal,
      waiting: (waiting) => {
        limit.pause(waiting);
        attempt.onWaiting(waiting);
      },
    },
    attempt.useKeychain,
  );
  try {
    const keepalive = deps.keepalive ?? KEEPALIVE;
    const { uri, readOnly } = attempt;
    await limit.race(agent.open({ uri, readOnly, keepalive, authorize: authorizer.authorize }));
    const info = await limit.race(agent.call('hostInfo', {}));
    // A keyring that takes its time, or fails, holds nothing up.
    authorizer.succeeded().catch(() => {});
    return toHostFacts(info);
  } catch (error) {
    const refused = error instanceof LibvirtFailure && kindOf(error) === 'authentication';
    if (refused && authorizer.usedKeychain) attempt.onKeychainRefused();
    throw error;
  } finally {
    limit.end();
  }
}

/** Missing libraries are reported by the agent in words only. */
function known(error: unknown): unknown {
  if (error instanceof AgentFailure && /libvirt\.so\S* cannot be loaded/.test(error.message)) {
    return apiError('unsupported', 'libvirt is not installed on this machine.', LIBRARY_HINT);
  }
  return error;
}

/** A time limit that stands still while the user is asked, and that ends with a signal. */
class Limit {
  readonly #failure: Promise<never>;
  #fail: (error: Error) => void = () => {};
  #left: number;
  #started = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(ms: number, signal: AbortSignal) {
    this.#left = ms;
    this.#failure = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    // Most attempts end in time: nobody may be listening any more.
    this.#failure.catch(() => {});
    const cancelled = () => this.#fail(new AgentFailure('cancelled', 'Cancelled.'));
    if (signal.aborted) cancelled();
    signal.addEventListener('abort', cancelled, { once: true });
    this.pause(false);
  }

  pause(paused: boolean): void {
    if (this.#timer) {
      clearTimeout(this.#timer);
      this.#left -= performance.now() - this.#started;
      this.#timer = null;
    }
    if (paused) return;
    this.#started = performance.now();
    const late = () => this.#fail(new AgentFailure('timeout', 'The host does not answer.'));
    this.#timer = setTimeout(late, Math.max(0, this.#left));
  }

  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#failure]);
  }

  end(): void {
    this.pause(true);
  }
}
