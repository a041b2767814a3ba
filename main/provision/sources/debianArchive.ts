import type { OsEntry } from '../../../contract/index.ts';
import type { Location } from './addresses.ts';
import { peek } from './reading.ts';

/** What the Release file of an archive's suite begins with. */
export interface ArchiveRelease {
  /** "Debian", "Ubuntu". */
  readonly origin: string;
  readonly version: string | null;
  readonly codename: string;
  /** For people: "Debian 12.5 (bookworm)". */
  readonly name: string;
}

/** Enough for the fields; lists of thousands of files follow. */
const HEAD_BYTES = 4096;

/**
 * The release of the archive that a kernel lies in, by its file Release (https://wiki.debian.org/DebianRepository/Format),
 * or at least by the suite's name in the address. Null: the kernel lies in no archive.
 */
export async function archiveRelease(
  kernel: string,
  open: (address: string) => Location,
): Promise<ArchiveRelease | null> {
  const [suite, name = ''] = /^.*\/dists\/([^/]+)\//.exec(kernel) ?? [];
  if (suite === undefined) return null;
  const head = await peek(open(suite), 'Release', HEAD_BYTES).catch(() => null);
  const field = (key: string) =>
    new RegExp(`^${key}: *(.{1,64})$`, 'm').exec(head?.toString('utf8') ?? '')?.[1]?.trim() ?? null;
  const codename = field('Codename') ?? name;
  const origin = field('Origin') ?? '';
  const version = field('Version');
  const words = [origin || 'Archive', version].filter(Boolean).join(' ');
  return { origin, version, codename, name: `${words} (${codename})` };
}

/** The system of that release in the database; null: it does not know it. */
export function systemOfRelease(release: ArchiveRelease, systems: readonly OsEntry[]): OsEntry | null {
  const distro = release.origin.toLowerCase();
  const candidates = systems.filter((one) => one.distro === distro || distro === '');
  const codename = release.codename.toLowerCase();
  // Codenames come in full ("Jammy Jellyfish") and as the archive has them.
  const named = candidates.find((one) => one.codename?.toLowerCase().split(' ')[0] === codename);
  const major = release.version?.split('.')[0];
  return named ?? candidates.find((one) => one.version === release.version || one.version === major) ?? null;
}
