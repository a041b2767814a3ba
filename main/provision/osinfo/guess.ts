import type { MediaGuess, OsEntry } from '../../../contract/index.ts';
import { formatOf } from './formats.ts';
import type { Head } from './heads.ts';
import { type IsoHeader, readBootCatalog, readIsoHeader, SECTOR } from './iso9660.ts';
import { archOfName, type NamedSystem, systemByName } from './names.ts';
import type { KnownFiles, MediumLabels, MediumMatch } from './protocol.ts';

/** The systems of the database, and what their distributors call their files. */
export interface Known {
  readonly systems: readonly OsEntry[];
  readonly files: readonly KnownFiles[];
}

/** What recognising needs of the database. */
export interface Recogniser {
  /** Null: no database. */
  systems(): Promise<Known | null>;
  medium(labels: MediumLabels): Promise<MediumMatch | null>;
}

/** Programs that write images leave up to 150 sectors of padding off what the descriptor counts. */
const PADDING = 150 * SECTOR;

/** Nothing is known. */
export const NO_GUESS: MediaGuess = {
  os: null,
  reason: 'unknown',
  detail: null,
  by: null,
  exact: true,
  format: null,
  arch: null,
  variants: [],
  live: null,
  installer: null,
  installerReboots: null,
  eject: null,
  volumeId: '',
  systemId: '',
  publisherId: '',
  applicationId: '',
  volumeSize: null,
  boots: null,
  kernel: null,
  initrd: null,
  scripts: null,
  truncated: false,
};

/** Tells what a file is by its beginning: a medium by its labels, anything else by its name. */
export async function guessMedium(head: Head, recogniser: Recogniser): Promise<MediaGuess> {
  const format = formatOf(head.bytes);
  const iso = format === 'iso' ? readIsoHeader(head.bytes) : null;
  const known = { ...NO_GUESS, format, arch: archOfName(head.name), ...(iso && (await isoFacts(iso, head))) };
  const database = await recogniser.systems();
  if (!database) return { ...known, reason: 'no-database' };
  if (iso) {
    const match = await recogniser.medium(iso.labels);
    if (match) {
      const arch = match.arch ?? known.arch;
      return { ...known, ...settle(match, head.name, database), arch, reason: null, by: 'media' };
    }
  }
  const { systems, files } = database;
  const label = iso && iso.labels.volumeId !== '' ? systemByName(iso.labels.volumeId, systems) : null;
  const named = label?.exact ? label : (systemByName(head.name, systems, files) ?? label);
  if (named) return { ...known, ...words(named), reason: null, by: named === label ? 'label' : 'name' };
  return { ...known, reason: format === null ? 'not-iso' : 'unknown' };
}

/** Media of several systems can have the same labels, as those of Windows 10 and 11: then the name decides. */
function settle(
  { alternatives, ...match }: MediumMatch,
  name: string,
  { systems, files }: Known,
): Partial<MediaGuess> {
  if (alternatives.length === 0) return match;
  const named = systemByName(name, systems, files);
  const os = (named?.exact && alternatives.find(({ id }) => id === named.os.id)) || match.os;
  const others = [match.os, ...alternatives].filter(({ id }) => id !== os.id).map((other) => other.name);
  const detail = `Media of ${others.join(', ')} have the same label: choose the system yourself if this is one of them.`;
  return { ...match, os, detail };
}

async function isoFacts({ labels, catalog }: IsoHeader, head: Head): Promise<Partial<MediaGuess>> {
  const boots = catalog === null ? { bios: false, efi: false } : await readBoots(head, catalog);
  const { volumeSize } = labels;
  const missing = volumeSize === null || head.size === null ? 0 : volumeSize - head.size;
  const truncated = missing > PADDING;
  return { ...labels, boots, truncated, arch: archOfName(labels.volumeId) ?? archOfName(head.name) };
}

/** The catalog may lie beyond the head: one sector more is read then. Null: it cannot be read. */
async function readBoots(head: Head, catalog: number): Promise<MediaGuess['boots']> {
  if (catalog + SECTOR <= head.bytes.byteLength) {
    return readBootCatalog(head.bytes.subarray(catalog, catalog + SECTOR));
  }
  if (head.size !== null && catalog + SECTOR > head.size) return null;
  const sector = await head.readSector(catalog).catch(() => null);
  return sector && readBootCatalog(sector);
}

function words({ os, exact, version }: NamedSystem): Pick<MediaGuess, 'os' | 'exact' | 'detail'> {
  if (exact) return { os, exact, detail: null };
  const detail = `The database does not know version ${version} of this system. ${os.name} is the last one before it that it knows; a newer osinfo-db knows more.`;
  return { os, exact, detail };
}
