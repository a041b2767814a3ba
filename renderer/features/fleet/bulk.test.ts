import { describe, expect, it } from 'vitest';
import { apiError } from '../../../contract/index.ts';
import { testConnection, testRow } from '../../state/testRows.ts';
import { type BulkResult, planBulk, runBulk, wordToType } from './bulk.ts';
import type { FleetEntry } from './entries.ts';

const entry = (
  n: number,
  change: Parameters<typeof testRow>[1] = {},
  connection = testConnection('a'),
): FleetEntry => ({
  key: String(n),
  connection,
  row: testRow(n, change),
});

describe('planBulk', () => {
  it('takes what can be acted upon and says why the rest cannot', () => {
    const plan = planBulk('shutdown', [
      entry(1, { state: 'running', id: 1 }),
      entry(2),
      entry(3, { state: 'running', id: 3 }, testConnection('b', { readOnly: true })),
      entry(4, { state: 'running', id: 4 }, testConnection('c', { status: 'lost' })),
    ]);
    expect(plan.acts.map(({ key }) => key)).toEqual(['1']);
    expect(plan.skips.map(({ entry: { key }, reason }) => [key, reason])).toEqual([
      ['2', 'The machine is not running.'],
      ['3', 'This connection is read-only.'],
      ['4', 'The host is not connected.'],
    ]);
  });
});

describe('wordToType', () => {
  const lab = testConnection('p');
  const production = { ...lab, settings: { ...lab.settings, production: true } };

  it('is the name of the one machine on a production host, or how many there are', () => {
    expect(wordToType(true, [entry(1), entry(2, {}, production)])).toBe('vm2');
    expect(wordToType(true, [entry(1, {}, production), entry(2, {}, production), entry(3)])).toBe(
      '2 machines',
    );
  });

  it('is nothing for other hosts, and for what destroys nothing', () => {
    expect(wordToType(true, [entry(1)])).toBeNull();
    expect(wordToType(false, [entry(1, {}, production)])).toBeNull();
  });
});

describe('runBulk', () => {
  const many = Array.from({ length: 20 }, (_, n) => entry(n));

  it('goes on after failures and reports every machine once, a few at a time', async () => {
    const results: BulkResult[] = [];
    let running = 0;
    let most = 0;
    await runBulk(
      many,
      async ({ key }) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
        if (Number(key) % 2) throw apiError('conflict', `no ${key}`);
      },
      (result) => results.push(result),
    );
    expect(results.map(({ entry: { key } }) => Number(key)).sort((a, b) => a - b)).toEqual(
      many.map((_, n) => n),
    );
    expect(results.filter((result) => !result.ok && result.error.kind === 'conflict')).toHaveLength(10);
    expect(most).toBe(6);
  });

  it('stops taking new ones when told to', async () => {
    const results: BulkResult[] = [];
    await runBulk(
      many,
      async () => {},
      (result) => results.push(result),
      () => results.length >= 3,
    );
    expect(results.length).toBeLessThan(10);
  });
});
