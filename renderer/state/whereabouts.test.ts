import { describe, expect, it } from 'vitest';
import type { Connection } from '../../contract/index.ts';
import { pictureOf } from './inventory.ts';
import { TEST_HOST, testConnection, testRow } from './testRows.ts';
import { carryOver, elsewhere, machineKey } from './whereabouts.ts';

const { uuid } = testRow(1);
const here = { connection: 'a', uuid };

/** Connections with the names of their hosts, all with the machine; which they have besides 'a' on hv1. */
function find(...others: [id: string, hostname: string, active: boolean, status?: Connection['status']][]) {
  const all = [['a', 'hv1', true] as const, ...others];
  const connections = all.map(([id, hostname, , status = 'connected']): [string, Connection] => [
    id,
    testConnection(id, { status, host: { ...TEST_HOST, hostname } }),
  ]);
  const pictures = all.map(([id, , active]) => {
    const row = testRow(1, active ? { id: 3, state: 'running' } : {});
    return [id, pictureOf({ connection: id, revision: 1, complete: true, domains: [row] })] as const;
  });
  return elsewhere(here, new Map(pictures), new Map(connections));
}

describe('a machine that has left its host', () => {
  it('is found where it runs on another host that is connected', () => {
    expect(find(['b', 'hv2', true])).toBe('b');
    expect(find(['b', 'hv2', false])).toBeNull();
    expect(find(['b', 'hv2', true, 'lost'])).toBeNull();
    expect(find(['b', 'hv1', true])).toBeNull();
    expect(find(['b', 'hv1', true], ['c', 'hv3', true])).toBe('c');
    expect(find()).toBeNull();
  });

  it('goes on under its key there, and begins anew where it was', () => {
    const there = { connection: 'b', uuid };
    const before = machineKey(here);
    carryOver(here, there);
    expect(machineKey(there)).toBe(before);
    expect(machineKey(here)).not.toBe(before);
    carryOver(there, here);
    expect(machineKey(here)).toBe(before);
    expect(machineKey(there)).not.toBe(before);
  });
});
