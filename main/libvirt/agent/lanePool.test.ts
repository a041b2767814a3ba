import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LanePool, type PoolThread } from './lanePool.ts';

class Thread implements PoolThread {
  broken = false;
  lost = false;
  cancelled = 0;
  cancel(): void {
    this.cancelled += 1;
  }
}

/** A pool whose tasks end when the test says so. */
function setUp(max: number, idleMs: number | null = null) {
  const spawned: Thread[] = [];
  const retired: Thread[] = [];
  const stuck: string[] = [];
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const pool = new LanePool<Thread>({
    max,
    idleMs,
    spawn: async () => {
      spawned.push(new Thread());
      return spawned.at(-1)!;
    },
    retire: async (thread) => void retired.push(thread),
    onStuck: (name) => stuck.push(name),
  });
  let lastId = 0;
  const task = (name: string, limitMs: number | null = null) => {
    lastId += 1;
    return {
      id: lastId,
      name,
      limitMs,
      run: (thread: Thread) => {
        log.push(`${name}@${spawned.indexOf(thread)}`);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      },
      refuse: (error: unknown) => log.push(`${name}: ${error instanceof Error ? error.message : error}`),
    };
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await settle();
  };
  return { pool, spawned, retired, stuck, log, task, end };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('LanePool', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('does tasks in order, and what is not urgent when nothing else waits', async () => {
    const { pool, log, task, end, spawned } = setUp(1);
    pool.submit(task('a'));
    pool.submitBackground(task('later'));
    pool.submit(task('b'));
    await settle();
    await end('a');
    await end('b');
    expect(log).toEqual(['a@0', 'b@0', 'later@0']);
    expect(spawned).toHaveLength(1);
  });

  it('makes threads up to its limit and uses those that are free', async () => {
    const { pool, log, task, end } = setUp(2);
    for (const name of ['a', 'b', 'c']) pool.submit(task(name));
    await settle();
    expect(log).toEqual(['a@0', 'b@1']);
    await end('b');
    expect(log).toEqual(['a@0', 'b@1', 'c@1']);
  });

  it('drops a task that waits and tells one that runs', async () => {
    const { pool, log, task, end, spawned } = setUp(1);
    const [a, b] = [task('a'), task('b')];
    pool.submit(a);
    pool.submit(b);
    await settle();
    pool.cancel(b.id);
    pool.cancel(a.id);
    expect(log).toEqual(['a@0', 'b: Cancelled.']);
    expect(spawned[0]!.cancelled).toBe(1);
    await end('a');
    expect(log).toHaveLength(2);
  });

  it('does not begin a task that is cancelled while its thread is made, and keeps the thread', async () => {
    const { pool, log, task, spawned } = setUp(1);
    const [a, b] = [task('a'), task('b')];
    pool.submit(a);
    pool.cancel(a.id);
    await settle();
    expect(log).toEqual(['a: Cancelled.']);
    pool.submit(b);
    await settle();
    expect(log).toEqual(['a: Cancelled.', 'b@0']);
    expect(spawned).toHaveLength(1);
  });

  it('says when a task takes too long, once', async () => {
    const { pool, stuck, task, end } = setUp(1);
    pool.submit(task('slow', 1_000));
    pool.submit(task('quick', 1_000));
    await settle();
    vi.advanceTimersByTime(999);
    expect(stuck).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(stuck).toEqual(['slow']);
    await end('slow');
    await end('quick');
    vi.advanceTimersByTime(5_000);
    expect(stuck).toEqual(['slow']);
  });

  it('closes threads that have nothing to do, and those whose connection broke', async () => {
    const { pool, spawned, retired, task, end } = setUp(2, 60_000);
    pool.submit(task('a'));
    await settle();
    await end('a');
    vi.advanceTimersByTime(30_000);
    pool.submit(task('b'));
    await settle();
    vi.advanceTimersByTime(59_000);
    expect(retired).toEqual([]);
    spawned[0]!.lost = true;
    await end('b');
    expect(retired).toEqual([spawned[0]]);
    pool.submit(task('c'));
    await settle();
    await end('c');
    vi.advanceTimersByTime(60_000);
    expect(retired).toEqual(spawned);
  });

  it('drains: refuses what waits and what comes, and waits for what runs', async () => {
    const { pool, log, task, end } = setUp(1);
    pool.submit(task('a'));
    pool.submit(task('b'));
    pool.submitBackground(task('c'));
    await settle();
    let drained = false;
    void pool.drain().then(() => (drained = true));
    pool.submit(task('d'));
    await settle();
    expect(drained).toBe(false);
    await end('a');
    expect(drained).toBe(true);
    const refused = 'The connection is being closed.';
    expect(log).toEqual(['a@0', `b: ${refused}`, `c: ${refused}`, `d: ${refused}`]);
  });

  it('refuses a task whose thread cannot be made, and does the next', async () => {
    const log: unknown[] = [];
    let attempts = 0;
    const pool = new LanePool<Thread>({
      max: 1,
      idleMs: null,
      spawn: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('refused');
        return new Thread();
      },
      retire: async () => {},
      onStuck: () => {},
    });
    const task = (id: number) => ({
      id,
      name: '',
      limitMs: null,
      run: async () => void log.push(id),
      refuse: (error: unknown) => log.push(error),
    });
    pool.submit(task(1));
    pool.submit(task(2));
    await settle();
    expect(log).toEqual([new Error('refused'), 2]);
  });
});
