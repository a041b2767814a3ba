import { describe, expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import {
  addTopology,
  countEnabled,
  fitEnabled,
  fitTopology,
  fitVcpus,
  nameVcpus,
  removeTopology,
  setMostVcpus,
  topologyCount,
  topologyProblem,
} from './vcpus.ts';

function domainWith(vcpu: number, current?: number): Domain {
  const domain = Domain.parse('<domain type="qemu"/>');
  domain.vcpu = vcpu;
  domain.currentVcpus = current ?? null;
  return domain;
}

describe('topology', () => {
  it('is none until there is one, and goes as a whole', () => {
    const domain = domainWith(4);
    expect(topologyCount(domain.cpu)).toBeNull();
    addTopology(domain);
    expect(topologyCount(domain.cpu)).toBe(4);
    expect(topologyProblem(domain)).toBeNull();
    removeTopology(domain);
    expect(domain.toXml()).not.toContain('topology');
  });

  it('follows the number of vCPUs where that comes out', () => {
    const domain = domainWith(4);
    addTopology(domain);
    domain.cpu.sockets = 2;
    domain.cpu.cores = 2;
    domain.vcpu = 8;
    fitTopology(domain);
    expect(domain.cpu.sockets).toBe(4);
    domain.vcpu = 7;
    fitTopology(domain);
    expect(domain.cpu.sockets).toBe(4);
    expect(topologyProblem(domain)).toBe('The topology makes 8 processors, but the machine can have 7.');
  });

  it('makes the number of vCPUs', () => {
    const domain = domainWith(8, 8);
    addTopology(domain);
    domain.cpu.sockets = 1;
    domain.cpu.dies = 2;
    domain.cpu.cores = 3;
    fitVcpus(domain);
    expect([domain.vcpu, domain.currentVcpus]).toEqual([6, 6]);
  });
});

describe('single vCPUs', () => {
  const on = (domain: Domain) => domain.vcpus.map((one) => one.enabled);

  it('are named as they are', () => {
    const domain = domainWith(4, 2);
    nameVcpus(domain);
    expect(on(domain)).toEqual([true, true, false, false]);
    expect(domain.vcpus.map((one) => one.hotpluggable)).toEqual([false, true, true, true]);
  });

  it('follow their number, and the number follows them', () => {
    const domain = domainWith(4, 2);
    nameVcpus(domain);
    domain.currentVcpus = 3;
    fitEnabled(domain);
    expect(on(domain)).toEqual([true, true, true, false]);
    domain.currentVcpus = 1;
    fitEnabled(domain);
    expect(on(domain)).toEqual([true, false, false, false]);
    const last = domain.vcpus.at(3);
    if (last) last.enabled = true;
    countEnabled(domain);
    expect(domain.currentVcpus).toBe(2);
  });

  it('come and go with the most there can be', () => {
    const domain = domainWith(2);
    nameVcpus(domain);
    setMostVcpus(domain, 3);
    expect([domain.currentVcpus, domain.vcpus.length]).toEqual([2, 3]);
    setMostVcpus(domain, 1);
    expect([domain.vcpu, domain.currentVcpus, domain.vcpus.length]).toEqual([1, null, 1]);
  });
});
