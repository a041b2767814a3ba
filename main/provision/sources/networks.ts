import { isActive } from '../../../contract/index.ts';
import { Domain, NetworkPort, XmlError } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';

/** A libvirt network with both its definitions. */
export interface FoundNetwork {
  readonly name: string;
  readonly uuid: string;
  readonly bridge: string | null;
  readonly persistent: boolean;
  /** Null: it is not active. */
  readonly live: string | null;
  /** What it starts with next; of one that is not persistent, what it has now. */
  readonly saved: string;
}

const INACTIVE = 1;
const BATCH = 20;

/**
 * The libvirt network of that name, or the one whose bridge it is; null: libvirt runs none there.
 * @throws ApiError `not-found` for a network that does not exist
 */
export async function findNetwork(
  host: Hypervisor,
  { kind, name }: { readonly kind: string; readonly name: string },
): Promise<FoundNetwork | null> {
  const doing = `Reading the network ${name} of ${host.connection.name}`;
  const all = await host.connection.call('listNetworkDetails', {}, doing);
  const found = all.find((one) => (kind === 'network' ? one.name === name : one.bridge === name));
  // Asked by name to fail with libvirt's words.
  if (!found && kind !== 'network') return null;
  const network = found?.name ?? name;
  const flags = found?.persistent ? INACTIVE : 0;
  const saved = await host.connection.call('networkXML', { network, flags }, doing);
  return {
    name: network,
    uuid: found?.uuid ?? '',
    bridge: found?.bridge ?? null,
    persistent: found?.persistent ?? false,
    live: found?.active ? found.xml : null,
    saved,
  };
}

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
export async function machinesOn(host: Hypervisor, { name, bridge }: FoundNetwork): Promise<string[]> {
  const doing = `Reading who is on the network ${name} of ${host.connection.name}`;
  const users = new Set(await networkUsers(host, name));
  const rows = host.inventory.rows().filter(isActive);
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH);
    const uuids = some.map((row) => row.uuid);
    const texts = await host.connection.call('domainXMLs', { uuids }, doing);
    for (const [index, row] of some.entries()) {
      if (hasCardOn(texts[index] ?? '', name, bridge)) users.add(row.name);
    }
  }
  return [...users].sort();
}

function hasCardOn(xml: string, network: string, bridge: string | null): boolean {
  if (!xml.includes('<interface')) return false;
  try {
    return Domain.parse(xml).interfaces.all.some(
      ({ source }) => source.network === network || (bridge !== null && source.bridge === bridge),
    );
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
