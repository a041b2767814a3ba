import type { HostOffer, MachineSpecInput, OsFacts, PlatformDefaults } from '../../../../contract/index.ts';
import type { Draft } from './draft.ts';
import { toInstall } from './install.ts';
import type { CardDraft, DiskDraft } from './parts.ts';
import {
  archOf,
  canMakeFormats,
  defaultPool,
  disksOf,
  GIB,
  isContainer,
  osOf,
  unattendedRefusal,
  virtTypeOf,
} from './questions.ts';

/** What was asked of the host for the draft. */
export interface Known {
  readonly offer: HostOffer | null;
  readonly defaults: PlatformDefaults | null;
  /** Of the draft's system; null: not known (yet). */
  readonly facts: OsFacts | null;
}

/** GiB that a new disk gets unless another size is typed. */
export function recommendedGiB(defaults: PlatformDefaults | null): number {
  return Math.max(1, Math.round((defaults?.disk.recommended ?? 20 * GIB) / GIB));
}

/** The answers as main is told of them; null while something is missing or the host has not answered. */
export function toSpec(draft: Draft, known: Known): MachineSpecInput | null {
  const { offer, defaults, facts } = known;
  const { connection } = draft.how;
  const name = draft.review.name.trim();
  if (connection === null || name === '' || !offer || !defaults) return null;
  const scripts = facts?.scripts ?? [];
  const install = toInstall(draft, {
    defaultPool: defaultPool(offer),
    diskGiB: recommendedGiB(defaults),
    windows: facts?.windows === true,
    unattended: scripts.length > 0 && unattendedRefusal(draft.how.method, scripts) === null,
  });
  if (!install) return null;
  const container = isContainer(draft.how.method);
  return {
    connection,
    name,
    title: draft.review.title.trim(),
    os: osOf(draft),
    virtType: virtTypeOf(draft, offer),
    arch: archOf(draft, offer)?.arch ?? null,
    install,
    memoryMiB: draft.resources.memoryMiB ?? defaults.memoryMiB.recommended,
    vcpus: draft.resources.vcpus ?? defaults.vcpus.recommended,
    disks: disksOf(draft).map((disk) => toDisk(disk, known)),
    cards: draft.cards.map(toCard),
    platform: {
      ...(container ? {} : draft.platform),
      ...(draft.how.machine && !container && { machine: draft.how.machine }),
    },
    autostart: draft.review.autostart,
    edited: draft.review.edited,
  };
}

function toDisk(disk: DiskDraft, { offer, defaults }: Known): MachineSpecInput['disks'][number] {
  const bus = disk.bus || null;
  if (disk.kind === 'existing') {
    return { kind: 'existing', pool: disk.existingPool, volume: disk.existingVolume, bus };
  }
  const pool = disk.pool || defaultPool(offer);
  const found = offer?.pools.find(({ name }) => name === pool);
  return {
    kind: 'new',
    pool,
    name: disk.name.trim(),
    capacity: Math.round((disk.sizeGiB ?? recommendedGiB(defaults)) * GIB),
    format: canMakeFormats(found) ? disk.format : 'raw',
    preallocate: disk.preallocate,
    bus,
  };
}

function toCard(card: CardDraft): MachineSpecInput['cards'][number] {
  const rest = { model: card.model || null, mac: card.mac.trim() || null };
  switch (card.kind) {
    case 'network':
      return { kind: 'network', name: card.network, ...rest };
    case 'bridge':
      return { kind: 'bridge', name: card.bridge.trim(), ...rest };
    case 'direct':
      return { kind: 'direct', device: card.device.trim(), ...rest };
    case 'user':
      return { kind: 'user', ...rest };
  }
}
