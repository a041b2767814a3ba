/** The C types of numeric typed parameters. */
export type NumberType = 'int' | 'uint' | 'llong' | 'ullong' | 'double';

function all(type: NumberType, names: string): [string, NumberType][] {
  return names.split(' ').map((name) => [name, type]);
}

const iotune = ['total', 'read', 'write']
  .flatMap((kind) => [`${kind}_bytes_sec`, `${kind}_iops_sec`])
  .flatMap((name) => [name, `${name}_max`, `${name}_max_length`])
  .join(' ');

/**
 * The type that libvirt demands of the parameters that can be set, as its reference gives it (a value of any
 * other type is refused, even if it fits). Text and booleans need no entry.
 */
export const parameterTypes: ReadonlyMap<string, NumberType> = new Map([
  // migration and block copy
  ...all('ullong', 'bandwidth bandwidth.postcopy compression.xbzrle.cache buf-size'),
  ...all('int', 'disks_port compression.mt.level compression.mt.threads compression.mt.dthreads'),
  ...all('int', 'compression.zlib.level compression.zstd.level parallel.connections'),
  ...all('int', 'auto_converge.initial auto_converge.increment'),
  ...all('uint', 'granularity'),
  // scheduler
  ...all('ullong', 'cpu_shares vcpu_period emulator_period global_period iothread_period'),
  ...all('llong', 'vcpu_quota emulator_quota global_quota iothread_quota reservation limit'),
  ...all('uint', 'weight cap'),
  ...all('int', 'shares'),
  // memory, NUMA
  ...all('ullong', 'hard_limit soft_limit min_guarantee swap_hard_limit'),
  ...all('int', 'numa_mode'),
  // disk throttling
  ...all('ullong', `${iotune} size_iops_sec`),
  // bandwidth of network cards and ports
  ...all('uint', 'inbound.average inbound.peak inbound.burst inbound.floor'),
  ...all('uint', 'outbound.average outbound.peak outbound.burst'),
  // node memory
  ...all('uint', 'shm_pages_to_scan shm_sleep_millisecs shm_merge_across_nodes'),
  // I/O threads
  ...all('ullong', 'poll_max_ns'),
  ...all('uint', 'poll_grow poll_shrink'),
  ...all('int', 'thread_pool_min thread_pool_max'),
  // launch security, identity
  ...all('ullong', 'sev-secret-set-address unix-user-id unix-group-id process-time'),
  ...all('llong', 'process-id'),
]);
