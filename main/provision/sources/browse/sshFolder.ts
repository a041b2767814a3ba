import { apiError, type FolderEntry } from '../../../../contract/index.ts';
import { shellCommand } from '../../../../model/index.ts';
import type { SshSession } from '../../../remote/sshSession.ts';
import { type Found, inOrder, isUsable, isWanted, MOST_ENTRIES, type Wanted } from './entries.ts';
import { deniedFolder, missingFolder } from './refusals.ts';

/** Exit statuses of the script below. */
const MISSING = 3;
const DENIED = 4;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * $1: the path, $2: a pattern for `find -iname`, $3: one for the names that are not wanted, $4: bytes at most. The folder
 * comes first, then kind, size, time and name of each entry; all of them end with NUL, which no name can hold. Without
 * GNU's find there are neither sizes nor times. What cannot be found behind a folder that may not be entered may be there.
 */
const SCRIPT = [
  'p=$1',
  `if ! [ -e "$p" ]; then while [ "$p" != / ]; do p=$(dirname -- "$p"); [ -d "$p" ] && { [ -x "$p" ] && exit ${MISSING}; exit ${DENIED}; }; done; exit ${MISSING}; fi`,
  '[ -d "$p" ] || p=$(dirname -- "$p")',
  `[ -r "$p" ] && [ -x "$p" ] && cd -- "$p" || exit ${DENIED}`,
  `printf '%s\\0' "$p"`,
  `if find . -prune -printf '' 2>/dev/null; then find -L . -mindepth 1 -maxdepth 1 -iname "$2" ! -name "$3" -printf '%y %s %T@ %f\\0' 2>/dev/null | head -c "$4"`,
  `else for f in * .*; do case $f in .|..) continue; esac; if [ -d "$f" ]; then k=d; elif [ -f "$f" ]; then k=f; elif [ -b "$f" ]; then k=b; elif [ -e "$f" ]; then k=o; else continue; fi; printf '%s - - %s\\0' "$k" "$f"; done | head -c "$4"`,
  'fi',
].join('\n');

/**
 * Reads a folder over the host's ssh connection, or the one that a file is in.
 * @param host its name, for messages
 * @throws ApiError `not-found`, `denied`, `unavailable`
 */
export async function sshFolder(
  session: SshSession,
  path: string,
  wanted: Wanted,
  { host, signal }: { host: string; signal: AbortSignal },
): Promise<Found & { path: string }> {
  const hiding = wanted.hidden ? '' : '.*';
  const words = ['sh', '-c', SCRIPT, 'sh', path, patternOf(wanted.filter), hiding, String(MOST_BYTES)];
  const command = shellCommand(...words);
  const { code, stdout } = await session.run(command, { signal, maxBytes: MOST_BYTES + 8192 });
  if (code === MISSING) throw missingFolder(path, host);
  if (code === DENIED) throw deniedFolder(path, `The user who is signed in on ${host}`);
  const [folder, ...records] = stdout.split('\0');
  // What follows the last NUL is nothing, or an entry that was cut off.
  const rest = records.pop();
  if (!folder?.startsWith('/') || rest === undefined) {
    const why = code === null ? 'it took too long' : `the command ended with status ${code}`;
    throw apiError('unavailable', `The folder ${path} on ${host} cannot be read: ${why}.`, 'Try again.');
  }
  return { path: folder, ...select(records, wanted, rest !== '') };
}

/** Any name that has the text in it; characters that mean something in patterns are taken literally. */
function patternOf(filter: string): string {
  return `*${filter.replace(/[\\*?[\]]/g, '\\$&')}*`;
}

function select(records: readonly string[], wanted: Wanted, cut: boolean): Found {
  const read = records
    .flatMap((record) => parseEntry(record) ?? [])
    .filter((one) => isWanted(one.name, wanted));
  const usable = read.filter(({ name }) => isUsable(name));
  return {
    entries: inOrder(usable).slice(0, MOST_ENTRIES),
    more: cut || usable.length > MOST_ENTRIES,
    unusable: read.length - usable.length,
  };
}

const KINDS: Readonly<Record<string, FolderEntry['kind']>> = { d: 'folder', f: 'file', b: 'device' };

function parseEntry(record: string): FolderEntry | null {
  const parts = /^(\S) (\d+|-) (-?[\d.]+|-) (.+)$/s.exec(record);
  if (!parts) return null;
  const [, letter = '', size = '', time = '', name = ''] = parts;
  const kind = KINDS[letter] ?? 'other';
  const seconds = time === '-' ? Number.NaN : Number(time);
  return {
    name,
    kind,
    size: kind === 'file' && size !== '-' ? Number(size) : null,
    modified: Number.isFinite(seconds) ? Math.round(seconds * 1000) : null,
  };
}
