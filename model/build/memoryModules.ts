import type { MemoryDevice } from '../device/memory.ts';
import type { Domain } from '../domain/domain.ts';
import type { Init } from '../field/index.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
/** Slots that a machine is given which had none. */
const SLOTS = 16;

/** Adds a memory device, and what a machine needs for memory to be plugged in: a limit, slots, a NUMA cell. */
export function addMemoryDevice(domain: Domain, model: string, size: number, more?: Init<MemoryDevice>) {
  makePluggable(domain, size);
  const device = domain.addDevice('memory', { model, ...more });
  device.size = size;
  // virtio-pmem is a disk that is read like memory: it belongs to no cell.
  if (model !== 'virtio-pmem') device.node = 0;
  countMemory(domain);
  return device;
}

/** Makes room for one more memory device of so many bytes. */
export function makePluggable(domain: Domain, size: number): void {
  const memory = domain.memory ?? GIB;
  if (domain.cpu.cells.length === 0) {
    const last = Math.max(1, domain.vcpu ?? 1) - 1;
    const cell = domain.cpu.cells.add({ id: 0, cpus: last === 0 ? '0' : `0-${last}` });
    cell.memory = memory - pluggedMemory(domain);
  }
  const least = memory + size;
  if ((domain.maxMemory ?? 0) < least) domain.maxMemory = Math.ceil((2 * least) / GIB) * GIB;
  const used = domain.memoryDevices.all.filter(takesSlot).length;
  if ((domain.memorySlots ?? 0) <= used) domain.memorySlots = Math.max(SLOTS, used + 1);
}

/** Modules sit in slots; virtio devices on PCI. */
function takesSlot({ model }: MemoryDevice): boolean {
  return model === 'dimm' || model === 'nvdimm';
}

/** Bytes of all memory devices. */
export function pluggedMemory(domain: Domain): number {
  return domain.memoryDevices.all.reduce((sum, { size }) => sum + (size ?? 0), 0);
}

/** `<memory>` is what the NUMA cells have and the memory devices: libvirt counts it so, whatever stands there. */
export function countMemory(domain: Domain): void {
  const cells = domain.cpu.cells.all;
  if (cells.length === 0) return;
  const before = domain.memory;
  const now = cells.reduce((sum, { memory }) => sum + (memory ?? 0), 0) + pluggedMemory(domain);
  // A guest that had all of it keeps all of it: else the balloon would take back what was plugged in.
  if (domain.currentMemory === before || (domain.currentMemory ?? 0) > now) domain.currentMemory = now;
  domain.memory = now;
}

/** Takes a memory device away, and its bytes from those of the machine. */
export function removeMemoryDevice(domain: Domain, device: MemoryDevice): void {
  const { size } = device;
  domain.removeDevice(device);
  if (domain.cpu.cells.length > 0) countMemory(domain);
  else if (domain.memory !== null) domain.memory = Math.max(MIB, domain.memory - (size ?? 0));
}
