import type { Readable } from 'node:stream';
import { apiError } from '../../../contract/index.ts';
import { hasControls } from './controls.ts';

/** A file that is being fetched. */
export interface RemoteFile {
  /** Bytes; null: the server does not say. */
  readonly size: number | null;
  /**
   * Its bytes; fails when the link breaks, when it ends too early and when nothing has come for a minute. Destroy it to
   * give up.
   */
  readonly stream: Readable;
}

/** A folder that files are fetched from: on a web or FTP server, or of this machine. */
export interface Location {
  /** Without user and password; ends with a slash. */
  readonly shown: string;
  /** Where a file in it is, as {@link openFile} takes it. */
  addressOf(path: string): string;
  /** A file by its path below the location; null: there is none. */
  open(path: string): Promise<RemoteFile | null>;
  has(path: string): Promise<boolean>;
}

export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
  readonly environment?: NodeJS.ProcessEnv;
}

/** A URL as it may be shown and logged. */
export function withoutSecrets(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}

/** A path may not leave the folder that it is below of; what a server's file says of others is not trusted. */
export function insidePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const wrong =
    parts.length === 0 ||
    path.length > 1024 ||
    path.startsWith('/') ||
    /^[a-z][a-z0-9+.-]*:/i.test(path) ||
    path.includes('\\') ||
    hasControls(path) ||
    parts.includes('..');
  if (!wrong) return parts.join('/');
  throw apiError('invalid', `The path ${JSON.stringify(path.slice(0, 200))} leads out of the tree.`);
}

/** A file's address in a folder, with everything in its name taken literally. */
export function inFolder(folder: URL, path: string): URL {
  const url = new URL(folder);
  url.pathname += insidePath(path).split('/').map(encodeURIComponent).join('/');
  return url;
}
