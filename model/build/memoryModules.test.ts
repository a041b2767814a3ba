import { describe, expect, it } from 'vitest';
import { applyChanges, compare } from '../compare/compare.ts';
import { Domain } from '../domain/domain.ts';
import { addMemoryDevice, countMemory, removeMemoryDevice } from './memoryModules.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

function machine(more = ''): Domain {
  return Domain.parse(
    `<domain type='kvm'><name>a</name><memory unit='GiB'>2</memory><currentMemory unit='GiB'>2</currentMemory>
    <vcpu>4</vcpu>${more}</domain>`,
  );
}

describe('memory devices', () => {
  it('bring a limit, slots and a NUMA cell of all processors and memory', () => {
    const domain = machine();
    const device = addMemoryDevice(domain, 'dimm', GIB);
    expect([device.size, device.node]).toEqual([GIB, 0]);
    expect(domain.cpu.cells.map(({ cpus, memory }) => [cpus, memory])).toEqual([['0-3', 2 * GIB]]);
    expect([domain.memory, domain.currentMemory]).toEqual([3 * GIB, 3 * GIB]);
    expect([domain.maxMemory, domain.memorySlots]).toEqual([6 * GIB, 16]);
  });

  it('leave a limit that is enough, and cells that are there, as they are', () => {
    const domain = machine("<cpu><numa><cell id='0' cpus='0-3' memory='2' unit='GiB'/></numa></cpu>");
    domain.maxMemory = 64 * GIB;
    domain.memorySlots = 2;
    addMemoryDevice(domain, 'dimm', GIB);
    expect([domain.maxMemory, domain.memorySlots, domain.cpu.cells.length]).toEqual([64 * GIB, 2, 1]);
    addMemoryDevice(domain, 'virtio-mem', GIB);
    // It takes no slot; a third module would.
    expect([domain.memorySlots, domain.memory]).toEqual([2, 4 * GIB]);
    addMemoryDevice(domain, 'nvdimm', GIB);
    addMemoryDevice(domain, 'dimm', GIB);
    expect(domain.memorySlots).toBe(16);
  });

  it('of a disk kind belong to no cell', () => {
    expect(addMemoryDevice(machine(), 'virtio-pmem', GIB).node).toBeNull();
  });

  it('take their bytes with them, and a guest that had less keeps less', () => {
    const domain = machine();
    const device = addMemoryDevice(domain, 'dimm', GIB);
    device.size = 2 * GIB;
    countMemory(domain);
    expect(domain.memory).toBe(4 * GIB);
    domain.currentMemory = 512 * MIB;
    removeMemoryDevice(domain, device);
    expect([domain.memory, domain.currentMemory, domain.memoryDevices.length]).toEqual([
      2 * GIB,
      512 * MIB,
      0,
    ]);
  });

  it('leave no empty element behind when the cells are taken out of a definition', () => {
    const before = machine();
    const domain = machine();
    addMemoryDevice(domain, 'dimm', GIB);
    const changes = compare(domain, before);
    applyChanges(domain, before, new Set(changes.map(({ key }) => key)));
    expect(domain.has('cpu/numa')).toBe(false);
    expect(compare(domain, before)).toEqual([]);
  });
});
