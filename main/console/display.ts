import type { Duplex } from 'node:stream';
import { ApiError, apiError, type ErrorKind } from '../../contract/index.ts';
import { toApiError } from '../hypervisor/errors.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { isLocal, placeOf } from '../hypervisor/uri.ts';
import { AgentFailure, LibvirtFailure } from '../libvirt/agent/failures.ts';
import { virErrorNumber as Code } from '../libvirt/generated/enums-error.ts';
import { connectTo, isLoopback } from './direct.ts';
import type { DisplayPassword } from './displayPassword.ts';
import { type GraphicsPlace, graphicsPlace } from './list.ts';
import { hasTunnel, openThroughTunnel } from './tunnel.ts';
import { VncFailure, type VncFailureKind } from './vnc/failure.ts';
import { type Entered, enterVnc } from './vnc/handshake.ts';
import type { TlsTrust } from './vnc/tls.ts';
import { displayTrust } from './vnc/trust.ts';
import { overWebSocket } from './websocket.ts';

/** How often a password is asked for before it fails. */
const TRIES = 4;
const WEBSOCKET_MS = 10_000;

/** Why a display cannot be reached from this machine; null: it can. */
export function unreachable(host: Hypervisor, place: GraphicsPlace): string | null {
  const way = placeOf(host.connection);
  if (!way || isLocal(way)) return null;
  if (place.silent) {
    return 'It listens nowhere, and only on the host itself can libvirt hand over a connection to it. Give it an address in Hardware; it takes effect at the next start.';
  }
  if (hasTunnel(host)) return null;
  if (place.socket !== null || place.address === null || isLoopback(place.address)) {
    const where =
      place.socket === null ? 'on the host’s own loopback address' : 'on a UNIX socket of the host';
    const name = way.host === '' ? 'HOST' : way.host;
    return `It listens only ${where}, and this connection does not go over ssh. Connect to ${host.connection.name} with ${way.driver}+ssh://${name}${way.path}, or let the display listen on an address that this machine can reach (Hardware, from the next start on).`;
  }
  return null;
}

/** A stream to a display that has not been spoken to yet. */
interface Reached {
  readonly stream: Duplex;
  /** Nobody can listen or answer instead of the server. */
  readonly secureWay: boolean;
}

/**
 * Opens the display with this index and signs in: through libvirt, which hands over a connection that needs no
 * password, or where that is not possible, at the address or socket that the definition names. What is given back goes
 * on with RFB's ClientInit.
 * @throws ApiError
 */
export async function openDisplay(
  host: Hypervisor,
  uuid: string,
  index: number,
  password: DisplayPassword,
  doing: string,
): Promise<Entered> {
  for (let tries = 1; ; tries++) {
    const { stream, secureWay } = await reach(host, uuid, index, doing);
    try {
      const entered = await enterVnc(stream, {
        credentials: password.get,
        secureWay,
        trust: () => trustOf(host),
      });
      // A keyring that takes its time, or fails, holds nothing up.
      password.accepted().catch(() => {});
      return entered;
    } catch (error) {
      const again = error instanceof VncFailure && error.kind === 'refused' && password.refused();
      if (!again || tries >= TRIES) throw displayError(error, doing);
    }
  }
}

async function trustOf(host: Hypervisor): Promise<TlsTrust> {
  const place = placeOf(host.connection);
  if (place) return displayTrust(place);
  throw new VncFailure('certificate', 'cannot be checked: the address of its host is not known');
}

const KINDS: Readonly<Record<VncFailureKind, ErrorKind>> = {
  refused: 'authentication',
  cancelled: 'authentication',
  certificate: 'authentication',
  closed: 'unavailable',
  silent: 'unavailable',
  garbage: 'invalid',
  unsupported: 'unsupported',
};

function displayError(error: unknown, doing: string): unknown {
  if (!(error instanceof VncFailure)) return error;
  const hint =
    error.hint ?? (error.kind === 'refused' ? 'Try again, and type the password of the display.' : undefined);
  return apiError(KINDS[error.kind], `${doing} failed: the VNC server ${error.message}.`, hint);
}

async function reach(host: Hypervisor, uuid: string, index: number, doing: string): Promise<Reached> {
  const passed = await passedDescriptor(host, uuid, index, doing);
  if (passed) return { stream: passed, secureWay: true };
  const place = graphicsPlace(await host.xml(uuid, false), index);
  if (!place) throw apiError('not-found', `${doing} failed: the machine has no such display any more.`);
  try {
    return await reachPlace(host, place, doing);
  } catch (error) {
    if (place.websocket === null || !(error instanceof ApiError) || error.kind !== 'unavailable') throw error;
    // The port for browsers may be open where the other one is not.
    const { stream, secureWay } = await reachPlace(
      host,
      { ...place, port: place.websocket },
      doing,
      false,
    ).catch(() => Promise.reject(error));
    return {
      stream: await overWebSocket(stream, WEBSOCKET_MS).catch(() => Promise.reject(error)),
      secureWay,
    };
  }
}

/** @param greets whether the server speaks first */
async function reachPlace(
  host: Hypervisor,
  place: GraphicsPlace,
  doing: string,
  greets = true,
): Promise<Reached> {
  if (hasTunnel(host)) {
    try {
      return { stream: await openThroughTunnel(host, place, doing, greets), secureWay: true };
    } catch (error) {
      if (!canGoDirectly(error, place)) throw error;
    }
  }
  const why = unreachable(host, place);
  if (why) throw apiError('unsupported', `${doing} is not possible. ${why}`);
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
  const way = placeOf(host.connection);
  if (!way || !isLocal(way)) return null;
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

const UNSUPPORTED = new Set<number>([
  Code.VIR_ERR_NO_SUPPORT,
  Code.VIR_ERR_CONFIG_UNSUPPORTED,
  Code.VIR_ERR_ARGUMENT_UNSUPPORTED,
  Code.VIR_ERR_OPERATION_UNSUPPORTED,
]);

/** Where the ssh server allows no tunnels, a display that listens to all can still be reached. */
function canGoDirectly(error: unknown, { socket, address }: GraphicsPlace): boolean {
  if (!(error instanceof ApiError) || error.kind !== 'denied') return false;
  return socket === null && address !== null && !isLoopback(address);
}
