import { readdirSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

/** What a page holds when all garbage has been collected. */
export interface PageFootprint {
  readonly heapMiB: number;
  /** What arrays of bytes hold, which the heap only refers to. */
  readonly buffersMiB: number;
  /** Nodes that are in the document or that something still refers to. */
  readonly nodes: number;
  readonly listeners: number;
}

/** Newer browsers tell more than Playwright's types know. */
const HeapUsage = z.object({ usedSize: z.number(), backingStorageSize: z.number() });

const MIB = 1024 * 1024;

/** Reads what a page holds, over the DevTools protocol. */
export class FootprintReader {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<FootprintReader> {
    return new FootprintReader(await page.context().newCDPSession(page));
  }

  async read(): Promise<PageFootprint> {
    // What a finaliser or a weak reference lets go of falls to the next one.
    for (let i = 0; i < 3; i++) await this.#session.send('HeapProfiler.collectGarbage');
    const usage = HeapUsage.parse(await this.#session.send('Runtime.getHeapUsage'));
    const { nodes, jsEventListeners } = await this.#session.send('Memory.getDOMCounters');
    return {
      heapMiB: usage.usedSize / MIB,
      buffersMiB: usage.backingStorageSize / MIB,
      nodes,
      listeners: jsEventListeners,
    };
  }
}

/** How many files and sockets a process has open; 0 when it is gone. */
export function openFiles(pid: number): number {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).length;
  } catch {
    return 0;
  }
}
