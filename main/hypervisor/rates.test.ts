import { describe, expect, it } from 'vitest';
import { DomainRates } from '../../contract/index.ts';
import { STAT_COLUMNS, STAT_INDEX, type StatColumn } from '../libvirt/operations/support/statNames.ts';
import { RateMeter } from './rates.ts';

type Counters = Partial<Record<StatColumn, number>>;

function reading(timeMs: number, generation: number, domains: Record<string, Counters>, tell = true) {
  const columns = STAT_COLUMNS.length;
  const values = new Float64Array(Object.keys(domains).length * columns).fill(Number.NaN);
  Object.values(domains).forEach((counters, row) => {
    for (const column of STAT_COLUMNS) {
      const value = counters[column];
      if (value !== undefined) values[row * columns + STAT_INDEX[column]] = value;
    }
  });
  const uuids = tell ? Object.keys(domains) : null;
  return { timeMs, generation, uuids, columns, values, callMs: 0, decodeMs: 0 };
}

const A = '00000000-0000-0000-0000-00000000000a';
const B = '00000000-0000-0000-0000-00000000000b';
const facts = () => ({ vcpus: 2, memoryKiB: 4096 });

describe('RateMeter', () => {
  it('computes rates from two readings', () => {
    const meter = new RateMeter();
    const first = { cpuTimeNs: 1e9, diskReadBytes: 1000, netTxBytes: 5 };
    expect(meter.take(reading(0, 1, { [A]: first }), 8, facts)).toBeNull();
    expect(meter.known).toBe(1);
    const second = { cpuTimeNs: 2e9, diskReadBytes: 3000, netTxBytes: 5, availableKiB: 100, unusedKiB: 30 };
    const rates = meter.take(reading(2000, 1, { [A]: second }, false), 8, facts);
    expect(rates).toEqual([
      { uuid: A, hostCpu: 6.3, cpu: 25, memoryKiB: 70, diskRead: 1000, diskWrite: 0, netRx: 0, netTx: 0 },
    ]);
    DomainRates.parse(rates?.[0]);
  });

  it('follows domains when others come and go, and starts new ones at zero', () => {
    const meter = new RateMeter();
    meter.take(reading(0, 1, { [A]: { cpuTimeNs: 0 }, [B]: { cpuTimeNs: 0 } }), 1, facts);
    const rates = meter.take(reading(1000, 2, { [B]: { cpuTimeNs: 1e9 } }), 1, facts);
    expect(rates).toMatchObject([{ uuid: B, cpu: 50 }]);
    const more = meter.take(reading(2000, 3, { [A]: { cpuTimeNs: 9e9 }, [B]: { cpuTimeNs: 1e9 } }), 1, facts);
    expect(more).toMatchObject([
      { uuid: A, cpu: 0 },
      { uuid: B, cpu: 0 },
    ]);
  });

  it('never gives negative, absurd or missing numbers', () => {
    const meter = new RateMeter();
    meter.take(reading(0, 1, { [A]: { cpuTimeNs: 5e9, netRxBytes: 900 } }), 1, () => undefined);
    const reset = meter.take(
      reading(1000, 1, { [A]: { cpuTimeNs: 1e9, netRxBytes: 1 } }),
      1,
      () => undefined,
    );
    expect(reset).toMatchObject([{ cpu: 0, netRx: 0, memoryKiB: 0 }]);
    const wild = meter.take(reading(2000, 1, { [A]: { cpuTimeNs: 9e12 } }), 1, () => undefined);
    expect(wild).toMatchObject([{ cpu: 100, hostCpu: 100, netRx: 0 }]);
  });

  it('waits for a usable distance, and forgets what is before a pause', () => {
    const meter = new RateMeter();
    meter.take(reading(0, 1, { [A]: { cpuTimeNs: 0 } }), 1, facts);
    expect(meter.take(reading(10, 1, { [A]: { cpuTimeNs: 1e7 } }), 1, facts)).toBeNull();
    expect(meter.take(reading(1000, 1, { [A]: { cpuTimeNs: 1e9 } }), 1, facts)).toMatchObject([{ cpu: 50 }]);
    meter.reset();
    expect(meter.known).toBe(0);
    expect(meter.take(reading(9000, 1, { [A]: { cpuTimeNs: 9e9 } }), 1, facts)).toBeNull();
  });
});
