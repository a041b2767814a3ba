import { describe, expect, it } from 'vitest';
import type { DomainRates } from '../../../contract/index.ts';
import { testConnection, testRow } from '../../state/testRows.ts';
import type { FleetEntry } from './entries.ts';
import { parseFilter } from './filter.ts';
import { parseQuantity, tokenize } from './filterTokens.ts';

const entry = (change: Parameters<typeof testRow>[1], host = 'lab1'): FleetEntry => ({
  key: 'k',
  connection: testConnection(host),
  row: testRow(1, change),
});
const rates = (cpu: number): DomainRates => ({
  uuid: testRow(1).uuid,
  hostCpu: 1,
  cpu,
  memoryKiB: 1,
  diskRead: 1024,
  diskWrite: 1024,
  netRx: 0,
  netTx: 0,
});
const matches = (text: string, item: FleetEntry, cpu?: number) =>
  parseFilter(text).matches(item, cpu === undefined ? undefined : rates(cpu));

describe('tokenize', () => {
  it('reads keys, operators, quotes and negation', () => {
    expect(tokenize('  web -state:running  name:"a b" cpu>=50')).toEqual([
      { negated: false, key: '', operator: '', value: 'web' },
      { negated: true, key: 'state', operator: ':', value: 'running' },
      { negated: false, key: 'name', operator: ':', value: 'a b' },
      { negated: false, key: 'cpu', operator: '>=', value: '50' },
    ]);
  });

  it.each(['"', '-', ':', '-"', '"a', 'a:"b', '>5', '\\', '**', 'state:', '::::'])('ends for %j', (text) => {
    expect(() => parseFilter(text).matches(entry({}), undefined)).not.toThrow();
  });

  it('says nothing about a key without a value', () => {
    expect(tokenize('state:')).toEqual([]);
  });
});

describe('parseQuantity', () => {
  it.each([
    ['50', 50],
    ['50%', 50],
    ['1.5g', 1.5 * 1024 ** 3],
    ['512MiB', 512 * 1024 ** 2],
    ['3kB/s', 3072],
    ['x', null],
    ['5x', null],
  ])('%s', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });
});

describe('parseFilter', () => {
  it('finds words in names, titles, tags, descriptions and hosts, whatever their case', () => {
    const item = entry({ name: 'Web1', title: 'Shop front', tags: ['Prod'], description: 'the old one' });
    for (const text of ['web', 'SHOP', 'prod', 'old one', 'lab1', 'w*1']) {
      expect(matches(text.includes(' ') ? `"${text}"` : text, item), text).toBe(true);
    }
    expect(matches('web2', item)).toBe(false);
    expect(matches('web other', item)).toBe(false);
  });

  it('asks for the state in our words and in libvirt’s', () => {
    expect(matches('state:off', entry({ state: 'shutoff' }))).toBe(true);
    expect(matches('state:shutoff', entry({ state: 'shutoff' }))).toBe(true);
    expect(matches('state:running', entry({ state: 'blocked' }))).toBe(true);
    expect(matches('-state:running', entry({ state: 'running' }))).toBe(false);
  });

  it('anchors a pattern with stars and takes other signs literally', () => {
    expect(matches('host:lab*', entry({}, 'lab12'))).toBe(true);
    expect(matches('host:ab*', entry({}, 'lab12'))).toBe(false);
    expect(matches('name:a*a', entry({ name: 'a' }))).toBe(false);
    expect(matches('name:a*b*c', entry({ name: 'aXbYc' }))).toBe(true);
    expect(matches('name:a.c', entry({ name: 'abc' }))).toBe(false);
    expect(matches('ip:10.', entry({ addresses: ['192.168.0.1', '10.0.0.4'] }))).toBe(true);
  });

  it('compares numbers; what is not known never matches', () => {
    expect(matches('cpu>50', entry({}), 60)).toBe(true);
    expect(matches('cpu>50', entry({}), 40)).toBe(false);
    expect(matches('cpu<50', entry({}))).toBe(false);
    expect(matches('memory>=1g', entry({}))).toBe(true);
    expect(matches('memory>1024', entry({}))).toBe(false);
    expect(matches('disk>1k', entry({}), 1)).toBe(true);
    expect(parseFilter('cpu>50').usesRates).toBe(true);
    expect(parseFilter('vcpus>1').usesRates).toBe(false);
  });

  it('names what it does not understand and applies the rest', () => {
    const filter = parseFilter('colour:red web cpu>lots');
    expect(filter.problems).toHaveLength(2);
    expect(filter.problems[0]).toContain('colour');
    expect(filter.matches(entry({ name: 'web' }), undefined)).toBe(true);
    expect(filter.matches(entry({ name: 'db' }), undefined)).toBe(false);
  });
});
