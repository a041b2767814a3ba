import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatsTick } from '../../contract/index.ts';
import type { Caller } from '../ipc/caller.ts';
import { STAT_COLUMNS } from '../libvirt/operations/support/statNames.ts';
import { type Measured, Statistics } from './statistics.ts';

const uuid = '00000000-0000-0000-0000-00000000000a';

class TestCaller implements Caller {
  readonly id = String(Math.random());
  visible = true;
  gone = false;
  #listeners: (() => void)[] = [];
  onGone(listener: () => void) {
    this.#listeners.push(listener);
    return () => {};
  }
  leave() {
    this.gone = true;
    for (const listener of this.#listeners) listener();
  }
}

/** A connection that takes so long to answer, in ms. */
class TestConnection implements Measured {
  id = 'c';
  connected = true;
  hostCpus = 4;
  reads = 0;
  takes = 1;
  supported = true;
  /** Whether the driver tells of its host. */
  tellsHost = false;
  async readStats() {
    this.reads++;
    await new Promise((resolve) => setTimeout(resolve, this.takes));
    const timeMs = performance.now();
    const memory = { total: 100, free: 40 };
    const host = this.tellsHost ? { timeMs, cpu: { user: timeMs, idle: 3 * timeMs }, memory } : null;
    if (!this.supported) return { domains: null, host };
    const values = new Float64Array(STAT_COLUMNS.length);
    const domains = {
      timeMs,
      generation: 1,
      uuids: [uuid],
      columns: STAT_COLUMNS.length,
      values,
      callMs: 0,
      decodeMs: 0,
    };
    return { domains, host };
  }
  factsOf() {
    return { vcpus: 1, memoryKiB: 1 };
  }
}

let connection: TestConnection;
let statistics: Statistics;
let ticks: Map<Caller, number>;
let last: StatsTick | null;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  connection = new TestConnection();
  ticks = new Map();
  last = null;
  statistics = new Statistics({
    connection: (id) => (id === 'c' ? connection : undefined),
    emitTo: (caller, _name, tick) => {
      ticks.set(caller, (ticks.get(caller) ?? 0) + 1);
      last = tick;
    },
    intervalS: () => 3,
  });
});
afterEach(() => {
  statistics.stop();
  vi.useRealTimers();
});

describe('Statistics', () => {
  it('reads nothing where nobody looks', async () => {
    await seconds(60);
    expect(connection.reads).toBe(0);
  });

  it('shows numbers after a second, then at the interval, with one call for all windows', async () => {
    const [one, two] = [new TestCaller(), new TestCaller()];
    statistics.watch(one, ['c']);
    statistics.watch(two, ['c']);
    await seconds(1.1);
    expect(ticks.get(one)).toBe(1);
    await seconds(30);
    expect(connection.reads).toBe(12);
    expect(ticks.get(one)).toBe(11);
    expect(ticks.get(two)).toBe(11);
  });

  it('slows down for hidden windows, is back at once, and stops with the last window', async () => {
    const caller = new TestCaller();
    statistics.watch(caller, ['c']);
    await seconds(2);
    caller.visible = false;
    statistics.update();
    const before = connection.reads;
    await seconds(55);
    expect(connection.reads - before).toBe(1);
    caller.visible = true;
    statistics.update();
    await seconds(0.1);
    expect(connection.reads - before).toBe(2);
    caller.leave();
    await seconds(60);
    expect(connection.reads - before).toBe(2);
  });

  it('asks a slow link for a tenth of its time at most', async () => {
    connection.takes = 2_000;
    statistics.watch(new TestCaller(), ['c']);
    await seconds(100);
    expect(connection.reads).toBeLessThanOrEqual(6);
  });

  it('stops while the connection is lost and goes on when it is back', async () => {
    const caller = new TestCaller();
    statistics.watch(caller, ['c']);
    await seconds(5);
    connection.connected = false;
    statistics.update();
    const before = connection.reads;
    await seconds(30);
    expect(connection.reads).toBe(before);
    connection.connected = true;
    statistics.update();
    await seconds(2);
    expect(connection.reads).toBeGreaterThan(before);
  });

  it('does not ask a driver again that has no statistics', async () => {
    connection.supported = false;
    statistics.watch(new TestCaller(), ['c']);
    await seconds(60);
    expect(connection.reads).toBe(1);
  });

  it("tells of the host in the same ticks, and alone where the driver has no domains' statistics", async () => {
    connection.tellsHost = true;
    statistics.watch(new TestCaller(), ['c']);
    await seconds(1.1);
    expect(last?.host).toMatchObject({ cpu: 25, memoryUsedKiB: 60, memoryTotalKiB: 100 });
    expect(last?.rates).toHaveLength(1);
    connection.supported = false;
    await seconds(6);
    expect(last?.host).toMatchObject({ cpu: 25 });
    expect(last?.rates).toEqual([]);
    expect(connection.reads).toBe(4);
  });
});
