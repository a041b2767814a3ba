import type { OsEntry } from '../../../../contract/index.ts';
import { compareVersions } from '../nameVersions.ts';
import type { Database } from './database.ts';
import type { Entities } from './entities.ts';
import type { Address } from './native.ts';

/** All systems: families together, newest release first. */
export function listSystems(database: Database, today: string): OsEntry[] {
  const entries = database.systems((os) => toEntry(database.entities, os, today));
  return entries.sort(
    (a, b) =>
      (a.distro ?? a.id).localeCompare(b.distro ?? b.id) ||
      compareVersions(digits(b.version), digits(a.version)) ||
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

/** "15-unknown" -> "15". */
function digits(version: string | null): string {
  return (version?.match(/\d+/g) ?? []).join('.');
}

function statusOf(status: string | null): OsEntry['status'] {
  return status === 'prerelease' || status === 'snapshot' || status === 'rolling' ? status : 'released';
}

function dateOf(date: string | null): string | null {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
}
