import type { Domain, Graphics } from '../../../../../../model/index.ts';

export const DISPLAY_WORDS: Readonly<Record<string, string>> = {
  vnc: 'VNC',
  spice: 'SPICE',
  'egl-headless': 'OpenGL without a window',
  rdp: 'RDP',
  dbus: 'D-Bus',
  sdl: 'A window on the host (SDL)',
  desktop: 'A window on the host',
};

/** Displays that clients reach over the network or a socket. */
export function isServed(type: string | null): boolean {
  return type === 'vnc' || type === 'spice' || type === 'rdp';
}

/** Where clients find a display, in few words. */
export function placeOfDisplay(device: Graphics): string {
  if (!isServed(device.type)) return device.gl ? 'OpenGL' : '';
  const first = device.listens.at(0);
  const where = first
    ? listenWords(first.type, first.address, first.network)
    : addressWords(device.listenAddress);
  const port = device.port !== null && device.port > 0 ? `port ${device.port}` : null;
  return [where, port].filter(Boolean).join(', ');
}

function listenWords(type: string | null, address: string | null, network: string | null): string {
  if (type === 'none') return 'not on the network';
  if (type === 'socket') return 'a socket of the host';
  if (type === 'network') return `the network ${network ?? ''}`.trim();
  return addressWords(address);
}

function addressWords(address: string | null): string {
  if (address === null) return '';
  if (address === '0.0.0.0' || address === '::') return 'everybody';
  return address === '127.0.0.1' || address === '::1' ? 'the host only' : address;
}

/** What works only with a SPICE display. */
export function spiceUsers(
  domain: Domain,
): (
  | Domain['channels']['all'][number]
  | Domain['redirdevs']['all'][number]
  | Domain['smartcards']['all'][number]
)[] {
  return [...domain.channels.all, ...domain.redirdevs.all, ...domain.smartcards.all].filter(
    ({ type }) => type === 'spicevmc' || type === 'spiceport',
  );
}
