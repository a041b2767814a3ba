import { hostname } from 'node:os';
import { ApiError, apiError, type HostFacts } from '../../contract/index.ts';
import { parseUri } from '../../model/index.ts';
import { Authorizer } from '../credentials/authorize.ts';
import type { Prompts } from '../credentials/prompts.ts';
import type { Remembered } from '../credentials/remembered.ts';
import { Agent, type AgentExit } from '../libvirt/agent/agent.ts';
import type { ByteLinks } from '../libvirt/agent/byteLinks.ts';
import type { AgentEvent } from '../libvirt/agent/events.ts';
import { AgentFailure, LibvirtFailure } from '../libvirt/agent/failures.ts';
import type { ProcessHost } from '../libvirt/agent/processHost.ts';
import type { Keepalive, SlowCall } from '../libvirt/agent/protocol.ts';
import type { WatchdogOptions } from '../libvirt/agent/watchdog.ts';
import type { Prepared, Remote } from '../remote/remote.ts';
import { kindOf } from './errors.ts';
import { LIBRARY_HINT } from './hints.ts';
import { toHostFacts } from './hostFacts.ts';
import { Limit } from './limit.ts';
import { StartGate } from './startGate.ts';
import { isLocal } from './uri.ts';

/** What every connection shares. */
export interface OpenDeps {
  readonly processHost: ProcessHost;
  readonly links: ByteLinks;
  readonly prompts: Prompts;
  readonly keychain: Remembered;
  /** Prepares the ways to other hosts, and knows why one is closed. */
  readonly remote: Remote;
  /** Shared by all connections, so that not too many agents start at a time. */
  readonly gate?: StartGate;
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
  readonly onWaiting: (waiting: boolean) => void;
  /** What is being done now, in words for the user. */
  readonly onStage: (stage: string) => void;
  readonly onEvent: (event: AgentEvent) => void;
  readonly onExit: (agent: Agent, exit: AgentExit) => void;
  /** An agent is on its way out; resolves when it is gone. */
  readonly onLeaving: (gone: Promise<void>) => void;
}

/** An open connection with its facts. */
export interface Opened {
  readonly agent: Agent;
  readonly host: HostFacts;
  readonly way: Prepared;
}

const KEEPALIVE: Keepalive = { intervalS: 5, count: 3 };
/** TCP alone would try for two minutes. */
const OPEN_LIMIT_MS = 60_000;

/**
 * Prepares the way, starts an agent and opens the connection in it. Whatever goes wrong, no process is left behind.
 * @throws LibvirtFailure, AgentFailure, or ApiError for what is known better here
 */
export async function attemptOpen(deps: OpenDeps, attempt: OpenAttempt): Promise<Opened> {
  const gate = deps.gate ?? new StartGate();
  const { early, leave } = await gate.join();
  let agent: Agent | null = null;
  const start = (): Agent => {
    agent ??= startAgent(deps, attempt);
    return agent;
  };
  try {
    if (early && !attempt.signal.aborted) start();
    return await open(start, gate, deps, attempt);
  } catch (error) {
    const started: Agent | null = agent;
    if (started) attempt.onLeaving(closeSoon(started));
    throw known(error);
  } finally {
    leave();
  }
}

function closeSoon(agent: Agent): Promise<void> {
  return agent.close({ graceMs: 200 });
}

function startAgent(deps: OpenDeps, attempt: OpenAttempt): Agent {
  const agent = Agent.start(deps.processHost, {
    title: `virtdeck: ${attempt.uri}`,
    links: deps.links,
    ...(deps.watchdog && { watchdog: deps.watchdog }),
    onSlowCall: (call) => deps.onSlowCall?.(attempt.uri, call),
  });
  agent.onEvent(attempt.onEvent);
  agent.onExit((exit) => attempt.onExit(agent, exit));
  return agent;
}

async function open(
  start: () => Agent,
  gate: StartGate,
  deps: OpenDeps,
  attempt: OpenAttempt,
): Promise<Opened> {
  const limit = new Limit(deps.openLimitMs ?? OPEN_LIMIT_MS, attempt.signal);
  const { connection, uri, name, signal, readOnly } = attempt;
  const waiting = (asking: boolean): void => {
    limit.pause(asking);
    attempt.onWaiting(asking);
  };
  const authorizer = new Authorizer(deps.prompts, deps.keychain, { connection, uri, name, signal, waiting });
  let way: Prepared | null = null;
  try {
    const stage = attempt.onStage;
    way = await limit.race(deps.remote.prepare({ connection, uri, name, readOnly, signal, waiting, stage }));
    stage('Opening');
    const endTurn = await turn(gate, limit);
    let agent: Agent;
    try {
      agent = start();
      const { authorize } = authorizer;
      const keepalive = deps.keepalive ?? KEEPALIVE;
      await limit.race(agent.open({ uri: way.uri, readOnly, keepalive, authorize }));
    } finally {
      endTurn();
    }
    const info = await limit.race(agent.call('hostInfo', {}));
    // A keyring that takes its time, or fails, holds nothing up.
    authorizer.succeeded().catch(() => {});
    const host = toHostFacts(info, nameOfLocal(uri));
    return { agent, way, host: { ...host, uri: way.shown(host.uri) } };
  } catch (error) {
    if (authorizer.cancelled) throw new AgentFailure('cancelled', 'Nobody wanted to answer.');
    if (error instanceof LibvirtFailure && kindOf(error) === 'authentication') authorizer.refused();
    throw (await explained(error, way, limit)) ?? error;
  } finally {
    limit.end();
  }
}

/** The name of this machine where it is the host; that of another is for the host to tell, when it knows. */
function nameOfLocal(text: string): string {
  const { parts } = parseUri(text);
  return parts && isLocal(parts) ? hostname() : '';
}

/** Waits for a turn to start an agent; one that is given up passes it on. */
async function turn(gate: StartGate, limit: Limit): Promise<() => void> {
  const entering = gate.enter();
  try {
    return await limit.race(entering);
  } catch (error) {
    void entering.then((end) => end());
    throw error;
  }
}

/** What is known better than libvirt says it; null: nothing. Looking closer must not hold up a cancelled attempt. */
async function explained(error: unknown, way: Prepared | null, limit: Limit): Promise<ApiError | null> {
  if (!way || !(error instanceof LibvirtFailure)) return null;
  const { code, domain, message } = error;
  const better = await limit.race(way.explain(message)).catch(() => null);
  return better && new ApiError({ ...better.toData(), libvirt: { code, domain, message } });
}

/** Missing libraries are reported by the agent in words only. */
function known(error: unknown): unknown {
  if (error instanceof AgentFailure && /libvirt\.so\S* cannot be loaded/.test(error.message)) {
    return apiError('unsupported', 'libvirt is not installed on this machine.', LIBRARY_HINT);
  }
  return error;
}
