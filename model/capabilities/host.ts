import { CpuFeature, NumaBandwidth, NumaCache, NumaDistance, NumaLatency } from '../domain/cpu.ts';
import { attr, define, flag, int, list, onOff, section, size, text, texts, yesNo } from '../field/index.ts';

export class PageSize extends define({ size: size('@size', 'KiB') }) {}

/** The processor of the host. */
export class HostCpu extends define({
  arch: text('arch'),
  model: text('model'),
  vendor: text('vendor'),
  pae: flag('features/pae'),
  nonpae: flag('features/nonpae'),
  vmx: flag('features/vmx'),
  svm: flag('features/svm'),
  microcode: int('microcode/@version'),
  family: int('signature/@family'),
  modelNumber: int('signature/@model'),
  stepping: int('signature/@stepping'),
  counter: attr('counter/@name'),
  counterFrequency: int('counter/@frequency'),
  counterScaling: yesNo('counter/@scaling'),
  sockets: int('topology/@sockets'),
  dies: int('topology/@dies'),
  clusters: int('topology/@clusters'),
  cores: int('topology/@cores'),
  threads: int('topology/@threads'),
  physicalAddressMode: attr('maxphysaddr/@mode'),
  physicalAddressBits: int('maxphysaddr/@bits'),
  features: list('feature', () => CpuFeature),
  pages: list('pages', () => PageSize),
}) {}

export class HostPages extends define({ size: size('@size', 'KiB'), count: int('.') }) {}

export class LogicalCpu extends define({
  id: int('@id'),
  socket: int('@socket_id'),
  die: int('@die_id'),
  cluster: int('@cluster_id'),
  core: int('@core_id'),
  siblings: attr('@siblings'),
}) {}

/** A NUMA cell of the host. */
export class HostCell extends define({
  id: int('@id'),
  memory: size('memory', 'KiB'),
  pages: list('pages', () => HostPages),
  distances: list('distances/sibling', () => NumaDistance),
  caches: list('cache', () => NumaCache),
  cpuCount: int('cpus/@num'),
  cpus: list('cpus/cpu', () => LogicalCpu),
}) {}

export class ResourceControl extends define({
  granularity: int('@granularity'),
  unit: attr('@unit'),
  min: int('@min'),
  type: attr('@type'),
  maxAllocs: int('@maxAllocs'),
}) {}

const resource = {
  id: int('@id'),
  cpus: attr('@cpus'),
  controls: list('control', () => ResourceControl),
} as const;

export class CacheBank extends define({
  ...resource,
  level: int('@level'),
  type: attr('@type', ['both', 'code', 'data']),
  size: size('@size', 'bytes'),
}) {}

export class MemoryBandwidthNode extends define({ ...resource }) {}
export class MonitorFeature extends define({ name: attr('@name') }) {}

export class ResourceMonitor extends define({
  level: int('@level'),
  maxMonitors: int('@maxMonitors'),
  reuseThreshold: int('@reuseThreshold'),
  features: list('feature', () => MonitorFeature),
}) {}

export class BaseLabel extends define({ type: attr('@type'), label: text('.') }) {}

export class SecurityModel extends define({
  model: text('model'),
  doi: text('doi'),
  baseLabels: list('baselabel', () => BaseLabel),
}) {}

/** The host itself. */
export class Host extends define({
  uuid: text('uuid'),
  cpu: section('cpu', () => HostCpu),
  powerManagement: flag('power_management'),
  suspendMem: flag('power_management/suspend_mem'),
  suspendDisk: flag('power_management/suspend_disk'),
  suspendHybrid: flag('power_management/suspend_hybrid'),
  iommu: yesNo('iommu/@support'),
  liveMigration: flag('migration_features/live'),
  migrationTransports: texts('migration_features/uri_transports/uri_transport'),
  cellCount: int('topology/cells/@num'),
  cells: list('topology/cells/cell', () => HostCell),
  latencies: list('topology/interconnects/latency', () => NumaLatency),
  bandwidths: list('topology/interconnects/bandwidth', () => NumaBandwidth),
  caches: list('cache/bank', () => CacheBank),
  cacheMonitors: list('cache/monitor', () => ResourceMonitor),
  memoryBandwidthNodes: list('memory_bandwidth/node', () => MemoryBandwidthNode),
  memoryBandwidthMonitors: list('memory_bandwidth/monitor', () => ResourceMonitor),
  securityModels: list('secmodel', () => SecurityModel),
}) {}

export class MachineType extends define({
  name: text('.'),
  /** The name with a version that the alias stands for. */
  canonical: attr('@canonical'),
  maxCpus: int('@maxCpus'),
  deprecated: yesNo('@deprecated'),
}) {}

/** A way to run guests of an architecture: with KVM, without, in containers. */
export class GuestDomain extends define({
  type: attr('@type'),
  emulator: text('emulator'),
  machines: list('machine', () => MachineType),
}) {}

/** Guests of one kind and architecture that the host can run. */
export class GuestSupport extends define({
  osType: text('os_type'),
  arch: attr('arch/@name'),
  wordSize: int('arch/wordsize'),
  emulator: text('arch/emulator'),
  loader: text('arch/loader'),
  machines: list('arch/machine', () => MachineType),
  domains: list('arch/domain', () => GuestDomain),
  pae: flag('features/pae'),
  nonpae: flag('features/nonpae'),
  ia64BigEndian: flag('features/ia64_be'),
  acpi: flag('features/acpi'),
  acpiDefault: onOff('features/acpi/@default'),
  acpiToggle: yesNo('features/acpi/@toggle'),
  apic: flag('features/apic'),
  apicDefault: onOff('features/apic/@default'),
  apicToggle: yesNo('features/apic/@toggle'),
  cpuSelection: flag('features/cpuselection'),
  deviceBoot: flag('features/deviceboot'),
  diskSnapshot: flag('features/disksnapshot'),
  diskSnapshotDefault: onOff('features/disksnapshot/@default'),
  diskSnapshotToggle: yesNo('features/disksnapshot/@toggle'),
  externalSnapshot: flag('features/externalSnapshot'),
  hap: flag('features/hap'),
  hapDefault: onOff('features/hap/@default'),
  hapToggle: yesNo('features/hap/@toggle'),
}) {}

/** What a host is and can run (https://libvirt.org/formatcaps.html). */
export class Capabilities extends define(
  {
    host: section('host', () => Host),
    guests: list('guest', () => GuestSupport),
  },
  'capabilities',
) {
  /** The architectures that the host can run, its own first. */
  get architectures(): string[] {
    const own = this.host.cpu.arch;
    const found = new Set(this.guests.map((guest) => guest.arch ?? ''));
    return [...found].sort((a, b) => Number(b === own) - Number(a === own));
  }

  /** The ways to run a guest: `kvm` before `qemu` where there is both. */
  guestFor(arch: string, osType = 'hvm'): GuestSupport | undefined {
    return this.guests.find((guest) => guest.arch === arch && guest.osType === osType);
  }
}
