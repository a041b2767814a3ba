import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { ApiError, apiError } from '../../contract/index.ts';
import { toApiError } from '../hypervisor/errors.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { isLocal, parseUri } from '../hypervisor/uri.ts';
import { AgentFailure, LibvirtFailure } from '../libvirt/agent/failures.ts';
import { type GraphicsPlace, graphicsPlace } from './list.ts';
import { hasTunnel, openThroughTunnel } from './tunnel.ts';

const CONNECT_MS = 10_000;

/** Why a display cannot be reached from this machine; null: it can. */
export function unreachable(host: Hypervisor, place: GraphicsPlace): string | null {
  const uri = parseUri(host.connection.uri);
  if (!uri || isLocal(uri) || hasTunnel(host)) return null;
  if (place.socket !== null || place.address === null || isLoopback(place.address)) {
    return `This display can only be reached on ${host.connection.name} itself.`;
  }
  return null;
}

/**
 * Opens the display with this index: through libvirt, which hands over a connection that needs no
 * password, or where that is not possible, at the address or socket that the definition names.
 * @throws ApiError
 */
export async function openDisplay(
  host: Hypervisor,
  uuid: string,
  index: number,
  doing: string,
): Promise<Duplex> {
  const passed = await passedDescriptor(host, uuid, index, doing);
  if (passed) return passed;
  const place = graphicsPlace(await host.xml(uuid, false), index);
  if (!place) throw apiError('not-found', `${doing} failed: the machine has no such display any more.`);
  if (hasTunnel(host)) {
    try {
      return await openThroughTunnel(host, place, doing);
    } catch (error) {
      if (!canGoDirectly(error, place)) throw error;
    }
  }
  const why = unreachable(host, place);
  if (why) throw apiError('unsupported', `${doing} failed: ${why}`);
  return connectTo(host, place, doing);
}

/**
 * A connection that libvirt hands over; null where it cannot. It is only asked on this machine: over any
 * other transport the daemon's answer breaks the whole connection.
 */
async function passedDescriptor(
  host: Hypervisor,
  uuid: string,
  index: number,
  doing: string,
): Promise<Duplex | null> {
  const uri = parseUri(host.connection.uri);
  if (uri && !isLocal(uri)) return null;
  try {
    return await host.connection.agent.openStream({ kind: 'graphics', uuid, index, skipAuth: true });
  } catch (error) {
    if (cannotPass(error)) return null;
    throw toApiError(error, { doing, uri: host.connection.uri });
  }
}

/**
 * Whether libvirt cannot hand over descriptors here: not over this transport, or not with this
 * driver. Any other failure would be met again at the address.
 */
function cannotPass(error: unknown): boolean {
  if (error instanceof AgentFailure) return false;
  if (!(error instanceof LibvirtFailure)) return false;
  return UNSUPPORTED.has(error.code) || /file descriptors? is not supported/i.test(error.message);
}

/** VIR_ERR_NO_SUPPORT, CONFIG_UNSUPPORTED, ARGUMENT_UNSUPPORTED, OPERATION_UNSUPPORTED. */
const UNSUPPORTED = new Set([3, 67, 74, 84]);

async function connectTo(host: Hypervisor, place: GraphicsPlace, doing: string): Promise<Socket> {
  const target = targetOf(host, place);
  if (!target) throw apiError('unavailable', `${doing} failed: the display does not listen anywhere.`);
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
      resolve(socket);
    });
  });
}

function targetOf(
  host: Hypervisor,
  place: GraphicsPlace,
): { path: string } | { host: string; port: number } | null {
  const uri = parseUri(host.connection.uri);
  const remote = uri && !isLocal(uri) ? uri.host : null;
  if (place.socket !== null) return remote === null ? { path: place.socket } : null;
  if (place.port === null) return null;
  if (place.address === null || isAny(place.address))
    return { host: remote ?? '127.0.0.1', port: place.port };
  return { host: place.address, port: place.port };
}

/** Where the ssh server allows no tunnels, a display that listens to all can still be reached. */
function canGoDirectly(error: unknown, { socket, address }: GraphicsPlace): boolean {
  if (!(error instanceof ApiError) || error.kind !== 'denied') return false;
  return socket === null && address !== null && !isLoopback(address);
}

function isAny(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '';
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}
