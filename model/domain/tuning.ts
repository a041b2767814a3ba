import { attr, define, flag, int, list, section, size, text } from '../field/index.ts';

export const SCHEDULER = ['batch', 'idle', 'fifo', 'rr'] as const;

export class VcpuPin extends define({ vcpu: int('@vcpu'), cpuset: attr('@cpuset') }) {}
export class IothreadPin extends define({ iothread: int('@iothread'), cpuset: attr('@cpuset') }) {}

const scheduling = { scheduler: attr('@scheduler', SCHEDULER), priority: int('@priority') } as const;

export class VcpuScheduler extends define({ vcpus: attr('@vcpus'), ...scheduling }) {}
export class IothreadScheduler extends define({ iothreads: attr('@iothreads'), ...scheduling }) {}
export class EmulatorScheduler extends define({ ...scheduling }) {}

export class CacheAllocation extends define({
  id: int('@id'),
  level: int('@level'),
  type: attr('@type', ['both', 'code', 'data']),
  size: size('@size', 'bytes'),
}) {}

export class CacheMonitor extends define({ level: int('@level'), vcpus: attr('@vcpus') }) {}

/** A share of the host's processor cache for some vCPUs. */
export class CacheTune extends define({
  vcpus: attr('@vcpus'),
  id: attr('@id'),
  caches: list('cache', () => CacheAllocation),
  monitors: list('monitor', () => CacheMonitor),
}) {}

export class MemoryBandwidth extends define({ id: int('@id'), bandwidth: int('@bandwidth') }) {}
export class BandwidthMonitor extends define({ vcpus: attr('@vcpus') }) {}

/** A share of the host's memory bandwidth for some vCPUs. */
export class MemoryTune extends define({
  vcpus: attr('@vcpus'),
  nodes: list('node', () => MemoryBandwidth),
  monitors: list('monitor', () => BandwidthMonitor),
}) {}

/** Processor time; periods and quotas in microseconds, a quota of -1 is no limit. */
export class CpuTune extends define({
  shares: int('shares'),
  period: int('period'),
  quota: int('quota'),
  globalPeriod: int('global_period'),
  globalQuota: int('global_quota'),
  emulatorPeriod: int('emulator_period'),
  emulatorQuota: int('emulator_quota'),
  iothreadPeriod: int('iothread_period'),
  iothreadQuota: int('iothread_quota'),
  vcpuPins: list('vcpupin', () => VcpuPin),
  emulatorPin: attr('emulatorpin/@cpuset'),
  iothreadPins: list('iothreadpin', () => IothreadPin),
  vcpuSchedulers: list('vcpusched', () => VcpuScheduler),
  iothreadSchedulers: list('iothreadsched', () => IothreadScheduler),
  emulatorScheduler: section('emulatorsched', () => EmulatorScheduler),
  cacheTunes: list('cachetune', () => CacheTune),
  memoryTunes: list('memorytune', () => MemoryTune),
}) {}

export const NUMA_MODE = ['strict', 'interleave', 'preferred', 'restrictive'] as const;

export class NumaMemoryNode extends define({
  cell: int('@cellid'),
  mode: attr('@mode', NUMA_MODE),
  nodeset: attr('@nodeset'),
}) {}

/** Which NUMA nodes of the host the guest's memory comes from. */
export class NumaTune extends define({
  mode: attr('memory/@mode', NUMA_MODE),
  nodeset: attr('memory/@nodeset'),
  placement: attr('memory/@placement', ['static', 'auto']),
  nodes: list('memnode', () => NumaMemoryNode),
}) {}

/** Limits for one block device of the host, per second. */
export class BlockDeviceTune extends define({
  path: text('path'),
  weight: int('weight'),
  readBytes: int('read_bytes_sec'),
  writeBytes: int('write_bytes_sec'),
  readIops: int('read_iops_sec'),
  writeIops: int('write_iops_sec'),
}) {}

/** Share of the host's block devices. */
export class BlockIoTune extends define({
  weight: int('weight'),
  devices: list('device', () => BlockDeviceTune),
}) {}

/** Limits on the host memory that the whole machine may use. */
export class MemTune extends define({
  hardLimit: size('hard_limit', 'KiB'),
  softLimit: size('soft_limit', 'KiB'),
  swapHardLimit: size('swap_hard_limit', 'KiB'),
  minGuarantee: size('min_guarantee', 'KiB'),
}) {}

export class HugePage extends define({ size: size('@size', 'KiB'), nodeset: attr('@nodeset') }) {}

/** How the host provides the guest's memory. */
export class MemoryBacking extends define({
  hugepages: flag('hugepages'),
  pages: list('hugepages/page', () => HugePage),
  noSharePages: flag('nosharepages'),
  locked: flag('locked'),
  source: attr('source/@type', ['file', 'anonymous', 'memfd']),
  access: attr('access/@mode', ['shared', 'private']),
  allocation: attr('allocation/@mode', ['immediate', 'ondemand']),
  allocationThreads: int('allocation/@threads'),
  discard: flag('discard'),
}) {}
