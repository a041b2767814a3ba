import { virConnectListAllInterfacesFlags as ListInterfaces } from '../generated/enums-interface.ts';
import { virConnectListAllNodeDeviceFlags as ListDevices } from '../generated/enums-nodedev.ts';
import { listNetworkDetails, type NetworkDetails } from './networks.ts';
import type { Session } from './session.ts';
import { listPoolDetails, type PoolDetails } from './storage.ts';
import { whereKnown } from './support/attempt.ts';

/** What of a host a new machine can be connected to; documents are libvirt's XML. */
export interface MachineOfferAnswer {
  readonly capabilities: string;
  readonly pools: PoolDetails[];
  readonly networks: NetworkDetails[];
  /** Interfaces that are up, as far as the host has a driver for them. */
  readonly interfaces: string[];
  /** Node devices: cards. */
  readonly cards: string[];
  /** Node devices: drives that may take CD-ROMs. */
  readonly drives: string[];
}

/** Hosts with more have so many for machines and containers that nobody chooses among them. */
const MOST = 64;
/** Cards that belong to machines and containers, by the names of their devices. */
const OTHERS_CARDS = /^net_(?:lo|vnet|tap|macvtap|veth|vif|docker|virbr)/;
/** With the udev driver the name of a disk's device says which it is: only drives of removable media are read. */
const FIXED_DISK = /^block_(?!sr|scd|cd)/;

/** Everything that the New machine wizard offers of a host, in one operation. */
export function machineOffer(session: Session): MachineOfferAnswer {
  const { connect } = session;
  const interfaces = whereKnown(
    () => connect.listAllInterfaces(ListInterfaces.VIR_CONNECT_LIST_INTERFACES_ACTIVE),
    [],
  );
  return {
    capabilities: connect.getCapabilities(),
    pools: listPoolDetails(session),
    networks: listNetworkDetails(session),
    interfaces: described(session, interfaces, () => true),
    cards: devices(
      session,
      ListDevices.VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET,
      (name) => !OTHERS_CARDS.test(name),
    ),
    drives: devices(
      session,
      ListDevices.VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE,
      (name) => !FIXED_DISK.test(name),
    ),
  };
}

function devices(session: Session, kind: number, wanted: (name: string) => boolean): string[] {
  return described(
    session,
    whereKnown(() => session.connect.listAllNodeDevices(kind), []),
    wanted,
  );
}

/** The XML of those that are wanted; one that has just gone is left out. */
function described<H extends Parameters<Session['own']>[0] & Described>(
  session: Session,
  handles: readonly H[],
  wanted: (name: string) => boolean,
): string[] {
  return handles
    .map((handle) => session.own(handle))
    .filter((handle) => wanted(whereKnown(() => handle.getName(), '')))
    .slice(0, MOST)
    .map((handle) => (session.cancelled() ? '' : whereKnown(() => handle.getXMLDesc(), '')))
    .filter((xml) => xml !== '');
}

interface Described {
  getName(): string;
  getXMLDesc(flags?: number): string;
}
