import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { apiError } from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { isLocal, placeOf } from '../hypervisor/uri.ts';
import type { GraphicsPlace } from './list.ts';

const CONNECT_MS = 10_000;

/**
 * Connects to where a display listens, from this machine.
 * @throws ApiError `unavailable`
 */
export function connectTo(
  host: Hypervisor,
  place: GraphicsPlace,
  doing: string,
): Promise<{ stream: Duplex; secureWay: boolean }> {
  const target = targetOf(host, place);
  if (!target)
    return Promise.reject(apiError('unavailable', `${doing} failed: the display does not listen anywhere.`));
  const where = 'path' in target ? target.path : `${target.host} port ${target.port}`;
  return new Promise((resolve, reject) => {
    const socket = connect(target);
    const fail = (why: string) => {
      socket.destroy();
      reject(
        apiError(
          'unavailable',
          `${doing} failed: ${where} ${why}.`,
          'Check the display’s listen address and firewalls.',
        ),
      );
    };
    socket.setTimeout(CONNECT_MS, () => fail('does not answer'));
    socket.once('error', (error) => fail(`cannot be reached (${error.message})`));
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners('error');
      socket.setNoDelay(true);
      socket.setKeepAlive(true, 15_000);
      resolve({ stream: socket, secureWay: 'path' in target || isLoopback(target.host) });
    });
  });
}

export function targetOf(
  host: Hypervisor,
  place: GraphicsPlace,
): { path: string } | { host: string; port: number } | null {
  const way = placeOf(host.connection);
  if (!way) return null;
  const remote = isLocal(way) ? null : way.host;
  if (place.socket !== null) return remote === null ? { path: place.socket } : null;
  if (place.port === null) return null;
  if (place.address === null || isAny(place.address))
    return { host: remote ?? '127.0.0.1', port: place.port };
  return { host: place.address, port: place.port };
}

function isAny(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '';
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}
