import { IoTune } from '../device/disk.ts';
import { SecurityLabel } from '../device/security.ts';
import type { DomElement } from '../dom.ts';
import { attr, define, type Init, int, list, onOff, section, size, text, yesNo } from '../field/index.ts';
import { findElement } from '../path/get.ts';
import { insertionPoint } from '../path/order.ts';
import { ensureElement } from '../path/set.ts';
import { insertXml, removeElement } from '../xml/fragment.ts';
import { Clock } from './clock.ts';
import { Cpu } from './cpu.ts';
import {
  addDevice,
  DEVICE_CLASSES,
  type Device,
  type DeviceKind,
  type DeviceOf,
  devicesIn,
} from './devices.ts';
import { Features } from './features.ts';
import { Metadata } from './metadata.ts';
import {
  BhyveCommandline,
  LxcNamespaces,
  QemuCapabilities,
  QemuCommandline,
  QemuDeviceOverride,
  XenCommandline,
} from './namespaces.ts';
import { OperatingSystem } from './os.ts';
import { LaunchSecurity } from './security.ts';
import { Sysinfo } from './sysinfo.ts';
import { BlockIoTune, CpuTune, MemoryBacking, MemTune, NumaTune } from './tuning.ts';

export const DOMAIN_TYPE = [
  'kvm',
  'qemu',
  'lxc',
  'xen',
  'test',
  'bhyve',
  'vmware',
  'vbox',
  'vz',
  'openvz',
  'hvf',
  'hyperv',
  'parallels',
  'uml',
  'kqemu',
  'phyp',
] as const;

export const LIFECYCLE_ACTION = ['destroy', 'restart', 'preserve', 'rename-restart'] as const;

export class Vcpu extends define({
  id: int('@id'),
  enabled: yesNo('@enabled'),
  hotpluggable: yesNo('@hotpluggable'),
  order: int('@order'),
}) {}

export class Iothread extends define({
  id: int('@id'),
  threadPoolMin: int('@thread_pool_min'),
  threadPoolMax: int('@thread_pool_max'),
  /** Nanoseconds. */
  pollMax: int('poll/@max'),
  pollGrow: int('poll/@grow'),
  pollShrink: int('poll/@shrink'),
}) {}

export class IdRange extends define({
  start: int('@start'),
  target: int('@target'),
  count: int('@count'),
}) {}

export class PerfEvent extends define({ name: attr('@name'), enabled: yesNo('@enabled') }) {}
export class KeyWrap extends define({ name: attr('@name', ['aes', 'dea']), state: onOff('@state') }) {}

/** I/O limits that several disks share. */
export class ThrottleGroup extends define({ ...IoTune.fields }) {}

/**
 * A machine or container (https://libvirt.org/formatdomain.html). Amounts of memory are in bytes.
 *
 * ```ts
 * const domain = Domain.parse(xml);
 * domain.memory = 4 * 1024 ** 3;
 * domain.disks.at(0).cache = 'none';
 * domain.toXml();
 * ```
 */
export class Domain extends define(
  {
    type: attr('@type', DOMAIN_TYPE),
    /** The number of a running domain. */
    id: int('@id'),
    name: text('name'),
    uuid: text('uuid'),
    hwuuid: text('hwuuid'),
    genid: text('genid'),
    title: text('title'),
    description: text('description'),
    metadata: section('metadata', () => Metadata),
    maxMemory: size('maxMemory', 'KiB'),
    memorySlots: int('maxMemory/@slots'),
    memory: size('memory', 'KiB'),
    dumpCore: onOff('memory/@dumpCore'),
    currentMemory: size('currentMemory', 'KiB'),
    blkioTune: section('blkiotune', () => BlockIoTune),
    memTune: section('memtune', () => MemTune),
    memoryBacking: section('memoryBacking', () => MemoryBacking),
    /** The most vCPUs the machine can have; `currentVcpus` are those it starts with. */
    vcpu: int('vcpu'),
    currentVcpus: int('vcpu/@current'),
    vcpuPlacement: attr('vcpu/@placement', ['static', 'auto']),
    cpuset: attr('vcpu/@cpuset'),
    vcpus: list('vcpus/vcpu', () => Vcpu),
    iothreads: int('iothreads'),
    iothreadIds: list('iothreadids/iothread', () => Iothread),
    defaultIothreadPoolMin: int('defaultiothread/@thread_pool_min'),
    defaultIothreadPoolMax: int('defaultiothread/@thread_pool_max'),
    cpuTune: section('cputune', () => CpuTune),
    numaTune: section('numatune', () => NumaTune),
    partition: text('resource/partition'),
    fibreChannelAppId: attr('resource/fibrechannel/@appid'),
    sysinfo: list('sysinfo', () => Sysinfo),
    bootloader: text('bootloader'),
    bootloaderArgs: text('bootloader_args'),
    os: section('os', () => OperatingSystem),
    uidMap: list('idmap/uid', () => IdRange),
    gidMap: list('idmap/gid', () => IdRange),
    features: section('features', () => Features),
    cpu: section('cpu', () => Cpu),
    clock: section('clock', () => Clock),
    onPoweroff: text('on_poweroff', LIFECYCLE_ACTION),
    onReboot: text('on_reboot', LIFECYCLE_ACTION),
    onCrash: text('on_crash', [...LIFECYCLE_ACTION, 'coredump-destroy', 'coredump-restart']),
    onLockFailure: text('on_lockfailure', ['poweroff', 'restart', 'pause', 'ignore']),
    suspendToMem: yesNo('pm/suspend-to-mem/@enabled'),
    suspendToDisk: yesNo('pm/suspend-to-disk/@enabled'),
    perfEvents: list('perf/event', () => PerfEvent),
    keyWrap: list('keywrap/cipher', () => KeyWrap),
    launchSecurity: section('launchSecurity', () => LaunchSecurity),
    throttleGroups: list('throttlegroups/throttlegroup', () => ThrottleGroup),
    emulator: text('devices/emulator'),
    disks: list('devices/disk', () => DEVICE_CLASSES.disk),
    controllers: list('devices/controller', () => DEVICE_CLASSES.controller),
    leases: list('devices/lease', () => DEVICE_CLASSES.lease),
    filesystems: list('devices/filesystem', () => DEVICE_CLASSES.filesystem),
    interfaces: list('devices/interface', () => DEVICE_CLASSES.interface),
    smartcards: list('devices/smartcard', () => DEVICE_CLASSES.smartcard),
    serials: list('devices/serial', () => DEVICE_CLASSES.serial),
    parallels: list('devices/parallel', () => DEVICE_CLASSES.parallel),
    consoles: list('devices/console', () => DEVICE_CLASSES.console),
    channels: list('devices/channel', () => DEVICE_CLASSES.channel),
    inputs: list('devices/input', () => DEVICE_CLASSES.input),
    tpms: list('devices/tpm', () => DEVICE_CLASSES.tpm),
    graphics: list('devices/graphics', () => DEVICE_CLASSES.graphics),
    sounds: list('devices/sound', () => DEVICE_CLASSES.sound),
    audios: list('devices/audio', () => DEVICE_CLASSES.audio),
    videos: list('devices/video', () => DEVICE_CLASSES.video),
    hostdevs: list('devices/hostdev', () => DEVICE_CLASSES.hostdev),
    redirdevs: list('devices/redirdev', () => DEVICE_CLASSES.redirdev),
    redirFilters: list('devices/redirfilter', () => DEVICE_CLASSES.redirfilter),
    hubs: list('devices/hub', () => DEVICE_CLASSES.hub),
    watchdogs: list('devices/watchdog', () => DEVICE_CLASSES.watchdog),
    memballoons: list('devices/memballoon', () => DEVICE_CLASSES.memballoon),
    rngs: list('devices/rng', () => DEVICE_CLASSES.rng),
    nvrams: list('devices/nvram', () => DEVICE_CLASSES.nvram),
    panics: list('devices/panic', () => DEVICE_CLASSES.panic),
    shmems: list('devices/shmem', () => DEVICE_CLASSES.shmem),
    memoryDevices: list('devices/memory', () => DEVICE_CLASSES.memory),
    iommus: list('devices/iommu', () => DEVICE_CLASSES.iommu),
    vsocks: list('devices/vsock', () => DEVICE_CLASSES.vsock),
    cryptos: list('devices/crypto', () => DEVICE_CLASSES.crypto),
    pstores: list('devices/pstore', () => DEVICE_CLASSES.pstore),
    securityLabels: list('seclabel', () => SecurityLabel),
    qemuCommandline: section('qemu:commandline', () => QemuCommandline),
    qemuCapabilities: section('qemu:capabilities', () => QemuCapabilities),
    qemuDeprecation: attr('qemu:deprecation/@behavior', ['omit', 'reject', 'crash', 'none']),
    qemuOverrides: list('qemu:override/qemu:device', () => QemuDeviceOverride),
    lxcNamespaces: section('lxc:namespace', () => LxcNamespaces),
    xenCommandline: section('xen:commandline', () => XenCommandline),
    bhyveCommandline: section('bhyve:commandline', () => BhyveCommandline),
    vmwareDatacenterPath: text('vmware:datacenterpath'),
    vmwareMoref: text('vmware:moref'),
  },
  'domain',
) {
  /** All devices, in the order of the document. */
  get devices(): Device[] {
    const parent = findElement(this.element, this.pathTo('devices'));
    return parent ? devicesIn(parent) : [];
  }

  /** Adds a device after the others of its kind: `addDevice('rng', { model: 'virtio', backend: 'random' })`. */
  addDevice<K extends DeviceKind>(kind: K, values?: Init<DeviceOf<K>>): DeviceOf<K> {
    return addDevice(ensureElement(this.element, this.pathTo('devices')), kind, values);
  }

  /** Adds a device given as XML. */
  addDeviceXml(xml: string): DomElement {
    const devices = ensureElement(this.element, this.pathTo('devices'));
    const name = /<([^\s/>]+)/.exec(xml)?.[1] ?? '';
    return insertXml(devices, xml, insertionPoint(devices, name));
  }

  /** Takes a device out of the document. */
  removeDevice(device: Device): void {
    removeElement(device.element);
  }
}
