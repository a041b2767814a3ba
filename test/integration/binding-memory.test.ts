import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connect, type Domain, DomainStatsReader, liveHandles } from '../../main/libvirt/typed/index.ts';
import { growth } from './helpers/growth.ts';

const count = 200;
let folder: string;
let connect: Connect;
let domain: Domain;

/** A host with many domains, described in a file of the test driver. */
function node(domains: number): string {
  const uuid = (n: number) => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const all = Array.from(
    { length: domains },
    (_, n) =>
      `<domain type='test'><name>d${n}</name><uuid>${uuid(n)}</uuid><memory>4096</memory><os><type>hvm</type></os></domain>`,
  );
  return `<node>${all.join('')}</node>`;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-memory-'));
  writeFileSync(join(folder, 'node.xml'), node(count));
  connect = Connect.open(`test://${folder}/node.xml`);
  domain = connect.domainLookupByName('d7');
});

afterAll(() => {
  domain.free();
  connect.close();
  rmSync(folder, { recursive: true });
});

describe('memory does not grow', () => {
  it('with 20,000 descriptions, each freed', () => {
    expect(growth(20_000, () => domain.getXMLDesc())).toBeLessThan(4);
  });

  it('with lists of handles, each freed', () => {
    const work = () => {
      for (const one of connect.listAllDomains()) one.free();
    };
    expect(growth(300, work)).toBeLessThan(4);
    expect(liveHandles()).toEqual({ virConnect: 1, virDomain: 1 });
  });

  it('with failing calls', () => {
    const work = () => {
      try {
        connect.domainLookupByName('nowhere');
      } catch {
        return;
      }
      throw new Error('found');
    };
    expect(growth(10_000, work)).toBeLessThan(4);
  });

  it('with typed parameters in and out', () => {
    const test = Connect.open('test:///default');
    const guest = test.domainLookupByName('test');
    const work = () => {
      guest.setNumaParameters({ numa_mode: 0, numa_nodeset: '0' });
      guest.getNumaParameters();
      guest.getFSInfo();
      guest.interfaceAddresses(0);
      guest.getDiskErrors();
      test.getCPUModelNames('x86_64');
      test.listNetworks(10);
    };
    expect(growth(2000, work)).toBeLessThan(4);
    guest.free();
    test.close();
  });

  it('with statistics', () => {
    const reader = new DomainStatsReader();
    expect(growth(500, () => reader.read(connect))).toBeLessThan(4);
    expect(reader.shapes).toHaveLength(1);
  });
});

describe('statistics of all domains', () => {
  it('come in few objects, by UUID', () => {
    const reader = new DomainStatsReader();
    const frame = reader.read(connect);
    expect(frame.uuids.length).toBe(count);
    expect(new Set(frame.uuids)).toContain('00000007-0000-4000-8000-000000000000');
    const names = reader.shapes[frame.shapes[0] ?? -1]?.names ?? [];
    expect(names).toEqual(['state.state', 'state.reason']);
    expect(frame.values.length).toBe(count * names.length);
    expect([...frame.offsets.subarray(0, 3)]).toEqual([0, 2, 4]);
    expect(structuredClone(frame)).toEqual(frame);
    expect(reader.read(connect)).toEqual(frame);
  });

  it('agree with what is asked of one domain', () => {
    const reader = new DomainStatsReader();
    domain.suspend();
    const frame = reader.readDomains([domain]);
    const { state, reason } = domain.getState();
    expect(frame.uuids).toEqual([domain.getUUIDString()]);
    expect([...frame.values]).toEqual([state, reason]);
    const object = connect.getAllDomainStats().find(({ uuid }) => uuid === domain.getUUIDString());
    expect(object?.params).toEqual({ 'state.state': state, 'state.reason': reason });
    domain.resume();
  });

  it('are decoded in a few microseconds per domain', () => {
    const reader = new DomainStatsReader();
    for (let round = 0; round < 200; round++) reader.read(connect);
    const start = performance.now();
    for (let round = 0; round < 100; round++) reader.read(connect);
    const perDomain = ((performance.now() - start) * 1000) / (100 * count);
    console.info(`statistics: ${perDomain.toFixed(2)} us per domain, libvirt's own part included`);
    expect(perDomain).toBeLessThan(40);
  });
});
