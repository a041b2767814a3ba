/** The parts of a libvirt URI: driver[+transport]://[user@][host][:port]/[path][?parameters]. */
export interface LibvirtUri {
  readonly driver: string;
  /** unix, ssh, tls, tcp...; null where the URI names none. */
  readonly transport: string | null;
  readonly user: string | null;
  /** Without the brackets of an IPv6 address; empty: this machine. */
  readonly host: string;
  readonly port: number | null;
  readonly path: string;
  readonly parameters: URLSearchParams;
}

const FORM = /^([a-z][a-z0-9.-]*)(?:\+([a-z0-9]+))?:\/\/([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/i;
const AUTHORITY = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:@]*)(?::(\d{1,5}))?$/;

/**
 * Takes a libvirt URI apart (https://libvirt.org/uri.html). Null when it is none; whether libvirt
 * knows the driver and the transport is for libvirt to say.
 */
export function parseUri(text: string): LibvirtUri | null {
  const parts = FORM.exec(text.trim());
  if (!parts) return null;
  const [, driver = '', transport = null, authority = '', path = '', query = ''] = parts;
  const place = AUTHORITY.exec(authority);
  if (!place) return null;
  const [, user, host = '', port] = place;
  return {
    driver: driver.toLowerCase(),
    transport: transport?.toLowerCase() ?? null,
    user: user === undefined || user === '' ? null : decode(user),
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? null : Number(port),
    path,
    parameters: new URLSearchParams(query),
  };
}

/**
 * Whether the hypervisor is this machine, reached through a UNIX socket or in process. Only then
 * can file descriptors be passed and local sockets and addresses be used for consoles.
 */
export function isLocal(uri: LibvirtUri): boolean {
  return uri.host === '' && (uri.transport === null || uri.transport === 'unix');
}

/** How a connection is called where the user gave no name and the host has not told its own. */
export function placeName(text: string): string {
  const uri = parseUri(text);
  if (!uri) return text;
  if (uri.driver === 'test') return uri.path === '/default' ? 'demo host' : `test host ${uri.path}`;
  if (uri.host !== '') return uri.host;
  return uri.path === '/session' ? 'this machine (user session)' : 'this machine';
}

/** A URI for a log: user names of remote hosts have no place there. */
export function withoutUser(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
