import type { OsEntry } from '../../../contract/index.ts';
import type { KnownFiles } from './protocol.ts';

/** A system that a name speaks of. */
export interface NamedSystem {
  readonly os: OsEntry;
  /** False: of the release before the one in the name, which the database does not know. */
  readonly exact: boolean;
  /** The version that the name has; empty: none. */
  readonly version: string;
}

/** Words that say nothing of which system it is. */
const FILLERS = new Set([
  'linux',
  'gnu',
  'microsoft',
  'server',
  'lts',
  'the',
  'edition',
  'os',
  'project',
  'apple',
]);

/**
 * Finds the system that a file or volume name speaks of, by the names, versions, code names and file names of
 * the database. Null: none, or too many.
 */
export function systemByName(
  name: string,
  systems: readonly OsEntry[],
  files: readonly KnownFiles[] = [],
): NamedSystem | null {
  const words = wordsOf(name);
  return byFile(name, systems, files) ?? byCodename(words, systems) ?? byVersion(words, systems);
}

/** The architecture in a name, as libvirt calls it; null: none. */
export function archOfName(name: string): string | null {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .flatMap((word) => [word, ...word.split('_')]);
  return words.flatMap((word) => ARCHES.get(word) ?? [])[0] ?? null;
}

const ARCHES = new Map([
  ['x86_64', 'x86_64'],
  ['amd64', 'x86_64'],
  ['x64', 'x86_64'],
  ['i386', 'i686'],
  ['i486', 'i686'],
  ['i586', 'i686'],
  ['i686', 'i686'],
  ['x86', 'i686'],
  ['x32', 'i686'],
  ['aarch64', 'aarch64'],
  ['arm64', 'aarch64'],
  ['armhf', 'armv7l'],
  ['armv7', 'armv7l'],
  ['armv7l', 'armv7l'],
  ['ppc64le', 'ppc64le'],
  ['ppc64el', 'ppc64le'],
  ['ppc64', 'ppc64'],
  ['s390x', 's390x'],
  ['riscv64', 'riscv64'],
  ['loongarch64', 'loongarch64'],
]);

/** "Fedora-Cloud-Base-40-1.14.x86_64.qcow2" -> fedora, cloud, base, 40, 1.14, x, 86, 64, qcow, 2. */
function wordsOf(name: string): string[] {
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return base.match(/\p{L}+|\d+(?:\.\d+)*/gu) ?? [];
}

/** What a distributor calls its own file: the same but for numbers that count builds. */
function byFile(name: string, systems: readonly OsEntry[], files: readonly KnownFiles[]): NamedSystem | null {
  const wanted = stemOf(name);
  const found = files.filter(({ names }) => names.some((known) => stemOf(known) === wanted));
  const os = found.length === 1 ? systems.find(({ id }) => id === found[0]?.id) : undefined;
  return os ? { os, exact: true, version: os.version ?? '' } : null;
}

function stemOf(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/(\.(iso|img|qcow2|raw|vmdk|vdi|vhdx|xz|gz))+$/, '');
}

/** "bookworm", "jammy": in the short ids as "debianbookworm", or the first word of the code name. */
function byCodename(words: readonly string[], systems: readonly OsEntry[]): NamedSystem | null {
  const found = systems.filter((os) => {
    const { distro } = os;
    const names = [os.shortId, ...os.aliases].flatMap((id) =>
      distro !== null && id.startsWith(distro) ? [id.slice(distro.length)] : [],
    );
    const first = os.codename?.toLowerCase().split(' ')[0];
    const codenames = [...names, ...(first ? [first] : [])].filter((word) => /^\p{L}{4,}$/u.test(word));
    return codenames.some((word) => words.includes(word) && !FILLERS.has(word));
  });
  const named = found.filter((os) => os.distro !== null && words.includes(os.distro));
  const [os, other] = named.length > 0 ? named : found;
  return os && !other ? { os, exact: true, version: os.version ?? '' } : null;
}

/** The words that a system's releases share, as "centos stream" or "win", and all of them by version. */
function byVersion(words: readonly string[], systems: readonly OsEntry[]): NamedSystem | null {
  const scored = systems.flatMap((os) => {
    const place = Math.max(...identities(os).map((identity) => placeOf(identity, words)));
    if (place < 0) return [];
    const weight = Math.max(
      ...identities(os).flatMap((identity) => (placeOf(identity, words) < 0 ? [] : [identity.length])),
    );
    return [{ os, place, weight }];
  });
  const most = Math.max(0, ...scored.map(({ weight }) => weight));
  const best = scored.filter(({ weight }) => weight === most);
  const [first] = best;
  if (!first) return null;
  const numbers = words.slice(first.place + 1).filter((word) => /^\d/.test(word) && !/^\d{6,}/.test(word));
  return choose(
    best.map(({ os }) => os),
    numbers,
  );
}

/** Alternatives, each a list of words that all have to be there. */
function identities(os: OsEntry): string[][] {
  const nameWords = wordsOf(os.name).filter((word) => /^\p{L}/u.test(word) && !FILLERS.has(word));
  const short = /^\p{L}+/u.exec(os.shortId)?.[0];
  return [...(nameWords.length > 0 ? [nameWords] : []), ...(short && short.length > 1 ? [[short]] : [])];
}

/** The place of the last of these words in the name; -1: not all of them are there. */
function placeOf(identity: readonly string[], words: readonly string[]): number {
  const places = identity.map((word) => words.indexOf(word));
  return places.includes(-1) ? -1 : Math.max(...places);
}

/** The release that a name means: the number that fits first, and of those that fit the newest. */
function choose(systems: readonly OsEntry[], numbers: readonly string[]): NamedSystem | null {
  const versioned = systems.filter((os) => os.version !== null);
  for (const version of numbers) {
    const fitting = versioned.filter((os) => fits(os.version ?? '', version));
    const os = newest(fitting);
    if (os) return { os, exact: true, version };
  }
  const [version = ''] = numbers;
  if (version === '') {
    const [only, other] = systems;
    return only && !other ? { os: only, exact: true, version } : null;
  }
  const before = newest(versioned.filter((os) => compare(os.version ?? '', version) < 0));
  return before ? { os: before, exact: false, version } : null;
}

/** "22.04.1" fits "22.04", "9" fits "9.1", "11" fits "11.0"; "1" does not fit "11". */
function fits(known: string, named: string): boolean {
  const [left, right] = [known.split('.'), named.split('.')];
  const shared = Math.min(left.length, right.length);
  return left.slice(0, shared).join('.') === right.slice(0, shared).join('.');
}

function newest(systems: readonly OsEntry[]): OsEntry | undefined {
  return [...systems].sort(
    (a, b) => compare(b.version ?? '', a.version ?? '') || a.shortId.length - b.shortId.length,
  )[0];
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (left?.[at] ?? -1) - (right?.[at] ?? -1);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
