import type { CharacterSource } from '../../../../../model/index.ts';
import { portProblem } from './checks.ts';

export const TYPE_WORDS: Readonly<Record<string, string>> = {
  pty: 'A terminal of the host',
  unix: 'A socket of the host',
  tcp: 'A TCP connection',
  udp: 'UDP packets',
  file: 'A file of the host',
  dev: 'A device of the host',
  pipe: 'A named pipe of the host',
  stdio: 'What QEMU prints',
  null: 'Nothing',
  vc: 'A tab of QEMU’s own window',
  spicevmc: 'The SPICE client',
  spiceport: 'A port of the SPICE client',
  'qemu-vdagent': 'QEMU’s own clipboard agent',
  dbus: 'D-Bus display',
  nmdm: 'A null modem of the host',
};

/** What is chosen for a new device of a type, and taken out of one that gets another type. */
export interface Line {
  type: string | null;
  protocol: string | null;
  readonly source: CharacterSource;
  readonly sources: { clear(): void; add(values: { mode: string; host: string; service: string }): unknown };
}

/** Gives a line the host side that its new type needs, and takes the old type's out. */
export function changeType(line: Line, type: string | null): void {
  line.sources.clear();
  line.protocol = type === 'tcp' ? 'raw' : null;
  if (type === 'udp') line.sources.add({ mode: 'connect', host: '127.0.0.1', service: '4000' });
  else startSource(line.source, type);
}

/** The first values of a host side that was empty. */
export function startSource(source: CharacterSource, type: string | null): void {
  if (type === 'tcp') Object.assign(source, { mode: 'connect', host: '127.0.0.1', service: '4000' });
  if (type === 'unix') source.mode = 'bind';
  if (type === 'qemu-vdagent') source.clipboard = true;
  if (type === 'spiceport') source.channel = 'org.spice-space.webdav.0';
  if (type === 'nmdm') Object.assign(source, { master: '/dev/nmdm0A', slave: '/dev/nmdm0B' });
}

/**
 * What is still to be said about a host side; null: nothing.
 * @param pathByLibvirt libvirt chooses the path of a socket if there is none
 */
export function missingInSource(
  type: string | null,
  source: CharacterSource,
  pathByLibvirt: boolean,
): string | null {
  switch (type) {
    case 'tcp':
    case 'udp':
      return source.host && source.service && portProblem(source.service) === null
        ? null
        : 'The address and port are not set.';
    case 'unix':
      return source.path || (pathByLibvirt && source.mode !== 'connect')
        ? null
        : 'The path of the socket is not set.';
    case 'file':
    case 'dev':
    case 'pipe':
      return source.path ? null : 'The path on the host is not set.';
    case 'spiceport':
    case 'dbus':
      return source.channel ? null : 'The name of the port is not set.';
    case 'nmdm':
      return source.master && source.slave ? null : 'Both ends of the null modem have to be set.';
    default:
      return null;
  }
}

/** Where a line ends on the host, in few words. */
export function placeOf(type: string | null, source: CharacterSource): string {
  const { host, service, path, channel, master } = source;
  const place = type === 'tcp' || type === 'udp' ? [host, service].filter(Boolean).join(':') : path;
  const word = SHORT[type ?? ''] ?? type ?? '';
  return [word, type === 'pty' ? null : (place ?? channel ?? master)].filter(Boolean).join(' ');
}

const SHORT: Readonly<Record<string, string>> = {
  pty: 'terminal',
  unix: 'socket',
  tcp: 'TCP',
  udp: 'UDP',
  file: 'file',
  dev: 'device',
  pipe: 'pipe',
  null: 'not connected',
  spicevmc: 'SPICE client',
  spiceport: 'SPICE port',
  'qemu-vdagent': 'QEMU’s agent',
  dbus: 'D-Bus',
  nmdm: 'null modem',
};
