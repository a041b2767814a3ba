import { apiError, isActive } from '../../contract/index.ts';
import { addGraphics, Domain } from '../../model/index.ts';
import { type Hypervisor, XML } from '../hypervisor/hypervisor.ts';
import type { DefinitionHistory } from '../settings/history.ts';

/** Why no display can be added to a machine; null: one can. */
export function addVncRefusal(host: Hypervisor, uuid: string): string | null {
  if (host.connection.readOnly) return 'This connection is read-only.';
  if (host.row(uuid).persistent) return null;
  return 'The machine is transient: there is no saved definition from which it could start with another display.';
}

/**
 * Adds a VNC display to the saved definition, which is kept in the history first. No hypervisor can add one to a
 * machine that runs: then it is there from the next start on (`restart`).
 * @throws ApiError
 */
export async function addVnc(
  host: Hypervisor,
  history: DefinitionHistory,
  uuid: string,
): Promise<{ restart: boolean }> {
  const row = host.row(uuid);
  const { connection } = host;
  const doing = connection.doing('Adding a VNC display to', row);
  const refusal = addVncRefusal(host, uuid);
  if (refusal !== null) throw apiError('unsupported', `${doing} is not possible. ${refusal}`);
  // With its secrets, or the new definition would be without them; the history does not need them.
  const [current, kept] = await Promise.all(
    [XML.inactive | XML.secure, XML.inactive].map((flags) =>
      connection.call('domainXML', { uuid, flags }, doing),
    ),
  );
  if (current === undefined || kept === undefined) throw apiError('not-found', `${doing} failed.`);
  const domain = Domain.parse(current);
  const has = [...domain.graphics].some((one) => one.type === 'vnc');
  if (!has) {
    addGraphics(domain, 'vnc');
    const entry = { time: Date.now(), cause: 'VNC display added', uri: connection.uri, uuid, name: row.name };
    await history.keep({ ...entry, xml: kept });
    await connection.call('defineDomain', { xml: domain.toXml() }, doing);
    host.outdated(uuid);
  }
  return { restart: isActive(host.row(uuid)) };
}
