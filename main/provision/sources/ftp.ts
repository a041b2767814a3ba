import { PassThrough } from 'node:stream';
import type { Client } from 'basic-ftp';
import { apiError } from '../../../contract/index.ts';
import { inFolder, type Location, type OpenOptions, type RemoteFile, withoutSecrets } from './addresses.ts';
import { hasControls } from './controls.ts';
import { explainFetch } from './fetchErrors.ts';
import { openHttp } from './http.ts';
import { proxyFor } from './proxies.ts';

/** Without an answer or a byte, in ms. */
const IDLE_MS = 30_000;
/** RFC 959: the file is not there or may not be read; RFC 959 and 3659: the server does not know the command. */
const NO_FILE = 550;
const UNKNOWN = new Set([500, 502, 504]);

/** A folder on an FTP server. */
export function ftpLocation(folder: URL, options: OpenOptions): Location {
  return {
    shown: withoutSecrets(folder),
    addressOf: (path) => inFolder(folder, path).href,
    open: (path) => openFtp(inFolder(folder, path), options),
    has: async (path) => {
      const file = await openFtp(inFolder(folder, path), options);
      file?.stream.destroy();
      return file !== null;
    },
  };
}

/** Fetches a file in passive mode, on a connection of its own, or through an HTTP proxy; null: there is none. */
export async function openFtp(url: URL, options: OpenOptions): Promise<RemoteFile | null> {
  if (proxyFor(url, options.environment ?? process.env)) return openHttp(url, options);
  const ftp = await import('basic-ftp');
  // A server that names another host for the data may want to have it attacked from here.
  const client = new ftp.Client(IDLE_MS, { allowSeparateTransferHost: false });
  const cancel = () => client.close();
  options.signal?.addEventListener('abort', cancel, { once: true });
  const codeOf = (error: unknown) => (error instanceof ftp.FTPError ? error.code : 0);
  try {
    options.signal?.throwIfAborted();
    await signIn(client, url);
    const path = pathOf(url);
    const size = await sizeOf(client, path, codeOf);
    const stream = await download(client, path, () => options.signal?.removeEventListener('abort', cancel));
    return { size, stream };
  } catch (error) {
    client.close();
    options.signal?.removeEventListener('abort', cancel);
    if (codeOf(error) === NO_FILE) return null;
    if (options.signal?.aborted) throw apiError('cancelled', 'Cancelled.');
    if (codeOf(error) === 530) throw apiError('denied', `${url.host} does not let this user in.`);
    throw explainFetch(error, url);
  }
}

/** Percent signs decoded; a line break would be a second command. */
function pathOf(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  if (!hasControls(path)) return path;
  throw apiError('invalid', `${withoutSecrets(url)} is no path on an FTP server.`);
}

async function signIn(client: Client, url: URL): Promise<void> {
  const user = decodeURIComponent(url.username) || 'anonymous';
  const password = decodeURIComponent(url.password) || 'virtdeck@';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  await client.access({ host, port: Number(url.port || 21), user, password, secure: false });
}

/** Null: the server does not tell sizes. */
async function sizeOf(
  client: Client,
  path: string,
  codeOf: (error: unknown) => number,
): Promise<number | null> {
  try {
    return await client.size(path);
  } catch (error) {
    if (UNKNOWN.has(codeOf(error))) return null;
    throw error;
  }
}

/** Begins to receive; rejects when the server refuses before the first byte. */
function download(client: Client, path: string, ended: () => void): Promise<PassThrough> {
  const stream = new PassThrough();
  const end = (error?: Error) => {
    client.close();
    ended();
    if (error) stream.destroy(error);
  };
  stream.once('close', () => end());
  return new Promise((resolve, reject) => {
    stream.once('readable', () => resolve(stream));
    client.downloadTo(stream, path).then(
      () => {
        end();
        resolve(stream);
      },
      (error: Error) => {
        reject(error);
        // Whoever has it already hears of it; nobody else does.
        stream.on('error', () => {});
        end(error);
      },
    );
  });
}
