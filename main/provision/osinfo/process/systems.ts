import type { OsEntry } from '../../../../contract/index.ts';
import type { Database } from './database.ts';
import type { Entities } from './entities.ts';
import type { Address } from './native.ts';

/** All systems: families together, newest release first. */
export function listSystems(database: Database, today: string): OsEntry[] {
  const entries = database.systems((os) => toEntry(database.entities, os, today));
  return entries.sort(
    (a, b) =>
      (a.distro ?? a.id).localeCompare(b.distro ?? b.id) ||
      compareVersions(b.version, a.version) ||
      a.shortId.localeCompare(b.shortId),
  );
}

/** @param today ISO 8601 date, which tells what is past its end of life */
export function toEntry(entities: Entities, os: Address, today: string): OsEntry {
  const value = (key: string) => entities.value(os, key);
  const [shortId = entities.id(os), ...aliases] = [...new Set(entities.values(os, 'short-id'))];
  const eolDate = dateOf(value('eol-date'));
  const status = statusOf(value('release-status'));
  return {
    id: entities.id(os),
    shortId,
    aliases,
    name: value('name') ?? shortId,
    version: value('version'),
    family: value('family'),
    distro: value('distro'),
    vendor: value('vendor'),
    codename: value('codename'),
    releaseDate: dateOf(value('release-date')),
    eolDate,
    status,
    supported: (eolDate === null || eolDate >= today) && (status === 'released' || status === 'rolling'),
  };
}

function statusOf(status: string | null): OsEntry['status'] {
  return status === 'prerelease' || status === 'snapshot' || status === 'rolling' ? status : 'released';
}

function dateOf(date: string | null): string | null {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
}

/** By their numbers, as far as they have them; without a version it is the oldest. */
export function compareVersions(a: string | null, b: string | null): number {
  const numbers = (version: string | null) => (version?.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
