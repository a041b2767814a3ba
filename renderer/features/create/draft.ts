import type { ConnectionId, HostOptions, NewMachine } from '../../../contract/index.ts';

/** What the wizard holds: every answer that was given, also those that another answer makes void. */
export interface Draft {
  readonly connection: ConnectionId | null;
  readonly virtType: string;
  readonly mediaKind: 'volume' | 'path';
  readonly mediaPool: string;
  readonly mediaVolume: string;
  readonly mediaPath: string;
  readonly vcpus: number;
  readonly memoryMiB: number;
  readonly diskKind: 'new' | 'existing' | 'none';
  readonly diskPool: string;
  readonly diskGiB: number;
  readonly diskFormat: 'qcow2' | 'raw';
  readonly diskVolume: string;
  readonly networkKind: 'network' | 'bridge' | 'user' | 'none';
  readonly network: string;
  readonly bridge: string;
  readonly name: string;
  /** Whether the user typed the name; else it follows the medium. */
  readonly nameTyped: boolean;
}

export const EMPTY_DRAFT: Draft = {
  connection: null,
  virtType: '',
  mediaKind: 'volume',
  mediaPool: '',
  mediaVolume: '',
  mediaPath: '',
  vcpus: 1,
  memoryMiB: 1024,
  diskKind: 'new',
  diskPool: '',
  diskGiB: 20,
  diskFormat: 'qcow2',
  diskVolume: '',
  networkKind: 'network',
  network: '',
  bridge: '',
  name: '',
  nameTyped: false,
};

const GIB = 1024 ** 3;

/** The steps, in order. */
export const STEPS = ['how', 'media', 'resources', 'network', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** A draft for a host, with what the host suggests. What belongs to another host is left behind. */
export function draftFor(draft: Draft, connection: ConnectionId, options: HostOptions): Draft {
  const { defaults, networks, pools, virtTypes } = options;
  const pool = defaults.pool ?? pools.find(({ active }) => active)?.name ?? '';
  const network = defaults.network ?? networks.find(({ active }) => active)?.name ?? '';
  return {
    ...draft,
    connection,
    virtType: defaults.virtType || virtTypes[0]?.type || '',
    mediaKind: pool ? 'volume' : 'path',
    mediaPool: pool,
    mediaVolume: '',
    vcpus: defaults.vcpus,
    memoryMiB: defaults.memoryMiB,
    diskKind: pool ? 'new' : 'none',
    diskPool: pool,
    diskVolume: '',
    diskGiB: Math.max(1, Math.round(defaults.diskCapacity / GIB)),
    networkKind: network ? 'network' : 'user',
    network,
  };
}

/** What is wrong with one step, by field; empty: it can be left. */
export function problemsOf(
  step: Step,
  draft: Draft,
  options: HostOptions | null,
): Readonly<Record<string, string>> {
  switch (step) {
    case 'how':
      return howProblems(draft, options);
    case 'media':
      return mediaProblems(draft);
    case 'resources':
      return resourceProblems(draft, options);
    case 'network':
      return networkProblems(draft);
    case 'review':
      return draft.name.trim() === '' ? { name: 'The machine needs a name.' } : {};
  }
}

function howProblems(draft: Draft, options: HostOptions | null): Record<string, string> {
  if (draft.connection === null) return { connection: 'Choose a host.' };
  if (options?.refusal) return { connection: options.refusal };
  return {};
}

function mediaProblems(draft: Draft): Record<string, string> {
  if (draft.mediaKind === 'volume') return draft.mediaVolume === '' ? { volume: 'Choose a volume.' } : {};
  const path = draft.mediaPath.trim();
  if (path === '') return { path: 'Type the path of an ISO image or a drive on the host.' };
  return path.startsWith('/')
    ? {}
    : { path: 'The path has to start with a slash: it is a path on the host.' };
}

function resourceProblems(draft: Draft, options: HostOptions | null): Record<string, string> {
  const problems: Record<string, string> = {};
  const maxVcpus = options?.maxVcpus ?? 4096;
  if (!isCount(draft.vcpus)) problems.vcpus = 'At least one vCPU.';
  else if (draft.vcpus > maxVcpus) problems.vcpus = `This host allows at most ${maxVcpus} vCPUs.`;
  if (!isCount(draft.memoryMiB)) problems.memory = 'At least 1 MiB.';
  if (draft.diskKind === 'new' && draft.diskPool === '') problems.diskPool = 'Choose a pool.';
  if (draft.diskKind === 'new' && !(draft.diskGiB > 0))
    problems.diskSize = 'The disk needs a size above zero.';
  if (draft.diskKind === 'existing' && draft.diskVolume === '') problems.diskVolume = 'Choose a volume.';
  return problems;
}

function networkProblems(draft: Draft): Record<string, string> {
  if (draft.networkKind === 'network' && draft.network === '') return { network: 'Choose a network.' };
  if (draft.networkKind === 'bridge' && draft.bridge.trim() === '') {
    return { bridge: 'Type the name of a bridge on the host, such as br0.' };
  }
  return {};
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

/** What to watch out for, which does not stop anybody. */
export function warningsOf(draft: Draft, options: HostOptions): Readonly<Record<string, string>> {
  const warnings: Record<string, string> = {};
  if (draft.memoryMiB * 1024 > options.memoryKiB) {
    warnings.memory = 'More than the host has. The machine may not start.';
  }
  const pool = options.pools.find(({ name }) => name === draft.diskPool);
  if (draft.diskKind === 'new' && pool && draft.diskGiB * GIB > pool.available) {
    warnings.diskSize =
      draft.diskFormat === 'raw'
        ? 'More than the pool has free: it will not fit.'
        : 'More than the pool has free now. It grows as the guest writes, and then there may be no room.';
  }
  return warnings;
}

/** The request for main; null while something is missing. */
export function toNewMachine(draft: Draft): NewMachine | null {
  const { connection } = draft;
  const name = draft.name.trim();
  if (connection === null || name === '') return null;
  return {
    connection,
    method: 'iso',
    media:
      draft.mediaKind === 'volume'
        ? { kind: 'volume', pool: draft.mediaPool, volume: draft.mediaVolume }
        : { kind: 'path', path: draft.mediaPath.trim() },
    name,
    memoryMiB: draft.memoryMiB,
    vcpus: draft.vcpus,
    disk: diskOf(draft),
    network: networkOf(draft),
    virtType: draft.virtType,
  };
}

function diskOf(draft: Draft): NewMachine['disk'] {
  if (draft.diskKind === 'none') return { kind: 'none' };
  if (draft.diskKind === 'existing')
    return { kind: 'existing', pool: draft.diskPool, volume: draft.diskVolume };
  const capacity = Math.round(draft.diskGiB * GIB);
  return { kind: 'new', pool: draft.diskPool, name: '', capacity, format: draft.diskFormat };
}

function networkOf(draft: Draft): NewMachine['network'] {
  if (draft.networkKind === 'network') return { kind: 'network', name: draft.network };
  if (draft.networkKind === 'bridge') return { kind: 'bridge', name: draft.bridge.trim() };
  return { kind: draft.networkKind };
}

/** A name from the medium's file name that no machine has yet: "debian-12.iso" gives debian-12. */
export function suggestName(draft: Draft, taken: ReadonlySet<string>): string {
  const file = draft.mediaKind === 'volume' ? draft.mediaVolume : (draft.mediaPath.split('/').at(-1) ?? '');
  const base =
    file
      .replace(/\.(iso|img)$/i, '')
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .toLowerCase()
      .slice(0, 60) || 'machine';
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(name)) return name;
  }
}
