import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaneSession } from '../../main/libvirt/agent/laneSession.ts';
import { listDomains, refreshDomains } from '../../main/libvirt/operations/inventory.ts';
import { domainStats } from '../../main/libvirt/operations/stats.ts';
import { factsById } from '../../main/libvirt/operations/support/domainFacts.ts';
import { stateBySubsets } from '../../main/libvirt/operations/support/domainStates.ts';
import { STAT_COLUMNS, STAT_INDEX } from '../../main/libvirt/operations/support/statNames.ts';
import { uuidOf } from '../../main/libvirt/operations/support/uuids.ts';
import { Connect } from '../../main/libvirt/typed/connect.ts';
import { liveHandles } from '../../main/libvirt/typed/index.ts';
import { guestXml } from '../hosts/index.ts';
import { describeLab } from '../hosts/vitest.ts';

/** A host of the test driver: state is virDomainState (1 running, 3 paused, 5 off, 6 crashed). */
const HOST = `<node>
  ${[1, 3, 5, 5, 1]
    .map(
      (state, index) => `<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
        <name>d${index}</name><uuid>00000000-0000-4000-8000-00000000000${index}</uuid>
        <memory>${index + 1}000</memory><vcpu>${index + 1}</vcpu><os><type>hvm</type></os>
        <test:runstate>${state}</test:runstate>
        ${index === 3 ? '<test:hasmanagedsave>1</test:hasmanagedsave>' : ''}
      </domain>`,
    )
    .join('\n')}
</node>`;

const uuidOfDomain = (index: number): string => `00000000-0000-4000-8000-00000000000${index}`;

describe('operations on a host of the test driver', () => {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-operations-'));
  let session: LaneSession;

  beforeAll(() => {
    const file = join(folder, 'host.xml');
    writeFileSync(file, HOST);
    session = new LaneSession(Connect.open(`test://${file}`));
  });
  afterAll(() => {
    session.close();
    rmSync(folder, { recursive: true });
    expect(liveHandles()).toEqual({});
  });

  it('list what each domain is', () => {
    const { domains, complete } = listDomains(session);
    const byName = new Map(domains.map((domain) => [domain.name, domain]));
    expect([...byName.keys()].sort()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4']);
    expect(byName.get('d0')).toMatchObject({ uuid: uuidOfDomain(0), state: 1, id: expect.any(Number) });
    expect(byName.get('d1')).toMatchObject({ state: 3, id: expect.any(Number), persistent: true });
    expect(byName.get('d2')).toMatchObject({ state: 5, id: null, managedSave: false });
    expect(byName.get('d3')).toMatchObject({ state: 5, id: null, managedSave: true });
    // This driver tells vcpus and memory of one domain at a time only.
    expect(complete).toBe(false);
    const { domains: again, removed } = refreshDomains(session, {
      uuids: [uuidOfDomain(4), 'ffffffff-0000-4000-8000-000000000000'],
    });
    expect(again).toMatchObject([{ name: 'd4', vcpus: 5, memoryKiB: 5000, maxMemoryKiB: 5000 }]);
    expect(removed).toEqual(['ffffffff-0000-4000-8000-000000000000']);
  });

  it('tell the states apart where a driver has no bulk statistics', () => {
    const handles = session.connect.listAllDomains(0);
    const facts = new Map(handles.map((domain) => [uuidOf(domain), factsById(uuidOf(domain), domain)]));
    stateBySubsets(facts, (flag) => {
      const subset = session.connect.listAllDomains(flag);
      const uuids = new Set(subset.map(uuidOf));
      for (const domain of subset) domain.free();
      return uuids;
    });
    for (const domain of handles) domain.free();
    expect([0, 1, 2, 3, 4].map((index) => facts.get(uuidOfDomain(index))?.state)).toEqual([1, 3, 5, 5, 1]);
  });

  it('name the domains of statistics again only when they have changed', () => {
    const first = domainStats(session, { known: 0 });
    expect(first?.uuids?.sort()).toEqual([0, 1, 4].map(uuidOfDomain));
    const second = domainStats(session, { known: first!.generation });
    expect(second).toMatchObject({ generation: first!.generation, uuids: null });
    session.domain(uuidOfDomain(2)).createWithFlags(0);
    const third = domainStats(session, { known: first!.generation });
    expect(third!.generation).not.toBe(first!.generation);
    expect(third!.uuids).toContain(uuidOfDomain(2));
    expect(third!.values).toHaveLength(4 * STAT_COLUMNS.length);
  });
});

describeLab('statistics of a real guest', { hosts: 1 }, (lab) => {
  it('are the sums of what libvirt says', async () => {
    const hv1 = lab().host('hv1');
    const disk = await hv1.bootDisk('sums');
    const devices = `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>
      <source file='${disk}'/><target dev='vdb' bus='virtio'/></disk>`;
    await hv1.define(guestXml({ name: 'sums', networks: ['default', 'default'], cdrom: '', devices }));
    await hv1.virsh(['start', 'sums']);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    // What does not run does not count on.
    await hv1.virsh(['suspend', 'sums']);
    const session = new LaneSession(Connect.open(hv1.uri.unix));
    try {
      const { values } = domainStats(session, { known: 0 })!;
      const [record] = session.connect.getAllDomainStats(0, 1);
      const sum = (pattern: RegExp): number =>
        Object.entries(record!.params)
          .filter(([name]) => pattern.test(name))
          .reduce((total, [, value]) => total + Number(value), 0);
      expect(values[STAT_INDEX.state]).toBe(3);
      expect(values[STAT_INDEX.cpuTimeNs]! / sum(/^cpu\.time$/)).toBeCloseTo(1, 1);
      expect(values[STAT_INDEX.balloonKiB]).toBe(sum(/^balloon\.current$/));
      for (const [column, pattern] of [
        ['diskReadBytes', /^block\.\d+\.rd\.bytes$/],
        ['diskReadRequests', /^block\.\d+\.rd\.reqs$/],
        ['diskWriteBytes', /^block\.\d+\.wr\.bytes$/],
        ['netTxBytes', /^net\.\d+\.tx\.bytes$/],
      ] as const) {
        expect(values[STAT_INDEX[column]], column).toBe(sum(pattern));
      }
      expect(values[STAT_INDEX.diskReadBytes]).toBeGreaterThan(0);
    } finally {
      session.close();
    }
  });
});
