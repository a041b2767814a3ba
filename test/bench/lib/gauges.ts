import { FootprintReader, openFiles } from '../../e2e/driver/footprint.ts';
import { Inspector, inspectable } from './inspector.ts';
import { rounded, sleep } from './numbers.ts';
import { type BenchPage, openBenchPage } from './page.ts';
import { commandLine, privateMiB, processTree } from './processes.ts';

/** Timers and closings that are under way when something was left are over by then. */
const SETTLE_MS = 2500;

/**
 * What may have more at the end than after the warm-up. Heaps are read after forced collection; they and the counts
 * are exact, and what leaks at each turn is many times their limits. The memory of processes is what their allocators
 * keep, which moves by itself; that of the page has also the pictures and pointers that it showed in the last minutes,
 * which the browser keeps: visits come to their plateau after some hundred, and updates go higher the faster they come.
 */
export const LIMITS = {
  page_heap_mib: 1.5,
  page_buffers_mib: 4,
  page_nodes: 60,
  page_listeners: 30,
  main_heap_mib: 1,
  main_files: 2,
  agent_files: 2,
  page_mib: 128,
  main_mib: 16,
  agent_mib: 8,
};

export type Measure = keyof typeof LIMITS;
export type Sample = Readonly<Record<Measure, number>>;

/** Reads what the page, main and the libvirt process hold. */
export class Gauges {
  readonly bench: BenchPage;
  readonly #page: FootprintReader;
  readonly #main: Inspector;

  private constructor(bench: BenchPage, page: FootprintReader, main: Inspector) {
    this.bench = bench;
    this.#page = page;
    this.#main = main;
  }

  /** Starts the application with one connection. */
  static async open(uri: string): Promise<Gauges> {
    const bench = await openBenchPage([uri], { wrap: inspectable });
    const page = await FootprintReader.of(bench.page);
    return new Gauges(bench, page, await Inspector.attach(bench.host.errors));
  }

  async read(): Promise<Sample> {
    await sleep(SETTLE_MS);
    const { heapMiB, buffersMiB, nodes, listeners } = await this.#page.read();
    const main = this.bench.host.pid;
    // The libvirt process, and what leads to other hosts.
    const agents = processTree(main).filter((pid) => pid !== main);
    const pages = processTree(process.pid).filter((pid) => commandLine(pid).includes('--type=renderer'));
    const sum = (pids: readonly number[], of: (pid: number) => number) =>
      pids.reduce((total, pid) => total + of(pid), 0);
    if (agents.length === 0 || pages.length === 0) throw new Error('a process that is measured has ended');
    return {
      page_heap_mib: rounded(heapMiB, 2),
      page_buffers_mib: rounded(buffersMiB, 2),
      page_nodes: nodes,
      page_listeners: listeners,
      main_heap_mib: rounded(await this.#main.heapMiB(), 2),
      main_files: openFiles(main),
      agent_files: sum(agents, openFiles),
      page_mib: rounded(sum(pages, privateMiB)),
      main_mib: rounded(privateMiB(main)),
      agent_mib: rounded(sum(agents, privateMiB)),
    };
  }

  async close(): Promise<void> {
    this.#main.close();
    await this.bench.close();
  }
}
