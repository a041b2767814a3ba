import type { Duplex } from 'node:stream';
import { ApiError, apiError } from '../../contract/index.ts';
import { transportOf } from '../../model/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { placeOf } from '../hypervisor/uri.ts';
import type { TunnelTarget } from '../remote/sshSession.ts';
import type { GraphicsPlace } from './list.ts';

/** Whether displays of this host can come through ssh. */
export function hasTunnel(host: Hypervisor): boolean {
  const place = placeOf(host.connection);
  return place !== null && place.host !== '' && (transportOf(place)?.ssh ?? false);
}

/**
 * Opens a display through the host's ssh session, where nobody on the way can look at it.
 * @throws ApiError; `denied` where the host's ssh server allows no tunnels
 */
export async function openThroughTunnel(
  host: Hypervisor,
  place: GraphicsPlace,
  doing: string,
  greets: boolean,
): Promise<Duplex> {
  const target = tunnelTarget(place);
  if (!target) throw apiError('unavailable', `${doing} failed: the display does not listen anywhere.`);
  try {
    const session = await host.connection.session();
    if (!session) throw apiError('unsupported', 'There is no ssh session to the host.');
    return await session.openTunnel(target, { greets });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError({ ...error.toData(), message: `${doing} failed: ${error.message}` });
  }
}

function tunnelTarget({ socket, port, address }: GraphicsPlace): TunnelTarget | null {
  if (socket !== null) return { path: socket };
  if (port === null) return null;
  if (address === null || address === '' || address === '0.0.0.0') return { host: '127.0.0.1', port };
  return { host: address === '::' ? '::1' : address, port };
}
