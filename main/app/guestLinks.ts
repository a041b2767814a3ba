import { apiError } from '../../contract/index.ts';
import type { Platform } from './platform.ts';

/** Names of this machine and of what only this machine's network knows. */
const LOCAL = /(^|\.)(localhost|local|internal|lan|home\.arpa|localdomain)$/;

/**
 * An address that a guest has printed, in its normal form, when a user who has agreed may be taken there. A guest's
 * text must not make the user's browser do anything at home: no other scheme than https, nobody's name or password in
 * it, and no address of this machine or its network.
 * @throws ApiError (denied)
 */
export function guestLink(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const hostname = (url?.hostname ?? '').replace(/\.$/, '');
  const allowed =
    url?.protocol === 'https:' &&
    !url.username &&
    !url.password &&
    hostname.includes('.') &&
    !LOCAL.test(hostname) &&
    !isNumeric(hostname);
  if (url && allowed) return url.href;
  throw apiError(
    'denied',
    'Virtdeck opens only https addresses with a public name that come from a guest.',
    'Copy it into a browser if you trust it.',
  );
}

/** IPv4 addresses come out of URL in their usual form, whatever way they were written; IPv6 in brackets. */
function isNumeric(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

/** Opens such an address where main has a browser. */
export async function openGuestLink(platform: Platform, address: string): Promise<{ opened: boolean }> {
  return { opened: await platform.openPage(guestLink(address)) };
}
