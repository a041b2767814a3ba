import { Address } from '../device/common.ts';
import { Bandwidth, VirtualPort, Vlan } from '../device/network-interface.ts';
import { Metadata } from '../domain/metadata.ts';
import { attr, define, int, list, onOff, section, text, texts, yesNo } from '../field/index.ts';

export const FORWARD_MODE = [
  'nat',
  'route',
  'open',
  'bridge',
  'private',
  'vepa',
  'passthrough',
  'hostdev',
] as const;

/** A network card of the host that the network uses. */
export class ForwardInterface extends define({ dev: attr('@dev'), connections: int('@connections') }) {}

/** A virtual function that the network hands out. */
export class ForwardAddress extends define({ ...Address.fields, connections: int('@connections') }) {}

export class AddressRange extends define({ start: attr('@start'), end: attr('@end') }) {}

/** How the network reaches the world outside the host; without it, it does not. */
export class Forward extends define({
  mode: attr('@mode', FORWARD_MODE),
  dev: attr('@dev'),
  managed: yesNo('@managed'),
  interfaces: list('interface', () => ForwardInterface),
  addresses: list('address', () => ForwardAddress),
  physicalFunction: attr('pf/@dev'),
  driver: attr('driver/@name', ['vfio', 'kvm']),
  driverModel: attr('driver/@model'),
  natIpv6: yesNo('nat/@ipv6'),
  natAddress: section('nat/address', () => AddressRange),
  natPortStart: int('nat/port/@start'),
  natPortEnd: int('nat/port/@end'),
}) {}

/** How long a lease lasts. */
const lease = {
  leaseExpiry: int('lease/@expiry'),
  leaseUnit: attr('lease/@unit', ['seconds', 'minutes', 'hours']),
} as const;

export class DhcpRange extends define({ start: attr('@start'), end: attr('@end'), ...lease }) {}

/** A guest that always gets the same address. */
export class DhcpHost extends define({
  mac: attr('@mac'),
  id: attr('@id'),
  name: attr('@name'),
  ip: attr('@ip'),
  ...lease,
}) {}

/** An address of the host in the network, and the DHCP server that goes with it. */
export class NetworkIp extends define({
  family: attr('@family', ['ipv4', 'ipv6']),
  address: attr('@address'),
  netmask: attr('@netmask'),
  prefix: int('@prefix'),
  localPtr: yesNo('@localPtr'),
  tftpRoot: attr('tftp/@root'),
  dhcpRanges: list('dhcp/range', () => DhcpRange),
  dhcpHosts: list('dhcp/host', () => DhcpHost),
  bootFile: attr('dhcp/bootp/@file'),
  bootServer: attr('dhcp/bootp/@server'),
}) {}

export class NetworkRoute extends define({
  family: attr('@family', ['ipv4', 'ipv6']),
  address: attr('@address'),
  netmask: attr('@netmask'),
  prefix: int('@prefix'),
  gateway: attr('@gateway'),
  metric: int('@metric'),
}) {}

export class DnsForwarder extends define({ addr: attr('@addr'), domain: attr('@domain') }) {}
export class DnsText extends define({ name: attr('@name'), value: attr('@value') }) {}
export class DnsHost extends define({ ip: attr('@ip'), hostnames: texts('hostname') }) {}

export class DnsService extends define({
  service: attr('@service'),
  protocol: attr('@protocol'),
  domain: attr('@domain'),
  target: attr('@target'),
  port: int('@port'),
  priority: int('@priority'),
  weight: int('@weight'),
}) {}

/** A set of settings that guests may choose by name. */
export class PortGroup extends define({
  name: attr('@name'),
  default: yesNo('@default'),
  trustGuestRxFilters: yesNo('@trustGuestRxFilters'),
  virtualPort: section('virtualport', () => VirtualPort),
  bandwidth: section('bandwidth', () => Bandwidth),
  vlan: section('vlan', () => Vlan),
}) {}

export class DnsmasqOption extends define({ value: attr('@value') }) {}

/** A virtual network (https://libvirt.org/formatnetwork.html). */
export class Network extends define(
  {
    connections: int('@connections'),
    ipv6: yesNo('@ipv6'),
    trustGuestRxFilters: yesNo('@trustGuestRxFilters'),
    name: text('name'),
    uuid: text('uuid'),
    title: text('title'),
    description: text('description'),
    metadata: section('metadata', () => Metadata),
    forward: section('forward', () => Forward),
    bridge: attr('bridge/@name'),
    bridgeStp: onOff('bridge/@stp'),
    /** Seconds. */
    bridgeDelay: int('bridge/@delay'),
    bridgeZone: attr('bridge/@zone'),
    macTableManager: attr('bridge/@macTableManager', ['kernel', 'libvirt']),
    mtu: int('mtu/@size'),
    mac: attr('mac/@address'),
    domain: attr('domain/@name'),
    domainLocalOnly: yesNo('domain/@localOnly'),
    domainRegister: yesNo('domain/@register'),
    dnsEnabled: yesNo('dns/@enable'),
    forwardPlainNames: yesNo('dns/@forwardPlainNames'),
    dnsForwarders: list('dns/forwarder', () => DnsForwarder),
    dnsTexts: list('dns/txt', () => DnsText),
    dnsServices: list('dns/srv', () => DnsService),
    dnsHosts: list('dns/host', () => DnsHost),
    virtualPort: section('virtualport', () => VirtualPort),
    bandwidth: section('bandwidth', () => Bandwidth),
    vlan: section('vlan', () => Vlan),
    isolated: yesNo('port/@isolated'),
    portGroups: list('portgroup', () => PortGroup),
    ips: list('ip', () => NetworkIp),
    routes: list('route', () => NetworkRoute),
    dnsmasqOptions: list('dnsmasq:options/dnsmasq:option', () => DnsmasqOption),
  },
  'network',
) {}

/** A connection of a guest to a network, as libvirt keeps it while it lasts. */
export class NetworkPort extends define(
  {
    uuid: text('uuid'),
    ownerName: text('owner/name'),
    ownerUuid: text('owner/uuid'),
    mac: attr('mac/@address'),
    group: text('group'),
    trustGuestRxFilters: yesNo('rxfilters/@trustGuest'),
    virtualPort: section('virtualport', () => VirtualPort),
    bandwidth: section('bandwidth', () => Bandwidth),
    vlan: section('vlan', () => Vlan),
    isolated: yesNo('port/@isolated'),
    plugType: attr('plug/@type', ['network', 'bridge', 'direct', 'hostdev-pci']),
    plugBridge: attr('plug/@bridge'),
    plugDev: attr('plug/@dev'),
    plugMode: attr('plug/@mode', ['vepa', 'bridge', 'private', 'passthrough']),
    plugManaged: yesNo('plug/@managed'),
    plugMacTableManager: attr('plug/@macTableManager', ['kernel', 'libvirt']),
    plugDriver: attr('plug/driver/@name', ['vfio', 'kvm']),
    plugDriverModel: attr('plug/driver/@model'),
    plugAddress: section('plug/address', () => Address),
  },
  'networkport',
) {}
