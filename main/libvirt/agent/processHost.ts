/** The programs that run in processes of their own, beside each other in dist/agent. */
export const processPrograms = {
  /** One connection to one hypervisor. */
  agent: 'agentMain.js',
  /** libosinfo and its database. */
  osinfo: 'osinfoMain.js',
} as const;
export type ProcessEntry = keyof typeof processPrograms;

/**
 * Starts agent processes: `child_process.fork` under plain Node, `utilityProcess.fork` in Electron.
 * Both give a message channel with structured clone (typed arrays and bigints survive).
 */
export interface ProcessHost {
  /** Starts one of the programs. Throws when it cannot be started at all. */
  fork(entry: ProcessEntry, options: ForkOptions): AgentProcess;
}

export interface ForkOptions {
  /** Shown in process lists, where the host can. */
  readonly title: string;
  /** Options for Node and V8, not for the program. */
  readonly execArgv: readonly string[];
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** How a process ended. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** One agent process. Listeners are set once, right after fork. */
export interface AgentProcess {
  /** Undefined until it runs, and where it could not be started. */
  readonly pid: number | undefined;
  /** Sends a copy of the message. Does nothing once the process has ended. */
  send(message: object): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called exactly once. */
  onExit(listener: (exit: ProcessExit) => void): void;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}
