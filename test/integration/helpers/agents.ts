import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, type AgentOptions, type OpenOptions } from '../../../main/libvirt/agent/agent.ts';
import { ByteLinks } from '../../../main/libvirt/agent/byteLinks.ts';
import type { AgentEvent } from '../../../main/libvirt/agent/events.ts';
import { nodeProcessHost } from '../../../main/libvirt/agent/nodeProcessHost.ts';
import type { ProcessHost } from '../../../main/libvirt/agent/processHost.ts';
import { buildAgent } from './buildAgent.ts';

/** Agents of one test file, all ended together. */
export class Agents {
  readonly host: ProcessHost;
  readonly links: ByteLinks;
  readonly #folder: string;
  readonly #agents: Agent[] = [];

  static async create(): Promise<Agents> {
    return new Agents(nodeProcessHost(await buildAgent()));
  }

  constructor(host: ProcessHost) {
    this.host = host;
    this.#folder = mkdtempSync(join(tmpdir(), 'virtdeck-agents-'));
    this.links = new ByteLinks(this.#folder);
  }

  start(options: Partial<AgentOptions> = {}): Agent {
    const agent = Agent.start(this.host, { title: 'test', links: this.links, ...options });
    this.#agents.push(agent);
    return agent;
  }

  /** An agent with an open connection. */
  async open(uri = 'test:///default', options: Partial<OpenOptions> = {}): Promise<Agent> {
    const agent = this.start();
    await agent.open({ uri, readOnly: false, authorize: async () => null, ...options });
    return agent;
  }

  /** Ends those that are left. */
  async closeAll(): Promise<void> {
    await Promise.all(this.#agents.splice(0).map((agent) => agent.close()));
  }

  async dispose(): Promise<void> {
    await this.closeAll();
    this.links.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Number of open files of a process. */
export function openFiles(pid: number | undefined): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** Whether a process exists and is no zombie. */
export function isAlive(pid: number | undefined): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Resolves with the first event that matches, also one that came before. Use on a fresh agent. */
export function eventLog(agent: Agent): {
  readonly events: AgentEvent[];
  next(matches: (event: AgentEvent) => boolean, timeoutMs?: number): Promise<AgentEvent>;
} {
  const events: AgentEvent[] = [];
  const waiting = new Set<() => void>();
  agent.onEvent((event) => {
    events.push(event);
    for (const look of waiting) look();
  });
  return {
    events,
    next(matches, timeoutMs = 10_000) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = events.find(matches);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No such event in ${timeoutMs} ms, but ${JSON.stringify(events)}`));
        }, timeoutMs);
        waiting.add(look);
        look();
      });
    },
  };
}

/** How long something takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
