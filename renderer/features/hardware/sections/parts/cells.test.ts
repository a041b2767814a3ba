import { describe, expect, it } from 'vitest';
import { Domain } from '../../../../../model/index.ts';
import { addCell, cellProblem, removeCell, setDistance } from './cells.ts';

const machine = () =>
  Domain.parse("<domain type='qemu'><memory unit='MiB'>1025</memory><vcpu>4</vcpu></domain>");
const MIB = 1024 ** 2;

describe('NUMA cells of a guest', () => {
  it('share processors and memory', () => {
    const domain = machine();
    addCell(domain);
    expect(domain.cpu.cells.map(({ id, cpus, memory }) => [id, cpus, memory])).toEqual([
      [0, '0-3', 1025 * MIB],
    ]);
    addCell(domain);
    expect(domain.cpu.cells.map(({ id, cpus, memory }) => [id, cpus, memory])).toEqual([
      [0, '0-1', 513 * MIB],
      [1, '2-3', 512 * MIB],
    ]);
    expect(cellProblem(domain)).toBeNull();
  });

  it('go with what is said of them elsewhere', () => {
    const domain = machine();
    const first = addCell(domain);
    const second = addCell(domain);
    setDistance(domain, first, 1, 31);
    domain.numaTune.nodes.add({ cell: 1, nodeset: '0' });
    expect(first.distances.map(({ id, value }) => [id, value])).toEqual([
      [1, 31],
      [0, 10],
    ]);
    removeCell(domain, second);
    expect(first.distances.map(({ id }) => id)).toEqual([0]);
    expect([domain.numaTune.nodes.length, first.cpus]).toEqual([0, '0-3']);
  });

  it('are checked', () => {
    const domain = machine();
    const first = addCell(domain);
    const second = addCell(domain);
    second.cpus = '1-2';
    expect(cellProblem(domain)).toBe('vCPU 1 is in two cells.');
    second.cpus = '2-4';
    expect(cellProblem(domain)).toBe('There is no vCPU 4: the machine has 4.');
    second.cpus = '2-3';
    first.memory = 100 * MIB;
    expect(cellProblem(domain)).toBe('The cells have 612 MiB together, the machine 1025 MiB.');
  });
});
