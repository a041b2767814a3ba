import { IconPuzzle } from '@tabler/icons-react';
import { type Device, isDeviceKind } from '../../../../model/index.ts';
import type { AnyDeviceForm } from './form.tsx';

const TITLES: Readonly<Record<string, string>> = {
  graphics: 'Display',
  video: 'Graphics card',
  sound: 'Sound card',
  audio: 'Audio backend',
  input: 'Input device',
  filesystem: 'Shared folder',
  hostdev: 'Host device',
  redirdev: 'USB redirection',
  redirfilter: 'USB redirection filter',
  serial: 'Serial port',
  parallel: 'Parallel port',
  console: 'Console',
  channel: 'Channel',
  tpm: 'TPM',
  rng: 'Random number generator',
  watchdog: 'Watchdog',
  vsock: 'vsock',
  memory: 'Memory device',
  memballoon: 'Memory balloon',
  shmem: 'Shared memory',
  smartcard: 'Smart card reader',
  panic: 'Panic device',
  iommu: 'IOMMU',
  crypto: 'Crypto device',
  pstore: 'Crash log memory',
  nvram: 'NVRAM',
  hub: 'USB hub',
  lease: 'Lease',
  controller: 'Controller',
};

/** For kinds without a form: what can be said of any device; it is edited as XML. */
export function fallbackForm(kind: string): AnyDeviceForm {
  return {
    kind: isDeviceKind(kind) ? kind : 'lease',
    title: TITLES[kind] ?? kind,
    icon: IconPuzzle,
    name: (device) => [TITLES[kind] ?? kind, device.get('@index')].filter(Boolean).join(' '),
    summary: wordsOf,
    draw: () => <p>There is no form for this kind of device. Everything of it can be edited in its XML.</p>,
    create: [],
    removable: () => null,
    dependents: () => [],
    missing: () => null,
    storage: () => null,
    remove: (device, domain) => domain.removeDevice(device),
    hidden: () => false,
  };
}

function wordsOf(device: Device): string {
  const words = ['@type', '@model', 'model/@type', 'target/@type', 'target/@name', '@bus'];
  return [...new Set(words.map((path) => device.get(path)).filter((word) => word !== null))].join(', ');
}
