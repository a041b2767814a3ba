import type { Domain, NumaCell, NumaDistance } from '../../../../../model/index.ts';
import { readSet, writeSet } from './sets.ts';

const MIB = 1024 ** 2;

/** Adds a NUMA cell to the guest. The first takes all processors and memory; the next share with those there. */
export function addCell(domain: Domain): NumaCell {
  const cells = domain.cpu.cells.all;
  const id = Math.max(-1, ...cells.map((cell) => cell.id ?? 0)) + 1;
  const added = domain.cpu.cells.add({ id });
  share(domain, domain.cpu.cells.all);
  return added;
}

/** Takes a cell away; the others share what it had. */
export function removeCell(domain: Domain, cell: NumaCell): void {
  domain.cpu.cells.remove(cell);
  for (const one of domain.cpu.cells.all) {
    for (const distance of one.distances.all) if (distance.id === cell.id) one.distances.remove(distance);
  }
  for (const node of domain.numaTune.nodes.all) if (node.cell === cell.id) domain.numaTune.nodes.remove(node);
  share(domain, domain.cpu.cells.all);
}

/** Gives every cell the same share of processors and memory; the first take what does not come out. */
export function share(domain: Domain, cells: readonly NumaCell[]): void {
  const vcpus = domain.vcpu ?? 1;
  const pieces = Math.floor((domain.memory ?? 0) / MIB);
  cells.forEach((cell, index) => {
    const from = Math.ceil((vcpus * index) / cells.length);
    const to = Math.ceil((vcpus * (index + 1)) / cells.length);
    const cpus = Array.from({ length: to - from }, (_none, at) => from + at);
    cell.cpus = cpus.length === 0 ? null : writeSet(cpus);
    const own = Math.floor(pieces / cells.length) + (index < pieces % cells.length ? 1 : 0);
    cell.memory = own * MIB;
  });
}

/** What does not fit in the guest's cells; null: nothing. */
export function cellProblem(domain: Domain): string | null {
  const cells = domain.cpu.cells.all;
  if (cells.length === 0) return null;
  const numbers = cells.flatMap((cell) => readSet(cell.cpus ?? '') ?? []);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) return `vCPU ${twice} is in two cells.`;
  const vcpus = domain.vcpu ?? 1;
  const beyond = numbers.find((number) => number >= vcpus);
  if (beyond !== undefined) return `There is no vCPU ${beyond}: the machine has ${vcpus}.`;
  const memory = cells.reduce((sum, cell) => sum + (cell.memory ?? 0), 0);
  const modules = domain.memoryDevices.all.reduce((sum, module) => sum + (module.size ?? 0), 0);
  const wanted = (domain.memory ?? 0) - modules;
  if (memory === wanted) return null;
  return `The cells have ${memory / MIB} MiB together, the machine ${wanted / MIB} MiB.`;
}

/** How far a cell is from another, as it is written; null: libvirt's own (10 to itself, 20 to others). */
export function distance(cell: NumaCell, to: number): NumaDistance | undefined {
  return cell.distances.find((one) => one.id === to);
}

/** Sets it; libvirt wants all distances of a cell where there is one. */
export function setDistance(domain: Domain, cell: NumaCell, to: number, value: number | null): void {
  const there = distance(cell, to);
  if (value === null) {
    if (there) cell.distances.remove(there);
    return;
  }
  if (there) there.value = value;
  else cell.distances.add({ id: to, value });
  for (const other of domain.cpu.cells.all) {
    const id = other.id ?? 0;
    if (!distance(cell, id)) cell.distances.add({ id, value: id === cell.id ? 10 : 20 });
  }
}
