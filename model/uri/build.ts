import type { UriHypervisor } from './hypervisors.ts';
import { parameterFor, uriParameters } from './parameters.ts';
import type { UriParts } from './parts.ts';
import { transportOf } from './transports.ts';

/** The URI to begin a form with. */
export const LOCAL_QEMU: UriParts = {
  driver: 'qemu',
  transport: null,
  user: null,
  host: '',
  port: null,
  path: '/system',
  parameters: [],
};

/** The parts after another hypervisor was chosen: what means nothing with it goes, the host stays where it can. */
export function withHypervisor(parts: UriParts, chosen: UriHypervisor): UriParts {
  const keepsPlace = chosen.reach !== 'inside';
  const next: UriParts = {
    ...parts,
    driver: chosen.driver,
    path: chosen.path,
    transport: chosen.reach === 'daemon' ? parts.transport : null,
    host: keepsPlace ? parts.host : '',
    user: keepsPlace ? parts.user : null,
    port: chosen.reach === 'daemon' ? parts.port : null,
  };
  return withoutStrangers(next);
}

/** The parts after another transport was chosen: port, host, user and parameters that it does not use go. */
export function withTransport(parts: UriParts, transport: string | null): UriParts {
  const known = transportOf({ transport, host: transport === null ? '' : parts.host });
  const local = known?.host === 'none';
  const next: UriParts = {
    ...parts,
    transport,
    host: local ? '' : parts.host,
    user: known && !known.usesUser ? null : parts.user,
    // The port of one transport is not the other's.
    port: parts.transport === transport ? parts.port : null,
  };
  return withoutStrangers(next);
}

/** Without the parameters that mean nothing any more; those that nobody knows stay. */
function withoutStrangers(parts: UriParts): UriParts {
  const parameters = parts.parameters.filter(
    ({ name }) => parameterFor(parts, name) !== undefined || !uriParameters.some((one) => one.name === name),
  );
  return { ...parts, parameters };
}
