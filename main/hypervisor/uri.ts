import { parseUri, type UriParts } from '../../model/index.ts';

/** What is known of where a connection goes. */
export interface Going {
  /** As the user wrote it. */
  readonly uri: string;
  /** What the host says of itself; null: it has never been open. */
  readonly host?: { readonly uri: string } | null;
}

/**
 * Where a connection goes. An alias of libvirt.conf says that only once it is open, by the URI that the host tells.
 * Null: it is not known, and must not be taken for this machine.
 */
export function placeOf({ uri, host }: Going): UriParts | null {
  return parseUri(uri).parts ?? parseUri(host?.uri ?? '').parts;
}

/**
 * Whether the hypervisor is this machine, reached through a UNIX socket or in process. Only then
 * can file descriptors be passed and local sockets and addresses be used for consoles.
 */
export function isLocal(place: Pick<UriParts, 'host' | 'transport'>): boolean {
  return place.host === '' && (place.transport === null || place.transport === 'unix');
}

/** How a connection is called where the user gave no name and the host has not told its own. */
export function placeName(text: string): string {
  const { parts } = parseUri(text);
  if (!parts) return text;
  if (parts.driver === 'test') return parts.path === '/default' ? 'demo host' : `test host ${parts.path}`;
  if (parts.host !== '') return parts.host;
  return parts.path === '/session' ? 'this machine (user session)' : 'this machine';
}

/** A URI for a log: user names of remote hosts have no place there. */
export function withoutUser(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//');
}
