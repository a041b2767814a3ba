import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { virNetworkXMLFlags as Xml } from '../../libvirt/generated/enums-network.ts';

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
  const flags = found?.persistent ? Xml.VIR_NETWORK_XML_INACTIVE : 0;
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
