import { describe, expect, it } from 'vitest';
import { HostHistory } from './hostHistory.ts';

const tick = (seconds: number, cpu: number | null = 10) => ({
  connection: 'lab',
  time: seconds * 1000,
  host: { cpu, kernel: 1, iowait: 2, memoryUsedKiB: 1, memoryTotalKiB: 4 },
});

describe('HostHistory', () => {
  it('keeps an hour, in bytes and seconds', () => {
    const history = new HostHistory();
    for (let n = 0; n < 2000; n += 1) history.push(tick(n * 3, n % 100));
    const { times, cpu, memory, memoryTotal } = history.of('lab');
    expect(times).toHaveLength(1200);
    expect(times.at(-1)).toBe(1999 * 3);
    expect([cpu.at(-1), memory.at(-1), memoryTotal]).toEqual([99, 1024, 4096]);
  });

  it('shows the time in which nobody looked as a gap', () => {
    const history = new HostHistory();
    history.push(tick(0));
    history.push(tick(30));
    history.push(tick(300));
    expect(history.of('lab').times).toEqual([0, 30, 31, 300]);
    expect(history.of('lab').cpu).toEqual([10, 10, null, 10]);
  });

  it('has nothing of hosts that tell nothing', () => {
    const history = new HostHistory();
    history.push({ connection: 'esx', time: 1, host: null });
    expect(history.of('esx').times).toEqual([]);
    history.push(tick(1));
    history.forget('lab');
    expect(history.of('lab').times).toEqual([]);
  });
});
