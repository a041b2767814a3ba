import type { HostOffer, OsFacts, PlatformDefaults, PoolInfo } from '../../../../contract/index.ts';
import { METHOD_ORDER } from '../how/methods.ts';
import { type Draft, emptyDraft, newCard } from './draft.ts';
import { GIB } from './questions.ts';
import type { Known } from './spec.ts';

/** A host and answers for the tests of the wizard's draft. */

export const pool = (name: string, change: Partial<PoolInfo> = {}): PoolInfo => ({
  name,
  uuid: name,
  type: 'dir',
  active: true,
  persistent: true,
  autostart: true,
  capacity: 100 * GIB,
  allocation: 0,
  available: 10 * GIB,
  path: null,
  ...change,
});

export const offer = (change: Partial<HostOffer> = {}): HostOffer => ({
  refusal: null,
  methods: METHOD_ORDER.map((method) => ({ method, refusal: null })),
  arches: [
    {
      arch: 'x86_64',
      osType: 'hvm',
      virtTypes: [
        { type: 'kvm', note: null, maxVcpus: 8 },
        { type: 'qemu', note: 'Slow.', maxVcpus: 16 },
      ],
      machines: ['q35', 'pc'],
    },
  ],
  memoryKiB: 4 * 1024 * 1024,
  cpus: 4,
  pools: [pool('off', { active: false }), pool('images')],
  networks: [
    { name: 'default', uuid: 'n', active: true, persistent: true, autostart: true, bridge: 'virbr0' },
  ],
  bridges: ['br0'],
  cards: [{ name: 'eth0', up: true }],
  drives: [{ path: '/dev/sr0', medium: null }],
  defaultPool: 'images',
  defaultNetwork: 'default',
  local: true,
  ...change,
});

export const defaults = (): PlatformDefaults => ({
  platform: {
    machine: 'q35',
    firmware: 'bios',
    secureBoot: false,
    tpm: 'none',
    cpu: 'host-passthrough',
    clock: 'utc',
    hyperv: false,
    graphics: 'vnc',
    video: 'virtio',
    sound: 'none',
    diskBus: 'virtio',
    cdromBus: 'sata',
    cardModel: 'virtio',
    usb: 'qemu-xhci',
    tablet: true,
    guestAgent: true,
    rng: true,
    balloon: true,
    discard: true,
    hotplugPorts: 14,
  },
  reasons: {},
  options: {},
  memoryMiB: { minimum: 512, recommended: 2048 },
  vcpus: { minimum: 1, recommended: 2, maximum: 8 },
  disk: { minimum: 5 * GIB, recommended: 20 * GIB },
  notes: [],
});

const NO_DRIVERS: OsFacts['drivers'] = {
  virtioBlock: false,
  virtioScsi: false,
  virtioNet: false,
  virtioRng: false,
  virtioBalloon: false,
  virtioInput: false,
  virtioGpu: false,
  virtioSerial: false,
  virtioVsock: false,
  virtioFs: false,
  virtio1: false,
  qxl: false,
  usbTablet: false,
  usb3: false,
  q35: false,
  sata: false,
  e1000: false,
  e1000e: false,
  rtl8139: false,
  sound: [],
};

const NOTHING = { memoryMiB: null, vcpus: null, storageBytes: null };

export const facts = (change: Partial<OsFacts> = {}): OsFacts => ({
  id: 'http://debian.org/debian/12',
  shortId: 'debian12',
  name: 'Debian 12',
  family: 'linux',
  distro: 'debian',
  arch: 'x86_64',
  generic: false,
  resources: {
    minimum: NOTHING,
    recommended: NOTHING,
    maximum: NOTHING,
    networkInstall: NOTHING,
    suggested: NOTHING,
  },
  devices: [],
  drivers: NO_DRIVERS,
  firmware: [],
  biosSupported: true,
  efiSupported: true,
  requiresTpm: false,
  requiresSecureBoot: false,
  clock: 'utc',
  windows: false,
  cloudImageUsername: null,
  images: [],
  trees: [],
  driverPacks: [],
  scripts: [],
  kernelUrlArgument: null,
  agentChannels: [],
  installerReboots: null,
  ...change,
});

export const known = (change: Partial<Known> = {}): Known => ({
  offer: offer(),
  defaults: defaults(),
  facts: facts(),
  ...change,
});

/** A draft for a method on that host, with a name. */
export function draftWith(method: Draft['how']['method'], change: Partial<Draft> = {}): Draft {
  const empty = emptyDraft();
  return {
    ...empty,
    how: { ...empty.how, connection: 'lab', method },
    cards: [newCard({ network: 'default' })],
    review: { ...empty.review, name: 'web' },
    ...change,
  };
}
