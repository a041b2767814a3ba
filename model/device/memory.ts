import { attr, define, flag, int, onOff, size, text, yesNo } from '../field/index.ts';
import { device, virtioDriver } from './common.ts';

/** A memory module, persistent memory or memory that grows and shrinks. */
export class MemoryDevice extends define(
  {
    model: attr('@model', ['dimm', 'nvdimm', 'virtio-mem', 'virtio-pmem', 'sgx-epc']),
    access: attr('@access', ['shared', 'private']),
    discard: yesNo('@discard'),
    uuid: text('uuid'),
    sourcePath: text('source/path'),
    sourcePageSize: size('source/pagesize', 'KiB'),
    sourceNodemask: text('source/nodemask'),
    sourceAlignSize: size('source/alignsize', 'KiB'),
    sourcePmem: flag('source/pmem'),
    size: size('target/size', 'KiB'),
    node: int('target/node'),
    labelSize: size('target/label/size', 'KiB'),
    blockSize: size('target/block', 'KiB'),
    requested: size('target/requested', 'KiB'),
    current: size('target/current', 'KiB'),
    readonly: flag('target/readonly'),
    targetBase: attr('target/address/@base'),
    dynamicMemslots: yesNo('target/@dynamicMemslots'),
    ...device,
  },
  'memory',
) {}

/** The balloon, through which the host takes memory back. */
export class Memballoon extends define(
  {
    model: attr('@model', ['virtio', 'virtio-transitional', 'virtio-non-transitional', 'xen', 'none']),
    autodeflate: onOff('@autodeflate'),
    freePageReporting: onOff('@freePageReporting'),
    /** Seconds between the guest's reports. */
    statsPeriod: int('stats/@period'),
    ...virtioDriver,
    ...device,
  },
  'memballoon',
) {}

/** Memory shared with other guests or a server. */
export class SharedMemory extends define(
  {
    name: attr('@name'),
    role: attr('@role', ['master', 'peer']),
    model: attr('model/@type', ['ivshmem', 'ivshmem-plain', 'ivshmem-doorbell']),
    size: size('size', 'bytes'),
    server: attr('server/@path'),
    msi: flag('msi'),
    msiVectors: int('msi/@vectors'),
    msiIoeventfd: onOff('msi/@ioeventfd'),
    ...device,
  },
  'shmem',
) {}
