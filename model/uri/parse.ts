import type { ParsedUri, UriParameterValue, UriParts } from './parts.ts';

const SCHEME = /^([a-z][a-z0-9.-]*)(?:\+([^:/?#]*))?:/i;
const REST = /^\/\/([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/;
const MAX_CHARS = 4096;

/**
 * Takes a libvirt URI apart. What is read here is what libvirt reads: a plus sign is no space, parameters are
 * divided by `&` or `;`, and one without a name does not count. Whether libvirt knows the driver and the transport
 * is for `checkUri` to say.
 */
export function parseUri(text: string): ParsedUri {
  const trimmed = text.trim();
  if (trimmed === '') return wrong('The URI is empty.');
  if (trimmed.length > MAX_CHARS) return wrong(`The URI is longer than ${MAX_CHARS} characters.`);
  if (hasControl(trimmed)) return wrong('The URI has a line break or another control character in it.');
  const scheme = SCHEME.exec(trimmed);
  if (!scheme) return wrong('A URI begins with a driver and a colon, as in qemu:///system.');
  const [head, driver = '', transport] = scheme;
  if (transport === '') return wrong('After the plus sign comes a transport, as in qemu+ssh://host/system.');
  const rest = REST.exec(trimmed.slice(head.length));
  if (!rest) return wrong(`After "${head}" come two slashes, as in ${head}//host/system.`);
  const [, authority = '', path = '', query = ''] = rest;
  const place = parseAuthority(authority);
  if (typeof place === 'string') return wrong(place);
  const parts: UriParts = {
    driver: driver.toLowerCase(),
    transport: transport?.toLowerCase() ?? null,
    ...place,
    path,
    parameters: parseQuery(query),
  };
  return { parts, problem: null };
}

function wrong(problem: string): ParsedUri {
  return { parts: null, problem };
}

/** `[user@][host][:port]`, or what is wrong with it. */
function parseAuthority(text: string): Pick<UriParts, 'user' | 'host' | 'port'> | string {
  const at = text.lastIndexOf('@');
  const user = at < 0 ? null : decode(text.slice(0, at));
  const place = text.slice(at + 1);
  const match = place.startsWith('[') ? /^\[([^\]]*)\](.*)$/.exec(place) : /^([^:]*)(.*)$/.exec(place);
  if (!match) return 'The bracket of the IPv6 address is not closed.';
  const [, host = '', after = ''] = match;
  if (place.startsWith('[') && !host.includes(':'))
    return 'Brackets are for IPv6 addresses only, as in [fd00::1].';
  if (/:.*:/.test(after)) return 'An IPv6 address stands in brackets, as in qemu+ssh://[fd00::1]/system.';
  if (after !== '' && !/^:\d*$/.test(after)) return `The port "${after.replace(/^:/, '')}" is not a number.`;
  const port = after.length > 1 ? Number(after.slice(1)) : null;
  if (port !== null && (port < 1 || port > 65535)) return 'The port is a number from 1 to 65535.';
  return { user: user === '' ? null : user, host: decode(host), port };
}

function parseQuery(query: string): UriParameterValue[] {
  return query.split(/[&;]/).flatMap((piece) => {
    const at = piece.indexOf('=');
    const name = decode(at < 0 ? piece : piece.slice(0, at));
    return name === '' ? [] : [{ name, value: at < 0 ? '' : decode(piece.slice(at + 1)) }];
  });
}

/** Percent signs that mean nothing stay as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 32 || code === 127) return true;
  }
  return false;
}
