import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import {
  type AgentProcess,
  type ForkOptions,
  type ProcessEntry,
  type ProcessExit,
  type ProcessHost,
  processPrograms,
} from './processHost.ts';

/** One agent as a child process of Node. */
class NodeAgentProcess implements AgentProcess {
  readonly #child: ChildProcess;
  #exited: ProcessExit | null = null;
  #onExit: ((exit: ProcessExit) => void) | null = null;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.once('exit', (code, signal) => this.#end({ code, signal }));
    // 'error' comes instead of 'exit' when the program could not be started.
    child.on('error', () => {
      if (child.pid === undefined) this.#end({ code: null, signal: null });
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  send(message: object): void {
    if (!this.#child.connected) return;
    // The callback keeps a write to a dying process from becoming an 'error' event.
    this.#child.send(message, () => {});
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#onExit = listener;
    if (this.#exited) listener(this.#exited);
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.#child.kill(signal);
  }

  #end(exit: ProcessExit): void {
    if (this.#exited) return;
    this.#exited = exit;
    this.#onExit?.(exit);
  }
}

/**
 * The process host of the web host and of tests.
 * @param agentPath absolute path of the built agentMain.js; the other programs lie beside it
 */
export function nodeProcessHost(agentPath: string): ProcessHost {
  return {
    fork(entry: ProcessEntry, options: ForkOptions): AgentProcess {
      const program = entry === 'agent' ? agentPath : join(dirname(agentPath), processPrograms[entry]);
      const child = fork(program, [], {
        serialization: 'advanced',
        execArgv: [...options.execArgv],
        env: { ...process.env, ...options.env },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      return new NodeAgentProcess(child);
    },
  };
}
