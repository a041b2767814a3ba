import type { IncomingMessage } from 'node:http';

/** Names under which a loopback port is reached, directly or through an ssh port forward. */
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request is refused before anything else is looked at; null: it may go on. The Host header must
 * name this machine itself (else another site's name leads here: DNS rebinding), and the Origin must be
 * the very address that the request was sent to. The port is free: a forwarded one is another.
 */
export function refusal(request: IncomingMessage, upgrade: boolean): string | null {
  const host = hostOf(request);
  if (host === null) return 'This server answers only as 127.0.0.1 or localhost.';
  const { origin } = request.headers;
  if (origin === undefined ? upgrade : origin !== `http://${host}`) {
    return 'Requests from other sites are refused.';
  }
  return isForeignFetch(request) ? 'Requests from other sites are refused.' : null;
}

/** The Host header as written, when it names the loopback interface. */
function hostOf(request: IncomingMessage): string | null {
  const host = request.headers.host ?? '';
  const match = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.exec(host);
  return match?.[1] && loopbackNames.has(match[1]) ? host : null;
}

/** Browsers say where a request comes from (W3C Fetch Metadata): only a link may come from elsewhere. */
function isForeignFetch(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return request.headers['sec-fetch-mode'] !== 'navigate' || request.headers['sec-fetch-dest'] !== 'document';
}
