import type { OsEntry } from '../../../contract/index.ts';
import { archOfName, withoutArch } from './nameArch.ts';
import { compareVersions, fitsVersion, versionsOf } from './nameVersions.ts';
import type { KnownFiles } from './protocol.ts';

export { archOfName };

/** A system that a name speaks of. */
export interface NamedSystem {
  readonly os: OsEntry;
  /** False: of the release before the one in the name, which the database does not know. */
  readonly exact: boolean;
  /** The version that the name has; empty: none. */
  readonly version: string;
}

/** Words that say nothing of which system it is. */
const FILLERS = new Set(['linux', 'gnu', 'microsoft', 'lts', 'the', 'edition', 'os', 'project', 'apple']);

/**
 * Finds the system that the name of a file, or the label of a medium, speaks of: by the names, versions, code
 * names and file names of the database. Null: none, or it could be several.
 */
export function systemByName(
  name: string,
  systems: readonly OsEntry[],
  files: readonly KnownFiles[] = [],
): NamedSystem | null {
  const stem = stemOf(name);
  const plain = withoutArch(stem);
  const words = wordsOf(plain);
  return (
    byFile(stem, systems, files) ??
    byShortId(plain, systems) ??
    byCodename(words, systems) ??
    byVersion(words, systems)
  );
}

/** Without folders and the endings that say how it is packed. */
function stemOf(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/(\.(iso|img|qcow2?|raw|vmdk|vdi|vhdx?|xz|gz|bz2|zst))+$/, '');
}

/** "fedora-cloud-base-40-1.14" -> fedora, cloud, base, 40, 1.14. A service pack is a part of the version: "15-sp4" -> 15.4. */
function wordsOf(stem: string): string[] {
  const whole = stem.replace(/(\d+)[\s_-]?(?:sp|u)(\d+)/g, '$1.$2');
  return whole.match(/\p{L}+|\d+(?:\.\d+)*/gu) ?? [];
}

/** What a distributor calls its own file. */
function byFile(stem: string, systems: readonly OsEntry[], files: readonly KnownFiles[]): NamedSystem | null {
  const found = files.filter(({ names }) => names.some((known) => stemOf(known) === stem));
  const os = found.length === 1 ? systems.find(({ id }) => id === found[0]?.id) : undefined;
  return os ? exactly(os) : null;
}

/** "win2k22", "debian12". */
function byShortId(stem: string, systems: readonly OsEntry[]): NamedSystem | null {
  const tokens = stem.split(/[^\p{L}\d.]+/u);
  const os = systems.find(({ shortId, aliases }) => [shortId, ...aliases].some((id) => tokens.includes(id)));
  return os ? exactly(os) : null;
}

/**
 * "bullseye", "jammy": where a short id ends with it, as "debianbullseye", it stands alone in names; other code
 * names ("Apollo", "Blue Onyx") are words of every day and count only beside the distribution.
 */
function byCodename(words: readonly string[], systems: readonly OsEntry[]): NamedSystem | null {
  const found = systems.filter((os) => {
    const { distro } = os;
    if (distro === null) return false;
    const alone = os.aliases.flatMap((id) => (id.startsWith(distro) ? [id.slice(distro.length)] : []));
    const first = os.codename?.toLowerCase().split(' ')[0] ?? '';
    const codenames = words.includes(distro) ? [...alone, first] : alone;
    return codenames.some((word) => /^\p{L}{4,}$/u.test(word) && words.includes(word));
  });
  const [os, other] = found;
  return os && !other ? exactly(os) : null;
}

/** By the words that a system's releases share, as "centos stream", and the number that comes first. */
function byVersion(words: readonly string[], systems: readonly OsEntry[]): NamedSystem | null {
  const scored = systems.flatMap((os) => {
    const found = identitiesOf(os).filter((identity) => identity.every((word) => words.includes(word)));
    const weight = Math.max(0, ...found.map((identity) => identity.length));
    return weight === 0 ? [] : [{ os, weight }];
  });
  const most = Math.max(...scored.map(({ weight }) => weight));
  const best = scored.flatMap(({ os, weight }) => (weight === most ? [os] : []));
  // Long ones are dates.
  const version = words.find((word) => /^\d/.test(word) && !/^\d{6}/.test(word)) ?? '';
  return choose(best, version);
}

/** Alternatives, each a list of words that all have to be there: those of the name, or that of the short id. */
function identitiesOf(os: OsEntry): string[][] {
  const fillers = os.distro === 'win' ? FILLERS : new Set([...FILLERS, 'server']);
  const nameWords = wordsOf(os.name.toLowerCase()).filter(
    (word) => /^\p{L}/u.test(word) && !fillers.has(word),
  );
  const short = /^\p{L}+/u.exec(os.shortId)?.[0] ?? '';
  const shorts = short.length > 1 ? [[short], [`${short}s`]] : [];
  return nameWords.length > 0 ? [nameWords, ...shorts] : shorts;
}

/** The release that a version means: of those that fit the newest, else the last one before it. */
function choose(systems: readonly OsEntry[], version: string): NamedSystem | null {
  const [only, other] = systems;
  if (!only) return null;
  const numbered = systems.filter((os) => versionsOf(os).length > 0);
  if (!other && numbered.length === 0) return { os: only, exact: true, version };
  if (version === '') return other ? null : exactly(only);
  const same = numbered.filter((os) => versionsOf(os).includes(version));
  const fitting = numbered.filter((os) => versionsOf(os).some((known) => fitsVersion(known, version)));
  const os = newest(same) ?? newest(fitting);
  if (os) return { os, exact: true, version };
  const before = newest(
    numbered.filter((known) => versionsOf(known).every((v) => compareVersions(v, version) < 0)),
  );
  return before ? { os: before, exact: false, version } : null;
}

function newest(systems: readonly OsEntry[]): OsEntry | undefined {
  const first = (os: OsEntry) => versionsOf(os)[0] ?? '';
  return [...systems].sort(
    (a, b) => compareVersions(first(b), first(a)) || a.shortId.length - b.shortId.length,
  )[0];
}

function exactly(os: OsEntry): NamedSystem {
  return { os, exact: true, version: os.version ?? '' };
}
