/** What libvirt says about a failed call (virError), as plain data that crosses processes. */
export interface LibvirtFailureData {
  /** virErrorNumber. */
  readonly code: number;
  /** virErrorDomain. */
  readonly domain: number;
  /** virErrorLevel. */
  readonly level: number;
  readonly message: string;
  readonly str1: string | null;
  readonly str2: string | null;
  readonly str3: string | null;
  readonly int1: number;
  readonly int2: number;
}

/**
 * Why an agent could not do something, apart from what libvirt itself reports.
 *
 * - `cancelled`: the caller gave up
 * - `timeout`: the caller's own time limit passed
 * - `exited`: the agent process ended, or was killed because it hung
 * - `closed`: the connection is not open, or is being closed
 * - `unsupported`: the library is missing on this machine, or too old
 * - `internal`: a fault of ours in the agent
 */
export type AgentFailureReason = 'cancelled' | 'timeout' | 'exited' | 'closed' | 'unsupported' | 'internal';

/** A failure in the form that goes over the message channel. */
export type FailureData =
  | ({ readonly type: 'libvirt' } & LibvirtFailureData)
  | { readonly type: 'agent'; readonly reason: AgentFailureReason; readonly message: string };

/** An error that libvirt reported inside the agent, as main sees it. */
export class LibvirtFailure extends Error implements LibvirtFailureData {
  readonly code: number;
  readonly domain: number;
  readonly level: number;
  readonly str1: string | null;
  readonly str2: string | null;
  readonly str3: string | null;
  readonly int1: number;
  readonly int2: number;

  constructor(data: LibvirtFailureData) {
    super(data.message);
    this.name = 'LibvirtFailure';
    this.code = data.code;
    this.domain = data.domain;
    this.level = data.level;
    this.str1 = data.str1;
    this.str2 = data.str2;
    this.str3 = data.str3;
    this.int1 = data.int1;
    this.int2 = data.int2;
  }
}

/** A failure that has nothing to do with what libvirt said. */
export class AgentFailure extends Error {
  readonly reason: AgentFailureReason;

  constructor(reason: AgentFailureReason, message: string) {
    super(message);
    this.name = 'AgentFailure';
    this.reason = reason;
  }
}

/** Turns what came over the channel into an exception. */
export function toError(data: FailureData): LibvirtFailure | AgentFailure {
  return data.type === 'libvirt' ? new LibvirtFailure(data) : new AgentFailure(data.reason, data.message);
}

/** The plain form of an {@link AgentFailure}. */
export function agentFailure(reason: AgentFailureReason, message: string): FailureData {
  return { type: 'agent', reason, message };
}

/** The plain form of whatever was thrown. */
export function toData(error: unknown): FailureData {
  if (error instanceof LibvirtFailure) {
    const { code, domain, level, message, str1, str2, str3, int1, int2 } = error;
    return { type: 'libvirt', code, domain, level, message, str1, str2, str3, int1, int2 };
  }
  if (error instanceof AgentFailure) return agentFailure(error.reason, error.message);
  return agentFailure('internal', error instanceof Error ? error.message : String(error));
}
