import { isActive } from '../../../contract/index.ts';
import { NetworkPort } from '../../../model/index.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { askDefinition, readDefinitions } from './definitions.ts';

/** The names of machines that have a port on an active network. */
export async function networkUsers(host: Hypervisor, network: string): Promise<string[]> {
  const doing = `Reading who is on the network ${network} of ${host.connection.name}`;
  const ports = await host.connection.call('networkPorts', { network }, doing);
  const owners = (ports ?? []).map((xml) => NetworkPort.parse(xml).ownerName ?? '');
  return [...new Set(owners.filter((name) => name !== ''))].sort();
}

/**
 * All running machines with a card on the network, also those that were put on its bridge past libvirt: each one's
 * definition is read.
 */
export async function machinesOn(
  host: Hypervisor,
  { name, bridge }: { readonly name: string; readonly bridge: string | null },
): Promise<string[]> {
  const doing = `Reading who is on the network ${name} of ${host.connection.name}`;
  const users = new Set(await networkUsers(host, name));
  const rows = host.inventory.rows().filter(isActive);
  const texts = await readDefinitions(host, rows, { which: 'running', doing });
  for (const row of rows) if (hasCardOn(texts.get(row.uuid) ?? '', name, bridge)) users.add(row.name);
  return [...users].sort();
}

function hasCardOn(xml: string, network: string, bridge: string | null): boolean {
  if (!xml.includes('<interface')) return false;
  return askDefinition(
    xml,
    ({ interfaces }) =>
      interfaces.all.some(
        ({ source }) => source.network === network || (bridge !== null && source.bridge === bridge),
      ),
    false,
  );
}
