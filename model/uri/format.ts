import type { UriParts } from './parts.ts';

/** What may stand in a query as it is (RFC 3986, 3.4), without what libvirt takes for a separator. */
const IN_QUERY = /[^A-Za-z0-9\-._~!$'()*,:@/?]/gu;
const IN_USER = /[^A-Za-z0-9\-._~!$'()*,]/gu;
const IN_HOST = /[^A-Za-z0-9\-._~!$'()*,;=]/gu;
const IN_ADDRESS = /[^A-Za-z0-9\-._~!$'()*,:]/gu;
/** A path keeps its percent signs; those that begin nothing are escaped. */
const IN_PATH = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu;

/** Writes a libvirt URI so that `parseUri` and libvirt read these parts from it. */
export function formatUri(parts: UriParts): string {
  const { driver, transport, user, host, port, path, parameters } = parts;
  const scheme = transport === null ? driver : `${driver}+${transport}`;
  const who = user === null || user === '' ? '' : `${escapeAll(user, IN_USER)}@`;
  const place = host.includes(':') ? `[${escapeAll(host, IN_ADDRESS)}]` : escapeAll(host, IN_HOST);
  const door = port === null ? '' : `:${port}`;
  const below = path === '' || path.startsWith('/') ? path : `/${path}`;
  const query = parameters
    .filter((one) => one.name !== '')
    .map((one) => `${escapeAll(one.name, IN_QUERY)}=${escapeAll(one.value, IN_QUERY)}`)
    .join('&');
  return `${scheme}://${who}${place}${door}${escapeAll(below, IN_PATH)}${query === '' ? '' : `?${query}`}`;
}

function escapeAll(text: string, unsafe: RegExp): string {
  // Halves of surrogate pairs have no encoding.
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd').replace(unsafe, (found) => encodeURIComponent(found));
}
