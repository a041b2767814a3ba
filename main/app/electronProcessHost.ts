import { dirname, join, sep } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import {
  type AgentProcess,
  type ForkOptions,
  type ProcessEntry,
  type ProcessExit,
  type ProcessHost,
  processPrograms,
} from '../libvirt/agent/processHost.ts';

/**
 * The process host of Electron. To be used after the app is ready.
 * @param agentPath absolute path of the built agentMain.js; inside a package it lies beside the archive,
 *   since workers and native modules are loaded from real files only. The other programs lie beside it.
 */
export function electronProcessHost(agentPath: string): ProcessHost {
  const program = agentPath.replace(`${sep}app.asar${sep}`, `${sep}app.asar.unpacked${sep}`);
  return {
    fork(entry: ProcessEntry, options: ForkOptions): AgentProcess {
      const file = entry === 'agent' ? program : join(dirname(program), processPrograms[entry]);
      const child = utilityProcess.fork(file, [], {
        serviceName: options.title,
        execArgv: [...options.execArgv],
        env: { ...process.env, ...options.env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return new UtilityAgentProcess(child);
    },
  };
}

class UtilityAgentProcess implements AgentProcess {
  readonly #child: UtilityProcess;
  #exited: ProcessExit | null = null;
  #onExit: ((exit: ProcessExit) => void) | null = null;

  constructor(child: UtilityProcess) {
    this.#child = child;
    child.once('exit', (code) => {
      this.#exited = { code, signal: null };
      this.#onExit?.(this.#exited);
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  send(message: object): void {
    if (!this.#exited) this.#child.postMessage(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#onExit = listener;
    if (this.#exited) listener(this.#exited);
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    const { pid } = this.#child;
    // Electron's own kill() sends SIGTERM, which a process that hangs in libvirt does not see.
    if (signal === 'SIGKILL' && pid !== undefined) killHard(pid);
    else this.#child.kill();
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
