/**
 * Options that keep an agent small: there is one per connection and it holds little. Measured, see
 * docs/decisions/0004-agent-process.md.
 */
export const AGENT_EXEC_ARGV: readonly string[] = [
  // A young generation of 1 MiB instead of 16 per thread.
  '--max-semi-space-size=1',
  // Compact rather than grow, and no code for speed that is used once.
  '--optimize-for-size',
  // One background thread of V8 instead of four; each has a stack and an allocation arena.
  '--v8-pool-size=1',
  // No second, unoptimised copy of compiled code: what is hot is optimised all the same.
  '--no-sparkplug',
  // For Sweeper.
  '--expose-gc',
];

export const AGENT_ENV: Readonly<Record<string, string>> = {
  // glibc gives every thread an arena of its own otherwise.
  MALLOC_ARENA_MAX: '1',
  // libvirt's own words in English, whatever the user's language: services recognise some of them.
  LC_ALL: 'C.UTF-8',
  LANGUAGE: '',
  UV_THREADPOOL_SIZE: '1',
};

/** Collections of the young generation take about half a millisecond in a heap this small. */
const MESSAGES_PER_SWEEP = 8;

/**
 * Frees what messages leave behind. A statistics tick of a thousand domains passes some hundred KiB through
 * the agent, outside of V8's heap, and V8 lets several megabytes of that gather before it looks.
 */
export class Sweeper {
  #messages = 0;

  /** To be told of every message that was passed on. Does nothing where the host gives no `gc`. */
  passed(): void {
    this.#messages += 1;
    if (this.#messages % MESSAGES_PER_SWEEP !== 0 || !globalThis.gc) return;
    setImmediate(() => globalThis.gc?.({ type: 'minor', execution: 'sync' }));
  }
}
