import { apiError } from '../../../contract/index.ts';

/**
 * The proxy that the environment names for a URL, as curl reads it: `https_proxy`, `http_proxy`, `ftp_proxy`, `all_proxy`
 * (also in capitals, but not HTTP_PROXY, which web servers set from requests), and `no_proxy`. Null: none.
 * @throws ApiError `unsupported` for proxies that are not HTTP
 */
export function proxyFor(url: URL, environment: NodeJS.ProcessEnv): URL | null {
  const scheme = url.protocol.slice(0, -1);
  const capitals = scheme === 'http' ? undefined : environment[`${scheme.toUpperCase()}_PROXY`];
  const text =
    environment[`${scheme}_proxy`] || capitals || environment.all_proxy || environment.ALL_PROXY || '';
  if (text === '' || exempt(url, environment.no_proxy || environment.NO_PROXY || '')) return null;
  const proxy = parse(text);
  if (proxy?.protocol === 'http:') return proxy;
  throw apiError(
    'unsupported',
    `The proxy ${proxy ? proxy.host : text} that the environment names cannot be used: only HTTP proxies can.`,
    `Set ${scheme}_proxy to http://HOST:PORT, or name the server in no_proxy.`,
  );
}

function parse(text: string): URL | null {
  try {
    return new URL(text.includes('://') ? text : `http://${text}`);
  } catch {
    return null;
  }
}

/** Whether `no_proxy` names the host: itself, a domain above it, with a port or without, or everything. */
function exempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  const port = url.port || { 'http:': '80', 'https:': '443', 'ftp:': '21' }[url.protocol] || '';
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', entryPort] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(asHost(entry)) ?? [];
    const plain = name.replace(/^\*?\./, '');
    if (plain === '' || (entryPort !== undefined && entryPort !== port)) return false;
    return host === plain || host.endsWith(`.${plain}`);
  });
}

/** An IPv6 address without brackets has colons and no port. */
function asHost(entry: string): string {
  const lower = entry.toLowerCase();
  return (lower.match(/:/g)?.length ?? 0) > 1 && !lower.startsWith('[') ? `[${lower}]` : lower;
}

/** The header with which a request shows who it is to a proxy or a server; null: the URL has no user. */
export function basicAuthorization(url: URL): string | null {
  if (url.username === '' && url.password === '') return null;
  const words = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(words).toString('base64')}`;
}
