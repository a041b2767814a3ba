import type { HostNetworking } from '../../contract/index.ts';
import type { Hypervisor } from './hypervisor.ts';
import { shownDefinitions } from './uses/definitions.ts';

/** As libvirt writes it. Documents of whole hosts are not parsed for it. */
const MAC = /<mac address='((?:[0-9a-f]{2}:){5}[0-9a-f]{2})'/gi;

/** The network filters of a host, and the MAC addresses of its machines as they are defined. */
export async function hostNetworking(host: Hypervisor): Promise<HostNetworking> {
  const doing = `Reading the network filters of ${host.connection.name}`;
  const filters = await host.connection.call('networkFilterNames', {}, doing);
  const machines = await shownDefinitions(
    host,
    `Reading the network cards of the machines of ${host.connection.name}`,
  );
  const macs = machines.flatMap(({ row: { uuid, name }, xml }) =>
    macsIn(xml).map((mac) => ({ mac, uuid, machine: name })),
  );
  return { filters, macs };
}

/** The MAC addresses in a definition, in lower case. */
function macsIn(xml: string): string[] {
  return [...xml.matchAll(MAC)].map((found) => (found[1] ?? '').toLowerCase());
}
