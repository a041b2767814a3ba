import { attr, define, flag, int, onOff, section, text, yesNo } from '../field/index.ts';
import { CHARACTER_TYPE, CharacterSource } from './character.ts';
import { device, VIRTIO_MODEL, virtioDriver } from './common.ts';

/** A trusted platform module. */
export class Tpm extends define(
  {
    model: attr('@model', ['tpm-crb', 'tpm-tis', 'tpm-spapr', 'spapr-tpm-proxy']),
    backend: attr('backend/@type', ['emulator', 'passthrough', 'external']),
    version: attr('backend/@version', ['2.0', '1.2']),
    persistentState: yesNo('backend/@persistent_state'),
    debug: int('backend/@debug'),
    devicePath: attr('backend/device/@path'),
    encryptionSecret: attr('backend/encryption/@secret'),
    sourceType: attr('backend/source/@type', ['unix', 'file', 'dir']),
    sourceMode: attr('backend/source/@mode', ['connect']),
    sourcePath: attr('backend/source/@path'),
    profileName: attr('backend/profile/@name'),
    profileSource: attr('backend/profile/@source'),
    profileRemoveDisabled: attr('backend/profile/@removeDisabled', ['check', 'fips-host']),
    activePcrBanks: flag('backend/active_pcr_banks'),
    pcrSha1: flag('backend/active_pcr_banks/sha1'),
    pcrSha256: flag('backend/active_pcr_banks/sha256'),
    pcrSha384: flag('backend/active_pcr_banks/sha384'),
    pcrSha512: flag('backend/active_pcr_banks/sha512'),
    ...device,
  },
  'tpm',
) {}

/** A source of random numbers. */
export class Rng extends define(
  {
    model: attr('@model', VIRTIO_MODEL),
    backend: attr('backend/@model', ['random', 'builtin', 'egd']),
    /** The device of the host, for the backend `random`. */
    source: text('backend'),
    backendType: attr('backend/@type', CHARACTER_TYPE),
    backendSource: section('backend/source', () => CharacterSource),
    backendProtocol: attr('backend/protocol/@type', ['raw', 'telnet', 'telnets', 'tls']),
    backendLogFile: attr('backend/log/@file'),
    backendLogAppend: onOff('backend/log/@append'),
    rateBytes: int('rate/@bytes'),
    /** Milliseconds in which `rateBytes` may be taken. */
    ratePeriod: int('rate/@period'),
    ...virtioDriver,
    ...device,
  },
  'rng',
) {}

export class Watchdog extends define(
  {
    model: attr('@model', ['itco', 'i6300esb', 'ib700', 'diag288']),
    action: attr('@action', ['reset', 'shutdown', 'poweroff', 'pause', 'none', 'dump', 'inject-nmi']),
    ...device,
  },
  'watchdog',
) {}

/** A device that tells the host when the guest panics. */
export class Panic extends define(
  {
    model: attr('@model', ['isa', 'pseries', 'hyperv', 's390', 'pvpanic']),
    ...device,
  },
  'panic',
) {}

export class Vsock extends define(
  {
    model: attr('@model', VIRTIO_MODEL),
    autoCid: yesNo('cid/@auto'),
    cid: int('cid/@address'),
    ...virtioDriver,
    ...device,
  },
  'vsock',
) {}

export class Iommu extends define(
  {
    model: attr('@model', ['intel', 'virtio', 'smmuv3', 'amd']),
    interruptRemapping: onOff('driver/@intremap'),
    cachingMode: onOff('driver/@caching_mode'),
    extendedInterrupts: onOff('driver/@eim'),
    iotlb: onOff('driver/@iotlb'),
    addressWidth: int('driver/@aw_bits'),
    dmaTranslation: onOff('driver/@dma_translation'),
    passthrough: onOff('driver/@passthrough'),
    xtsup: onOff('driver/@xtsup'),
    ...device,
  },
  'iommu',
) {}

/** The memory that keeps firmware variables on pSeries. */
export class Nvram extends define({ ...device }, 'nvram') {}

/** A crypto accelerator. */
export class Crypto extends define(
  {
    model: attr('@model', ['virtio']),
    type: attr('@type', ['qemu']),
    backend: attr('backend/@model', ['builtin', 'lkcf']),
    queues: int('backend/@queues'),
    ...virtioDriver,
    ...device,
  },
  'crypto',
) {}

/** Memory that keeps the guest's last messages over a crash. */
export class Pstore extends define(
  {
    backend: attr('@backend', ['acpi-erst']),
    path: text('path'),
    size: text('size'),
    sizeUnit: attr('size/@unit'),
    ...device,
  },
  'pstore',
) {}
