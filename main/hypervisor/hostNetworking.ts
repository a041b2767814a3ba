import { type HostNetworking, isActive } from '../../contract/index.ts';
import type { Hypervisor } from './hypervisor.ts';

/** Machines whose definitions are read to see which addresses are taken; on larger hosts only those that run. */
const MOST_READ = 300;
const INACTIVE = 2;
/** As libvirt writes it. Documents of whole hosts are not parsed for it. */
const MAC = /<mac address='((?:[0-9a-f]{2}:){5}[0-9a-f]{2})'/gi;

/** The network filters of a host, and the MAC addresses of its machines as they are defined. */
export async function hostNetworking(host: Hypervisor): Promise<HostNetworking> {
  const doing = `Reading the network filters of ${host.connection.name}`;
  const filters = await host.connection.call('networkFilterNames', {}, doing);
  const all = host.inventory.rows();
  const rows = all.length > MOST_READ ? all.filter(isActive) : all;
  const texts = await host.connection.call(
    'domainXMLs',
    { uuids: rows.map((row) => row.uuid), flags: INACTIVE },
    `Reading the network cards of the machines of ${host.connection.name}`,
  );
  const macs = rows.flatMap(({ uuid, name }, index) =>
    macsIn(texts[index] ?? '').map((mac) => ({ mac, uuid, machine: name })),
  );
  return { filters, macs };
}

/** The MAC addresses in a definition, in lower case. */
export function macsIn(xml: string): string[] {
  return [...xml.matchAll(MAC)].map((found) => (found[1] ?? '').toLowerCase());
}
