import { basename } from 'node:path';
import { apiError } from '../../../contract/index.ts';
import { shellCommand } from '../../../model/index.ts';
import type { SshSession } from '../../remote/sshSession.ts';
import type { Head } from './heads.ts';
import { SECTOR } from './iso9660.ts';

/** Exit statuses of the script below. */
const MISSING = 3;
const DENIED = 4;
const NO_FILE = 5;

/**
 * $1: the path, $2: sectors to skip, $3: sectors to read. The size of a regular file comes on the first line; the
 * bytes as base64, since commands give text. Anything but a file or a drive could keep `dd` waiting.
 */
const SCRIPT = [
  `[ -e "$1" ] || exit ${MISSING}`,
  `[ -f "$1" ] || [ -b "$1" ] || exit ${NO_FILE}`,
  `[ -r "$1" ] || exit ${DENIED}`,
  'if [ -f "$1" ]; then wc -c < "$1"; else echo drive; fi',
  `dd if="$1" bs=${SECTOR} skip="$2" count="$3" 2>/dev/null | base64`,
].join('; ');

/**
 * Reads the beginning of a file that no pool knows, by commands on the host.
 * @throws ApiError why it cannot be read
 */
export async function headOverSsh(
  session: SshSession,
  path: string,
  { host, signal, bytes }: { host: string; signal: AbortSignal; bytes: number },
): Promise<Head> {
  if (/[\0\r\n]/.test(path)) throw apiError('invalid', 'The path has line breaks.');
  const read = async (skip: number, count: number) => {
    const words = ['sh', '-c', SCRIPT, 'sh', path, String(skip), String(count)];
    const { code, stdout } = await session.run(shellCommand(...words), { signal });
    if (code !== 0) throw refusal(code, path, host);
    const end = stdout.indexOf('\n');
    const size = stdout.slice(0, end).trim();
    return {
      size: /^\d+$/.test(size) ? Number(size) : null,
      bytes: Buffer.from(stdout.slice(end + 1), 'base64'),
    };
  };
  const first = await read(0, bytes / SECTOR);
  return {
    name: basename(path),
    ...first,
    readSector: async (offset) => (await read(Math.floor(offset / SECTOR), 1)).bytes,
  };
}

function refusal(code: number | null, path: string, host: string): Error {
  if (code === MISSING) return apiError('not-found', `There is no file ${path} on ${host}.`);
  if (code === NO_FILE) return apiError('invalid', `${path} on ${host} is no file.`);
  if (code === DENIED)
    return apiError('denied', `The user who is signed in on ${host} may not read ${path}.`);
  const why = code === null ? 'it took too long' : `the command ended with status ${code}`;
  return apiError('unavailable', `${path} on ${host} cannot be read: ${why}.`);
}
