import { apiError } from '../../contract/index.ts';

/** Sites that Virtdeck's own help and errors link to. Nothing from a hypervisor or guest is ever opened. */
const allowedHosts: ReadonlySet<string> = new Set([
  'libvirt.org',
  'www.libvirt.org',
  'gitlab.com',
  'www.qemu.org',
  'wiki.qemu.org',
  'osinfo.org',
  'libosinfo.org',
  'cloudinit.readthedocs.io',
  'www.spice-space.org',
  'www.debian.org',
  'wiki.debian.org',
  'docs.fedoraproject.org',
  'wiki.archlinux.org',
]);

/**
 * The address in its normal form, when it may be opened outside.
 * @throws ApiError (denied) when it is not https, has a user or port, or is not on the list
 */
export function allowedExternal(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const allowed =
    url?.protocol === 'https:' &&
    !url.username &&
    !url.password &&
    !url.port &&
    allowedHosts.has(url.hostname);
  if (!url || !allowed) {
    throw apiError(
      'denied',
      'This address is not opened from Virtdeck.',
      'Copy it into a browser if you trust it.',
    );
  }
  return url.href;
}
