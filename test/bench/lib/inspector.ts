import { z } from 'zod';
import { DevTools } from './cdp.ts';
import { sleep } from './numbers.ts';

/** Starts a program of Node's so that {@link inspectMain} can look into it. */
export function inspectable(program: string, args: readonly string[]): [string, string[]] {
  return [program, ['--inspect=127.0.0.1:0', ...args]];
}

const Usage = z.object({ usedSize: z.number() });
const LIMIT_MS = 10_000;

/** The inside of a process of Node's. */
export class Inspector {
  readonly #tools: DevTools;

  private constructor(tools: DevTools) {
    this.#tools = tools;
  }

  /** @param errors what the process has written to standard error so far: where it listens stands there */
  static async attach(errors: () => string): Promise<Inspector> {
    for (const deadline = performance.now() + LIMIT_MS; performance.now() < deadline; await sleep(20)) {
      const address = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(errors())?.[0];
      if (address !== undefined) return new Inspector(await DevTools.connect(address));
    }
    throw new Error('the process says nowhere that it can be inspected');
  }

  /** MiB of JavaScript's heap in use when all garbage has been collected. */
  async heapMiB(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.#tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = Usage.parse(await this.#tools.send('Runtime.getHeapUsage'));
    return usedSize / 1024 / 1024;
  }

  close(): void {
    this.#tools.close();
  }
}
