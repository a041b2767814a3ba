import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { apiError } from '../../../contract/index.ts';
import { type Location, type OpenOptions, type RemoteFile, withoutSecrets } from './addresses.ts';
import { ftpLocation, openFtp } from './ftp.ts';
import { httpLocation, openHttp } from './http.ts';
import { folderLocation, openLocalFile } from './localFolder.ts';

export type { Location, RemoteFile } from './addresses.ts';

/**
 * A folder at http://, https://, ftp://, or of this machine (a complete path, ~/ or file://). Nothing is fetched yet.
 * @throws ApiError `invalid` for everything else
 */
export function openLocation(text: string, options: OpenOptions = {}): Location {
  const place = placeOf(text);
  if (typeof place === 'string') return folderLocation(place);
  const folder = new URL(place);
  folder.hash = '';
  folder.search = '';
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  return folder.protocol === 'ftp:' ? ftpLocation(folder, options) : httpLocation(folder, options);
}

/**
 * Opens one file by its address: an URL or a path of this machine.
 * @throws ApiError `not-found`, `unavailable`, `denied`, `invalid`, `timeout`, which names the address
 */
export async function openFile(text: string, options: OpenOptions = {}): Promise<RemoteFile> {
  const place = placeOf(text);
  const file = await openPlace(place, options);
  if (file) return file;
  const name = typeof place === 'string' ? place : withoutSecrets(place);
  throw apiError('not-found', `There is no file ${name}.`, 'Check the address.');
}

function openPlace(place: string | URL, options: OpenOptions): Promise<RemoteFile | null> {
  if (typeof place === 'string') return openLocalFile(place);
  return place.protocol === 'ftp:' ? openFtp(place, options) : openHttp(place, options);
}

/** A path of this machine, or the URL of something elsewhere. */
function placeOf(text: string): string | URL {
  const trimmed = text.trim();
  if (trimmed.startsWith('/')) return trimmed;
  if (trimmed.startsWith('~/')) return `${homedir()}${trimmed.slice(1)}`;
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    throw unusable(trimmed);
  }
  if (url.protocol === 'file:' && (url.host === '' || url.host === 'localhost')) {
    url.host = '';
    return fileURLToPath(url);
  }
  if (!['http:', 'https:', 'ftp:'].includes(url.protocol) || url.hostname === '') throw unusable(trimmed);
  return url;
}

function unusable(text: string): Error {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return apiError(
    'invalid',
    `“${shown}” is no address that can be fetched from.`,
    'Enter an address that begins with https://, http:// or ftp://, or a complete path of this machine.',
  );
}
