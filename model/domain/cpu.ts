import { attr, define, int, list, size, text, yesNo } from '../field/index.ts';

export const CPU_MODE = ['host-passthrough', 'host-model', 'custom', 'maximum'] as const;
export const FEATURE_POLICY = ['force', 'require', 'optional', 'disable', 'forbid'] as const;

export class CpuFeature extends define({
  name: attr('@name'),
  policy: attr('@policy', FEATURE_POLICY),
}) {}

export class NumaDistance extends define({ id: int('@id'), value: int('@value') }) {}

/** A memory-side cache of a NUMA cell. */
export class NumaCache extends define({
  level: int('@level'),
  associativity: attr('@associativity', ['none', 'direct', 'full']),
  policy: attr('@policy', ['none', 'writeback', 'writethrough']),
  size: size('size/@value', 'KiB', 'size/@unit'),
  line: size('line/@value', 'bytes', 'line/@unit'),
}) {}

/** A NUMA cell of the guest. */
export class NumaCell extends define({
  id: int('@id'),
  cpus: attr('@cpus'),
  memory: size('@memory', 'KiB'),
  memAccess: attr('@memAccess', ['shared', 'private']),
  discard: yesNo('@discard'),
  distances: list('distances/sibling', () => NumaDistance),
  caches: list('cache', () => NumaCache),
}) {}

const interconnect = {
  initiator: int('@initiator'),
  target: int('@target'),
  cache: int('@cache'),
  type: attr('@type', ['access', 'read', 'write']),
  value: int('@value'),
} as const;

/** Nanoseconds between an initiator and a target cell. */
export class NumaLatency extends define({ ...interconnect }) {}
export class NumaBandwidth extends define({ ...interconnect, unit: attr('@unit') }) {}

/** The processor that the guest sees (https://libvirt.org/formatdomain.html#cpu-model-and-topology). */
export class Cpu extends define({
  mode: attr('@mode', CPU_MODE),
  match: attr('@match', ['exact', 'minimum', 'strict']),
  check: attr('@check', ['none', 'partial', 'full']),
  migratable: attr('@migratable', ['on', 'off']),
  deprecatedFeatures: attr('@deprecated_features', ['on', 'off']),
  model: text('model'),
  fallback: attr('model/@fallback', ['allow', 'forbid']),
  vendorId: attr('model/@vendor_id'),
  vendor: text('vendor'),
  sockets: int('topology/@sockets'),
  dies: int('topology/@dies'),
  clusters: int('topology/@clusters'),
  cores: int('topology/@cores'),
  threads: int('topology/@threads'),
  features: list('feature', () => CpuFeature),
  cacheLevel: int('cache/@level'),
  cacheMode: attr('cache/@mode', ['emulate', 'passthrough', 'disable']),
  physicalAddressMode: attr('maxphysaddr/@mode', ['emulate', 'passthrough']),
  physicalAddressBits: int('maxphysaddr/@bits'),
  physicalAddressLimit: int('maxphysaddr/@limit'),
  cells: list('numa/cell', () => NumaCell),
  latencies: list('numa/interconnects/latency', () => NumaLatency),
  bandwidths: list('numa/interconnects/bandwidth', () => NumaBandwidth),
}) {}
