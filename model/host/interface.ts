import { attr, decimal, define, flag, int, list, onOff, section, yesNo } from '../field/index.ts';

export class InterfaceAddress extends define({ address: attr('@address'), prefix: int('@prefix') }) {}
export class InterfaceRoute extends define({ gateway: attr('@gateway') }) {}

export class InterfaceProtocol extends define({
  family: attr('@family', ['ipv4', 'ipv6']),
  dhcp: flag('dhcp'),
  dhcpPeerDns: yesNo('dhcp/@peerdns'),
  autoconf: flag('autoconf'),
  ips: list('ip', () => InterfaceAddress),
  routes: list('route', () => InterfaceRoute),
}) {}

const basics = {
  type: attr('@type', ['ethernet', 'bridge', 'bond', 'vlan']),
  name: attr('@name'),
  mac: attr('mac/@address'),
  linkSpeed: int('link/@speed'),
  linkState: attr('link/@state'),
  vlanTag: int('vlan/@tag'),
  vlanInterface: attr('vlan/interface/@name'),
} as const;

/** A card that is part of a bond. */
export class BondMember extends define({ ...basics }) {}

/** Several cards used as one; times are in milliseconds. */
export class Bond extends define({
  mode: attr('@mode', [
    'balance-rr',
    'active-backup',
    'balance-xor',
    'broadcast',
    '802.3ad',
    'balance-tlb',
    'balance-alb',
  ]),
  monitorFrequency: int('miimon/@freq'),
  monitorDownDelay: int('miimon/@downdelay'),
  monitorUpDelay: int('miimon/@updelay'),
  monitorCarrier: attr('miimon/@carrier', ['ioctl', 'netif']),
  arpInterval: int('arpmon/@interval'),
  arpTarget: attr('arpmon/@target'),
  arpValidate: attr('arpmon/@validate', ['none', 'active', 'backup', 'all']),
  interfaces: list('interface', () => BondMember),
}) {}

/** An interface that is a port of a bridge. */
export class BridgePort extends define({ ...basics, bond: section('bond', () => Bond) }) {}

/** A network interface of the host, as `virsh iface-dumpxml` shows it. */
export class NodeInterface extends define(
  {
    ...basics,
    startMode: attr('start/@mode', ['onboot', 'none', 'hotplug']),
    mtu: int('mtu/@size'),
    protocols: list('protocol', () => InterfaceProtocol),
    bridgeStp: onOff('bridge/@stp'),
    bridgeDelay: decimal('bridge/@delay'),
    bridgePorts: list('bridge/interface', () => BridgePort),
    bond: section('bond', () => Bond),
  },
  'interface',
) {}
