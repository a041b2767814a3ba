import { describe, expect, it } from 'vitest';
import { HostLoad } from '../../contract/index.ts';
import { HostLoadMeter } from './hostLoad.ts';

const memory = { total: 1000, free: 300, buffers: 50, cached: 250 };

describe('HostLoadMeter', () => {
  it('compares two readings, whatever the number of CPUs', () => {
    const meter = new HostLoadMeter();
    expect(meter.take({ timeMs: 0, cpu: { user: 1e9, kernel: 0, idle: 0, iowait: 0 }, memory })).toBeNull();
    const load = meter.take({
      timeMs: 1000,
      cpu: { user: 2e9, kernel: 5e8, idle: 6e9, iowait: 5e8 },
      memory,
    });
    expect(load).toEqual({ cpu: 18.8, kernel: 6.3, iowait: 6.3, memoryUsedKiB: 400, memoryTotalKiB: 1000 });
    HostLoad.parse(load);
  });

  it('tells what it can where the driver tells less', () => {
    const meter = new HostLoadMeter();
    meter.take({ timeMs: 0, cpu: null, memory: null });
    expect(meter.take({ timeMs: 1000, cpu: { utilization: 41 }, memory: { total: 5 } })).toEqual({
      cpu: 41,
      kernel: null,
      iowait: null,
      memoryUsedKiB: null,
      memoryTotalKiB: 5,
    });
    expect(meter.take({ timeMs: 2000, cpu: null, memory })).toMatchObject({ cpu: null, memoryUsedKiB: 400 });
  });

  it('says nothing about counters that went back, and about readings at the same time', () => {
    const meter = new HostLoadMeter();
    meter.take({ timeMs: 0, cpu: { user: 9, kernel: 9, idle: 9 }, memory });
    expect(meter.take({ timeMs: 10, cpu: { user: 9, kernel: 9, idle: 10 }, memory })).toBeNull();
    expect(meter.take({ timeMs: 1000, cpu: { user: 1, kernel: 1, idle: 1 }, memory })).toMatchObject({
      cpu: null,
    });
    meter.reset();
    expect(meter.take({ timeMs: 2000, cpu: { user: 2, kernel: 2, idle: 2 }, memory })).toBeNull();
  });
});
