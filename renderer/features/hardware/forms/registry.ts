import { type Device, type DeviceKind, isDeviceKind } from '../../../../model/index.ts';
import { audio } from './audio.tsx';
import { channel } from './channel.tsx';
import { console as textConsole } from './console.tsx';
import { controller } from './controller.tsx';
import { crypto } from './crypto.tsx';
import { disk } from './disk.tsx';
import { filesystem } from './filesystem.tsx';
import { type AnyDeviceForm, deviceForm } from './form.tsx';
import { graphics } from './graphics.tsx';
import { hostdev } from './hostdev.tsx';
import { hub } from './hub.tsx';
import { input } from './input.tsx';
import { networkInterface } from './interface.tsx';
import { iommu } from './iommu.tsx';
import { lease } from './lease.tsx';
import { memballoon } from './memballoon.tsx';
import { memoryDevice } from './memory.tsx';
import { nvram } from './nvram.tsx';
import { panic } from './panic.tsx';
import { parallel } from './parallel.tsx';
import { pstore } from './pstore.tsx';
import { redirdev } from './redirdev.tsx';
import { redirfilter } from './redirfilter.tsx';
import { rng } from './rng.tsx';
import { serial } from './serial.tsx';
import { shmem } from './shmem.tsx';
import { smartcard } from './smartcard.tsx';
import { sound } from './sound.tsx';
import { tpm } from './tpm.tsx';
import { video } from './video.tsx';
import { vsock } from './vsock.tsx';
import { watchdog } from './watchdog.tsx';

/**
 * The forms of all kinds of devices. To add one: a file beside this one that exports a `DeviceForm`, and a line
 * here. Kinds without one are shown with their XML only.
 */
export const deviceForms: Readonly<Record<DeviceKind, AnyDeviceForm>> = {
  disk: deviceForm(disk),
  interface: deviceForm(networkInterface),
  graphics: deviceForm(graphics),
  video: deviceForm(video),
  sound: deviceForm(sound),
  audio: deviceForm(audio),
  input: deviceForm(input),
  serial: deviceForm(serial),
  parallel: deviceForm(parallel),
  console: deviceForm(textConsole),
  channel: deviceForm(channel),
  tpm: deviceForm(tpm),
  rng: deviceForm(rng),
  watchdog: deviceForm(watchdog),
  panic: deviceForm(panic),
  filesystem: deviceForm(filesystem),
  hostdev: deviceForm(hostdev),
  redirdev: deviceForm(redirdev),
  redirfilter: deviceForm(redirfilter),
  vsock: deviceForm(vsock),
  memory: deviceForm(memoryDevice),
  memballoon: deviceForm(memballoon),
  shmem: deviceForm(shmem),
  smartcard: deviceForm(smartcard),
  iommu: deviceForm(iommu),
  crypto: deviceForm(crypto),
  pstore: deviceForm(pstore),
  nvram: deviceForm(nvram),
  hub: deviceForm(hub),
  lease: deviceForm(lease),
  controller: deviceForm(controller),
};

/** The form of a device's kind. */
export function formOf(device: Device): AnyDeviceForm {
  const kind = device.element.nodeName;
  if (!isDeviceKind(kind)) throw new Error(`<${kind}> is no device`);
  return deviceForms[kind];
}

/** Kinds in the order of the list: what one looks for most comes first. */
const ORDER: readonly string[] = [
  'disk',
  'interface',
  'graphics',
  'video',
  'sound',
  'audio',
  'input',
  'filesystem',
  'hostdev',
  'redirdev',
  'redirfilter',
  'serial',
  'parallel',
  'console',
  'channel',
  'tpm',
  'rng',
  'watchdog',
  'vsock',
  'memory',
  'memballoon',
  'shmem',
  'smartcard',
  'panic',
  'iommu',
  'crypto',
  'pstore',
  'nvram',
  'hub',
  'lease',
  'controller',
];

/** Devices in the order of the list. */
export function inOrder(devices: readonly Device[]): Device[] {
  const rank = (device: Device) => {
    const place = ORDER.indexOf(device.element.nodeName);
    return place < 0 ? ORDER.length : place;
  };
  return [...devices].sort((a, b) => rank(a) - rank(b));
}
