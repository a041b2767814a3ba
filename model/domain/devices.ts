import { Audio, Sound } from '../device/audio.ts';
import { Channel, Console, Parallel, Serial, Smartcard, UsbRedirection } from '../device/character.ts';
import { Controller } from '../device/controller.ts';
import { Disk } from '../device/disk.ts';
import { Graphics, Input, Video } from '../device/display.ts';
import { Filesystem } from '../device/filesystem.ts';
import { Hostdev, Hub, Lease, RedirFilter } from '../device/hostdev.ts';
import { Memballoon, MemoryDevice, SharedMemory } from '../device/memory.ts';
import { NetworkInterface } from '../device/network-interface.ts';
import { Crypto, Iommu, Nvram, Panic, Pstore, Rng, Tpm, Vsock, Watchdog } from '../device/platform.ts';
import { childElements, type DomElement } from '../dom.ts';
import { assign, type Init, type XmlNode } from '../field/index.ts';
import { createChild } from '../path/set.ts';

/** The class of each kind of device, by the name of its element. */
export const DEVICE_CLASSES = {
  disk: Disk,
  controller: Controller,
  lease: Lease,
  filesystem: Filesystem,
  interface: NetworkInterface,
  smartcard: Smartcard,
  serial: Serial,
  parallel: Parallel,
  console: Console,
  channel: Channel,
  input: Input,
  tpm: Tpm,
  graphics: Graphics,
  sound: Sound,
  audio: Audio,
  video: Video,
  hostdev: Hostdev,
  redirdev: UsbRedirection,
  redirfilter: RedirFilter,
  hub: Hub,
  watchdog: Watchdog,
  memballoon: Memballoon,
  rng: Rng,
  nvram: Nvram,
  panic: Panic,
  shmem: SharedMemory,
  memory: MemoryDevice,
  iommu: Iommu,
  vsock: Vsock,
  crypto: Crypto,
  pstore: Pstore,
} as const;

export type DeviceKind = keyof typeof DEVICE_CLASSES;
export type DeviceOf<K extends DeviceKind> = InstanceType<(typeof DEVICE_CLASSES)[K]>;

export function isDeviceKind(name: string): name is DeviceKind {
  return Object.hasOwn(DEVICE_CLASSES, name);
}

/** A device of any kind. */
export type Device = DeviceOf<DeviceKind>;

/**
 * The device an element of `<devices>` is; undefined for `<emulator>` and for kinds this version does not know.
 */
export function deviceOf(element: DomElement): Device | undefined {
  const kind = element.nodeName;
  return isDeviceKind(kind) ? new DEVICE_CLASSES[kind](element) : undefined;
}

/** All devices of a `<devices>` element, in order. */
export function devicesIn(parent: DomElement): Device[] {
  return childElements(parent)
    .map(deviceOf)
    .filter((device) => device !== undefined);
}

/** Adds a device to a `<devices>` element, after the others of its kind. */
export function addDevice<K extends DeviceKind>(
  parent: DomElement,
  kind: K,
  values?: Init<DeviceOf<K>>,
): DeviceOf<K> {
  const device = make(kind, createChild(parent, kind));
  return values ? assign(device, values) : device;
}

type Makers = { readonly [K in DeviceKind]: new (element: DomElement) => DeviceOf<K> };
const MAKERS: Makers = DEVICE_CLASSES;

function make<K extends DeviceKind>(kind: K, element: DomElement): DeviceOf<K> & XmlNode {
  return new MAKERS[kind](element);
}
