import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent, request as tlsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';
import { apiError } from '../../../contract/index.ts';
import { inFolder, type Location, type OpenOptions, type RemoteFile, withoutSecrets } from './addresses.ts';
import { trustedAuthorities } from './authorities.ts';
import { explainFetch } from './fetchErrors.ts';
import { basicAuthorization, proxyFor } from './proxies.ts';

const REDIRECTS = 5;
/** Until a server has answered with its headers, in ms. */
const ANSWER_MS = 20_000;
/** Without a byte, in ms. */
const IDLE_MS = 60_000;

/** A folder on a web server. */
export function httpLocation(folder: URL, options: OpenOptions): Location {
  return {
    shown: withoutSecrets(folder),
    addressOf: (path) => inFolder(folder, path).href,
    open: (path) => openHttp(inFolder(folder, path), options),
    has: async (path) => {
      const file = await openHttp(inFolder(folder, path), options);
      file?.stream.destroy();
      return file !== null;
    },
  };
}

/**
 * Fetches a file, through the proxy that the environment names; at most five redirects are followed, and none from
 * https:// to http://. Null: the server says that there is none.
 * @throws ApiError that names the address and says what is wrong with server, certificate or proxy
 */
export async function openHttp(url: URL, options: OpenOptions): Promise<RemoteFile | null> {
  let place = url;
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const answer = await ask(place, options);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return { size: lengthOf(headers['content-length']), stream: answer };
    answer.destroy();
    if (statusCode === 404 || statusCode === 410) return null;
    if (![301, 302, 303, 307, 308].includes(statusCode)) throw refused(place, statusCode);
    place = redirected(place, headers.location);
  }
  throw apiError('unavailable', `${withoutSecrets(url)} is redirected again and again.`);
}

function lengthOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

function redirected(from: URL, target: string | undefined): URL {
  const to = target === undefined ? null : parseUrl(target, from);
  const shown = withoutSecrets(from);
  if (to === null) throw apiError('unavailable', `${shown} is redirected to nowhere.`);
  if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:')) {
    throw apiError(
      'unavailable',
      `${shown} is redirected to ${withoutSecrets(to)}, where nothing would protect what is fetched.`,
      'Enter that address itself if you trust it.',
    );
  }
  // The user's password is for the server that it was given for.
  to.username = to.origin === from.origin ? from.username : '';
  to.password = to.origin === from.origin ? from.password : '';
  return to;
}

function parseUrl(text: string, base: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

function refused(place: URL, status: number): Error {
  const shown = withoutSecrets(place);
  if (status === 407) return apiError('authentication', `The proxy wants a password to fetch ${shown}.`);
  if (status === 401 || status === 403) {
    const hint = 'Put user and password into the address (https://user:password@…) if it needs them.';
    return apiError('denied', `The server does not give out ${shown} (status ${status}).`, hint);
  }
  return apiError('unavailable', `The server answers status ${status} for ${shown}.`);
}

async function ask(place: URL, options: OpenOptions): Promise<IncomingMessage> {
  try {
    const request = await send(place, options);
    return await answered(request, options.signal);
  } catch (error) {
    throw explainFetch(error, place);
  }
}

async function send(place: URL, { environment = process.env, signal }: OpenOptions): Promise<ClientRequest> {
  const proxy = proxyFor(place, environment);
  const authorization = basicAuthorization(place);
  const headers = {
    'user-agent': 'Virtdeck',
    // What is counted and stored is the file, not a way to send it.
    'accept-encoding': 'identity',
    ...(authorization !== null && { authorization }),
  };
  if (place.protocol === 'https:') {
    const secureContext = await trustedAuthorities(environment);
    if (!proxy) return tlsRequest(place, { headers, agent: new Agent({ secureContext }) });
    const socket = await tunnel(place, proxy, signal);
    const host = bare(place.hostname);
    const named = isIP(host) === 0 ? { servername: host } : {};
    // Without an agent: only then is the connection taken from here.
    return tlsRequest(place, {
      headers,
      createConnection: () => tlsConnect({ socket, host, secureContext, ...named }),
    });
  }
  if (!proxy) return plainRequest(place, { headers, agent: false });
  return plainRequest({
    host: bare(proxy.hostname),
    port: proxy.port || 80,
    path: withoutSecrets(place),
    headers: { ...headers, host: place.host, ...proxyHeaders(proxy) },
    agent: false,
  });
}

/** An IPv6 address without its brackets. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

function proxyHeaders(proxy: URL): Record<string, string> {
  const authorization = basicAuthorization(proxy);
  return authorization === null ? {} : { 'proxy-authorization': authorization };
}

/** A way through a proxy to a server. */
function tunnel(place: URL, proxy: URL, signal: AbortSignal | undefined): Promise<Duplex> {
  const target = `${place.hostname}:${place.port || 443}`;
  const request = plainRequest({
    host: bare(proxy.hostname),
    port: proxy.port || 80,
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...proxyHeaders(proxy) },
    agent: false,
    timeout: ANSWER_MS,
  });
  const cancel = () => request.destroy(aborted());
  signal?.addEventListener('abort', cancel, { once: true });
  const opened = new Promise<Duplex>((resolve, reject) => {
    const refuse = (status: number | undefined) =>
      reject(
        apiError(
          'unavailable',
          `The proxy ${proxy.host} does not let through to ${target} (status ${status}).`,
        ),
      );
    request.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      refuse(answer.statusCode);
    });
    request.once('response', (answer) => {
      answer.destroy();
      refuse(answer.statusCode);
    });
    request.once('timeout', () => request.destroy(new Error('the proxy does not answer')));
    request.once('error', reject);
    if (signal?.aborted) cancel();
    else request.end();
  });
  return opened.finally(() => signal?.removeEventListener('abort', cancel));
}

function aborted(): Error {
  return Object.assign(new Error('cancelled'), { name: 'AbortError' });
}

function answered(request: ClientRequest, signal: AbortSignal | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const late = () => request.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    const timer = setTimeout(late, ANSWER_MS);
    const cancel = () => request.destroy(aborted());
    signal?.addEventListener('abort', cancel, { once: true });
    request.once('close', () => signal?.removeEventListener('abort', cancel));
    request.once('response', (answer) => {
      clearTimeout(timer);
      request.setTimeout(IDLE_MS, late);
      resolve(answer);
    });
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    if (signal?.aborted) cancel();
    else request.end();
  });
}
