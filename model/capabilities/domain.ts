import { attr, define, int, list, section, size, text, texts, yesNo } from '../field/index.ts';
import { CapabilityEnum, CapabilityGroup } from './group.ts';
import { type Platform, platformOf, tableFor } from './platform.ts';
import {
  ChannelCapability,
  ConsoleCapability,
  CryptoCapability,
  DiskCapability,
  FilesystemCapability,
  GraphicsCapability,
  HostdevCapability,
  InterfaceCapability,
  PanicCapability,
  RedirdevCapability,
  RngCapability,
  TpmCapability,
  VideoCapability,
} from './questions.ts';

export class CpuModelCapability extends define({
  name: text('.'),
  usable: attr('@usable', ['yes', 'no', 'unknown']),
  deprecated: yesNo('@deprecated'),
  vendor: attr('@vendor'),
  canonical: attr('@canonical'),
  fallback: attr('@fallback'),
  vendorId: attr('@vendor_id'),
}) {}

export class CpuModelFeature extends define({ name: attr('@name'), policy: attr('@policy') }) {}
export class CpuBlockers extends define({
  model: attr('@model'),
  features: list('feature', () => CpuModelFeature),
}) {}

export class CpuModeCapability extends define({
  name: attr('@name'),
  supported: yesNo('@supported'),
  enums: list('enum', () => CapabilityEnum),
  models: list('model', () => CpuModelCapability),
  vendor: text('vendor'),
  physicalAddressMode: attr('maxphysaddr/@mode'),
  physicalAddressBits: int('maxphysaddr/@bits'),
  physicalAddressLimit: int('maxphysaddr/@limit'),
  features: list('feature', () => CpuModelFeature),
  blockers: list('blockers', () => CpuBlockers),
}) {}

export class SgxSection extends define({ node: int('@node'), size: size('@size', 'KiB') }) {}

/** What the firmware of the machine can be. */
export class OsCapability extends define({
  supported: yesNo('@supported'),
  enums: list('enum', () => CapabilityEnum),
  loaderSupported: yesNo('loader/@supported'),
  loaders: texts('loader/value'),
  loaderEnums: list('loader/enum', () => CapabilityEnum),
}) {}

/**
 * What a hypervisor can do for one type of machine (https://libvirt.org/formatdomaincaps.html). The
 * questions (`caps.disk.buses`, `caps.cpuModes`) are also answered where libvirt does not tell: then from
 * what the hypervisor of that type is known to have.
 */
export class DomainCapabilities extends define(
  {
    emulator: text('path'),
    type: text('domain'),
    machine: text('machine'),
    arch: text('arch'),
    vcpuMax: int('vcpu/@max'),
    iothreads: yesNo('iothreads/@supported'),
    os: section('os', () => OsCapability),
    modes: list('cpu/mode', () => CpuModeCapability),
    memoryBacking: section('memoryBacking', () => CapabilityGroup),
    disk: section('devices/disk', () => DiskCapability),
    graphics: section('devices/graphics', () => GraphicsCapability),
    video: section('devices/video', () => VideoCapability),
    hostdev: section('devices/hostdev', () => HostdevCapability),
    rng: section('devices/rng', () => RngCapability),
    filesystem: section('devices/filesystem', () => FilesystemCapability),
    tpm: section('devices/tpm', () => TpmCapability),
    redirdev: section('devices/redirdev', () => RedirdevCapability),
    channel: section('devices/channel', () => ChannelCapability),
    crypto: section('devices/crypto', () => CryptoCapability),
    interface: section('devices/interface', () => InterfaceCapability),
    panic: section('devices/panic', () => PanicCapability),
    console: section('devices/console', () => ConsoleCapability),
    net: section('devices/net', () => CapabilityGroup),
    iommu: section('devices/iommu', () => CapabilityGroup),
    gic: section('features/gic', () => CapabilityGroup),
    vmcoreinfo: yesNo('features/vmcoreinfo/@supported'),
    genid: yesNo('features/genid/@supported'),
    backingStoreInput: yesNo('features/backingStoreInput/@supported'),
    backup: yesNo('features/backup/@supported'),
    asyncTeardown: yesNo('features/async-teardown/@supported'),
    ps2: yesNo('features/ps2/@supported'),
    s390Pv: yesNo('features/s390-pv/@supported'),
    tdx: yesNo('features/tdx/@supported'),
    sev: yesNo('features/sev/@supported'),
    sevCbitpos: int('features/sev/cbitpos'),
    sevReducedPhysBits: int('features/sev/reducedPhysBits'),
    sevMaxGuests: int('features/sev/maxGuests'),
    sevMaxEsGuests: int('features/sev/maxESGuests'),
    sgx: yesNo('features/sgx/@supported'),
    sgxFlc: yesNo('features/sgx/flc'),
    sgx1: yesNo('features/sgx/sgx1'),
    sgx2: yesNo('features/sgx/sgx2'),
    sgxSectionSize: size('features/sgx/section_size', 'KiB'),
    sgxSections: list('features/sgx/sections/section', () => SgxSection),
    hyperv: section('features/hyperv', () => CapabilityGroup),
    launchSecurity: section('features/launchSecurity', () => CapabilityGroup),
  },
  'domainCapabilities',
) {
  /** Capabilities of which only the platform is known, for hypervisors and libvirts that do not tell more. */
  static unknown(platform: Platform): DomainCapabilities {
    const caps = DomainCapabilities.parse('<domainCapabilities/>');
    caps.type = platform.type;
    caps.machine = platform.machine;
    caps.arch = platform.arch;
    return caps;
  }

  get platform(): Platform {
    return platformOf(this.element);
  }

  /** The CPU modes a machine may use. */
  get cpuModes(): readonly string[] {
    if (this.modes.length === 0) return tableFor(this.platform).cpuModes;
    return this.modes.all.filter((mode) => mode.supported).map((mode) => mode.name ?? '');
  }

  /** The CPU models of mode `custom`; empty where libvirt does not list them. */
  get cpuModels(): CpuModelCapability[] {
    return this.modes.find((mode) => mode.name === 'custom')?.models.all ?? [];
  }

  /** `bios`, `efi`: what libvirt can choose a firmware image for. */
  get firmwares(): readonly string[] {
    const told = this.os.enums.find((entry) => entry.name === 'firmware')?.values;
    return told ?? tableFor(this.platform).firmwares;
  }

  /** True if a firmware with secure boot can be had. */
  get secureBoot(): boolean {
    const secure = this.os.loaderEnums.find((entry) => entry.name === 'secure')?.values;
    return secure?.includes('yes') ?? false;
  }

  get maxVcpus(): number {
    return this.vcpuMax ?? tableFor(this.platform).maxVcpus;
  }

  get soundModels(): readonly string[] {
    return tableFor(this.platform).soundModels;
  }

  get inputBuses(): readonly string[] {
    return tableFor(this.platform).inputBuses;
  }

  get interfaceModels(): readonly string[] {
    return tableFor(this.platform).interfaceModels;
  }

  get watchdogModels(): readonly string[] {
    return tableFor(this.platform).watchdogModels;
  }

  get memorySources(): readonly string[] {
    return this.memoryBacking.valuesOf('sourceType') ?? tableFor(this.platform).memorySources;
  }

  /** The Hyper-V enlightenments that can be switched on. */
  get hypervFeatures(): readonly string[] {
    if (this.hyperv.supported === false) return [];
    return this.hyperv.valuesOf('features') ?? tableFor(this.platform).hypervFeatures;
  }

  /** The kinds of launch security the host can give. */
  get launchSecurityTypes(): readonly string[] {
    const told = this.launchSecurity.valuesOf('sectype');
    if (told) return told;
    return [
      ...(this.sev === true ? ['sev'] : []),
      ...(this.s390Pv === true ? ['s390-pv'] : []),
      ...(this.tdx === true ? ['tdx'] : []),
    ];
  }
}
