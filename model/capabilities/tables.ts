/** The values a device's attributes can take. */
export interface DeviceTable {
  readonly diskDevices: readonly string[];
  readonly diskBuses: readonly string[];
  readonly diskModels: readonly string[];
  readonly graphicsTypes: readonly string[];
  readonly videoModels: readonly string[];
  readonly hostdevModes: readonly string[];
  readonly hostdevTypes: readonly string[];
  readonly hostdevStartupPolicies: readonly string[];
  readonly hostdevDrivers: readonly string[];
  readonly rngModels: readonly string[];
  readonly rngBackends: readonly string[];
  readonly filesystemDrivers: readonly string[];
  readonly tpmModels: readonly string[];
  readonly tpmBackends: readonly string[];
  readonly tpmVersions: readonly string[];
  readonly redirdevBuses: readonly string[];
  readonly channelTypes: readonly string[];
  readonly cryptoModels: readonly string[];
  readonly cryptoTypes: readonly string[];
  readonly cryptoBackends: readonly string[];
  readonly interfaceBackends: readonly string[];
  readonly panicModels: readonly string[];
  readonly consoleTypes: readonly string[];
  readonly soundModels: readonly string[];
  readonly inputBuses: readonly string[];
  readonly interfaceModels: readonly string[];
  readonly watchdogModels: readonly string[];
  readonly memorySources: readonly string[];
  readonly hypervFeatures: readonly string[];
  readonly cpuModes: readonly string[];
  readonly firmwares: readonly string[];
}

export interface PlatformTable extends DeviceTable {
  readonly maxVcpus: number;
}

const NOTHING: PlatformTable = {
  diskDevices: ['disk'],
  diskBuses: [],
  diskModels: [],
  graphicsTypes: [],
  videoModels: [],
  hostdevModes: [],
  hostdevTypes: [],
  hostdevStartupPolicies: [],
  hostdevDrivers: [],
  rngModels: [],
  rngBackends: [],
  filesystemDrivers: [],
  tpmModels: [],
  tpmBackends: [],
  tpmVersions: [],
  redirdevBuses: [],
  channelTypes: [],
  cryptoModels: [],
  cryptoTypes: [],
  cryptoBackends: [],
  interfaceBackends: [],
  panicModels: [],
  consoleTypes: ['pty'],
  soundModels: [],
  inputBuses: [],
  interfaceModels: [],
  watchdogModels: [],
  memorySources: [],
  hypervFeatures: [],
  cpuModes: [],
  firmwares: [],
  maxVcpus: 64,
};

const CHARACTER = [
  'pty',
  'unix',
  'tcp',
  'udp',
  'file',
  'dev',
  'pipe',
  'stdio',
  'null',
  'vc',
  'spicevmc',
  'spiceport',
];
const VIRTIO = ['virtio', 'virtio-transitional', 'virtio-non-transitional'];

/** What every QEMU of the last years has, whatever it emulates. */
export const QEMU: PlatformTable = {
  ...NOTHING,
  diskDevices: ['disk', 'cdrom', 'floppy', 'lun'],
  diskBuses: ['virtio', 'scsi', 'usb'],
  diskModels: VIRTIO,
  graphicsTypes: ['vnc', 'spice', 'sdl'],
  videoModels: ['virtio', 'vga', 'ramfb', 'none'],
  hostdevModes: ['subsystem'],
  hostdevTypes: ['usb', 'pci', 'scsi'],
  hostdevStartupPolicies: ['default', 'mandatory', 'requisite', 'optional'],
  hostdevDrivers: ['default', 'vfio'],
  rngModels: VIRTIO,
  rngBackends: ['random', 'egd'],
  filesystemDrivers: ['path', 'handle'],
  redirdevBuses: ['usb'],
  channelTypes: CHARACTER,
  interfaceBackends: ['default'],
  consoleTypes: CHARACTER,
  inputBuses: ['usb', 'virtio'],
  interfaceModels: ['virtio', ...VIRTIO.slice(1), 'e1000', 'rtl8139'],
  memorySources: ['anonymous', 'file', 'memfd'],
  cpuModes: ['custom', 'host-model', 'host-passthrough'],
  maxVcpus: 255,
};

export const X86: PlatformTable = {
  ...QEMU,
  diskBuses: ['virtio', 'sata', 'ide', 'scsi', 'usb', 'fdc', 'sd'],
  videoModels: ['virtio', 'qxl', 'vga', 'cirrus', 'bochs', 'vmvga', 'ramfb', 'none'],
  tpmModels: ['tpm-tis', 'tpm-crb'],
  tpmBackends: ['passthrough', 'emulator'],
  tpmVersions: ['1.2', '2.0'],
  panicModels: ['isa', 'hyperv'],
  soundModels: ['ich9', 'ich6', 'ac97', 'es1370', 'sb16', 'pcspk', 'usb'],
  inputBuses: ['usb', 'virtio', 'ps2'],
  interfaceModels: [...VIRTIO, 'e1000e', 'e1000', 'rtl8139', 'vmxnet3', 'ne2k_pci', 'pcnet'],
  watchdogModels: ['itco', 'i6300esb', 'ib700'],
  hypervFeatures: [
    'relaxed',
    'vapic',
    'spinlocks',
    'vpindex',
    'runtime',
    'synic',
    'stimer',
    'reset',
    'vendor_id',
    'frequencies',
    'reenlightenment',
    'tlbflush',
    'ipi',
  ],
  firmwares: ['bios', 'efi'],
};

export const ARM: PlatformTable = {
  ...QEMU,
  videoModels: ['virtio', 'ramfb', 'none'],
  tpmModels: ['tpm-tis'],
  tpmBackends: ['passthrough', 'emulator'],
  tpmVersions: ['2.0'],
  soundModels: ['usb', 'ich9', 'ac97'],
  watchdogModels: ['i6300esb'],
  firmwares: ['efi'],
};

export const POWER: PlatformTable = {
  ...QEMU,
  tpmModels: ['tpm-spapr', 'spapr-tpm-proxy'],
  tpmBackends: ['passthrough', 'emulator'],
  tpmVersions: ['2.0'],
  panicModels: ['pseries'],
  interfaceModels: ['virtio', 'spapr-vlan', 'e1000', 'rtl8139'],
  soundModels: ['usb', 'ac97'],
  watchdogModels: ['i6300esb'],
};

export const S390: PlatformTable = {
  ...QEMU,
  diskDevices: ['disk', 'cdrom', 'lun'],
  diskBuses: ['virtio', 'scsi'],
  videoModels: ['virtio', 'none'],
  hostdevTypes: ['pci', 'scsi', 'scsi_host', 'mdev'],
  panicModels: ['s390'],
  inputBuses: ['virtio'],
  interfaceModels: ['virtio'],
  watchdogModels: ['diag288'],
};

export const RISCV: PlatformTable = { ...ARM, tpmModels: [], tpmBackends: [], tpmVersions: [] };

export const XEN: PlatformTable = {
  ...NOTHING,
  diskDevices: ['disk', 'cdrom'],
  diskBuses: ['xen', 'ide', 'scsi'],
  graphicsTypes: ['vnc', 'spice', 'sdl'],
  videoModels: ['vga', 'cirrus', 'xen', 'qxl'],
  hostdevModes: ['subsystem'],
  hostdevTypes: ['usb', 'pci'],
  hostdevDrivers: ['xen'],
  soundModels: ['ich6', 'ac97', 'es1370', 'sb16'],
  inputBuses: ['xen', 'usb', 'ps2'],
  interfaceModels: ['netfront', 'e1000', 'rtl8139'],
  cpuModes: ['host-passthrough'],
  firmwares: ['bios', 'efi'],
  maxVcpus: 128,
};

export const CONTAINER: PlatformTable = {
  ...NOTHING,
  hostdevModes: ['subsystem', 'capabilities'],
  hostdevTypes: ['usb', 'storage', 'misc', 'net'],
  filesystemDrivers: ['path', 'loop', 'nbd'],
  maxVcpus: 1024,
};

export const BHYVE: PlatformTable = {
  ...NOTHING,
  diskDevices: ['disk', 'cdrom'],
  diskBuses: ['virtio', 'sata'],
  graphicsTypes: ['vnc'],
  videoModels: ['gop'],
  rngModels: ['virtio'],
  rngBackends: ['random'],
  filesystemDrivers: ['path'],
  consoleTypes: ['nmdm', 'pty', 'tcp'],
  soundModels: ['ich6'],
  inputBuses: ['usb', 'ps2'],
  interfaceModels: ['virtio', 'e1000'],
  firmwares: ['efi'],
  maxVcpus: 16,
};
