import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShortAddresses } from '../../libvirt/operations/guests.ts';
import { AddressFiller, CALLS_A_MINUTE } from './addressFiller.ts';

let active: string[] = [];
let seen = true;
let calls = 0;
let asked: [string[], string[]][] = [];
let answers: Record<string, ShortAddresses> = {};
let found: Map<string, string[]>;
let filler: AddressFiller;

beforeEach(() => {
  vi.useFakeTimers();
  active = ['a', 'b'];
  seen = true;
  calls = 0;
  asked = [];
  answers = {};
  found = new Map();
  filler = new AddressFiller({
    read: async (uuids, sources) => {
      asked.push([[...uuids], [...sources]]);
      calls += uuids.length * sources.length;
      return uuids.map((uuid) => {
        const known = answers[uuid];
        return known?.source && sources.includes(known.source)
          ? known
          : { uuid, source: null, addresses: [] };
      });
    },
    found: (uuid, addresses) => found.set(uuid, addresses),
    active: () => active,
    seen: () => seen,
  });
});
afterEach(() => {
  filler.stop();
  vi.useRealTimers();
});

describe('AddressFiller', () => {
  it('asks the host for all and agents only for those of which it knows nothing', async () => {
    answers.a = { uuid: 'a', source: 'lease', addresses: ['10.0.0.1'] };
    answers.b = { uuid: 'b', source: 'agent', addresses: ['fe80::1', '10.0.0.2'] };
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([
      [
        ['a', 'b'],
        ['lease', 'arp'],
      ],
      [['b'], ['agent']],
    ]);
    expect(Object.fromEntries(found)).toEqual({ a: ['10.0.0.1'], b: ['10.0.0.2'] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });

  it('asks nothing while nobody looks', async () => {
    seen = false;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toEqual([]);
    seen = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).not.toEqual([]);
  });

  it('keeps to its calls a minute, however many run, and begins with those in sight', async () => {
    active = Array.from({ length: 500 }, (_, n) => `m${n}`);
    filler.hurry(['m400', 'm401']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked[0]?.[0].slice(0, 2)).toEqual(['m400', 'm401']);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(calls).toBeLessThanOrEqual(11 * CALLS_A_MINUTE + 10);
    expect(calls).toBeGreaterThan(5 * CALLS_A_MINUTE);
  });

  it('asks a guest again when its agent has come', async () => {
    await vi.advanceTimersByTimeAsync(3_000);
    answers.a = { uuid: 'a', source: 'agent', addresses: ['10.0.0.9'] };
    filler.changed('a', true);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(found.get('a')).toEqual(['10.0.0.9']);
  });
});
