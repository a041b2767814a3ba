import { virConnectListAllNetworksFlags as List } from '../generated/enums-network.ts';
import type { Network } from '../typed/network.ts';
import type { Session } from './session.ts';
import { whereKnown, whereSupported } from './support/attempt.ts';

/** A virtual network. */
export interface NetworkFacts {
  readonly name: string;
  readonly uuid: string;
  readonly active: boolean;
  readonly persistent: boolean;
  readonly autostart: boolean;
}

/** A virtual network with its bridge and XML. */
export interface NetworkDetails extends NetworkFacts {
  readonly bridge: string | null;
  readonly xml: string;
}

/** Lists the networks in four calls; empty with drivers that have none. */
export function listNetworks(session: Session): NetworkFacts[] {
  const all = owned(session, 0);
  if (all.length === 0) return [];
  const names = (flag: number): Set<string> =>
    new Set(owned(session, flag).map((network) => network.getName()));
  const active = names(List.VIR_CONNECT_LIST_NETWORKS_ACTIVE);
  const persistent = names(List.VIR_CONNECT_LIST_NETWORKS_PERSISTENT);
  const autostart = names(List.VIR_CONNECT_LIST_NETWORKS_AUTOSTART);
  return all.map((network) => {
    const name = network.getName();
    return {
      name,
      uuid: network.getUUIDString(),
      active: active.has(name),
      persistent: persistent.has(name),
      autostart: autostart.has(name),
    };
  });
}

function owned(session: Session, flag: number): Network[] {
  const networks = whereSupported(() => session.connect.listAllNetworks(flag), []);
  return networks.map((network) => session.own(network));
}

/** Lists the networks with bridge and XML: two more calls for each. */
export function listNetworkDetails(session: Session): NetworkDetails[] {
  return listNetworks(session).map((facts) => details(session.network(facts.name), facts));
}

function details(network: Network, facts: NetworkFacts): NetworkDetails {
  return { ...facts, bridge: whereKnown(() => network.getBridgeName(), null), xml: network.getXMLDesc() };
}

/** The XML of a network. Flags: virNetworkXMLFlags (inactive 1). */
export function networkXML(
  session: Session,
  { network, flags = 0 }: { network: string; flags?: number },
): string {
  return session.network(network).getXMLDesc(flags);
}

/** Defines a network. Returns its name. */
export function defineNetwork(session: Session, { xml }: { xml: string }): string {
  return session.own(session.connect.networkDefineXML(xml)).getName();
}

/** Starts a network. */
export function startNetwork(session: Session, { network }: { network: string }): void {
  session.network(network).create();
}

/** Stops a network: guests on it lose their link. */
export function stopNetwork(session: Session, { network }: { network: string }): void {
  session.network(network).destroy();
}

/** The names of the network filters; empty with drivers that have none. */
export function networkFilterNames(session: Session): string[] {
  const filters = whereSupported(() => session.connect.listAllNWFilters(), []);
  return filters.map((filter) => session.own(filter).getName()).sort();
}
