import { attr, define, int, list, onOff, section, yesNo } from '../field/index.ts';
import { Address, bootable, device, GuestIp, GuestRoute, rom, teaming, virtioDriver } from './common.ts';
import { reconnect } from './disk-source.ts';

export const INTERFACE_TYPE = [
  'network',
  'bridge',
  'direct',
  'user',
  'ethernet',
  'hostdev',
  'vhostuser',
  'vdpa',
  'internal',
  'mcast',
  'server',
  'client',
  'udp',
  'null',
  'vds',
] as const;

export const INTERFACE_MODEL = [
  'virtio',
  'virtio-transitional',
  'virtio-non-transitional',
  'e1000e',
  'e1000',
  'igb',
  'rtl8139',
  'vmxnet3',
  'ne2k_pci',
  'pcnet',
  'spapr-vlan',
  'usb-net',
] as const;

/** One direction of a bandwidth limit: KiB per second, and KiB for the burst. */
export class BandwidthLimit extends define({
  average: int('@average'),
  peak: int('@peak'),
  burst: int('@burst'),
  floor: int('@floor'),
}) {}

/** Bandwidth limits; inbound is towards the guest. */
export class Bandwidth extends define({
  classId: int('@classID'),
  inbound: section('inbound', () => BandwidthLimit),
  outbound: section('outbound', () => BandwidthLimit),
}) {}

export class VlanTag extends define({
  id: int('@id'),
  nativeMode: attr('@nativeMode', ['tagged', 'untagged']),
}) {}

export class Vlan extends define({ trunk: yesNo('@trunk'), tags: list('tag', () => VlanTag) }) {}

/** How a virtual switch knows the port (802.1Qbg, 802.1Qbh, Open vSwitch, MidoNet). */
export class VirtualPort extends define({
  type: attr('@type', ['openvswitch', '802.1Qbg', '802.1Qbh', 'midonet']),
  managerId: attr('parameters/@managerid'),
  typeId: attr('parameters/@typeid'),
  typeIdVersion: attr('parameters/@typeidversion'),
  instanceId: attr('parameters/@instanceid'),
  profileId: attr('parameters/@profileid'),
  interfaceId: attr('parameters/@interfaceid'),
}) {}

export class FilterParameter extends define({ name: attr('@name'), value: attr('@value') }) {}

/** What the interface is connected to. */
export class InterfaceSource extends define({
  network: attr('@network'),
  portgroup: attr('@portgroup'),
  bridge: attr('@bridge'),
  dev: attr('@dev'),
  mode: attr('@mode', ['vepa', 'bridge', 'private', 'passthrough', 'client', 'server']),
  name: attr('@name'),
  path: attr('@path'),
  type: attr('@type', ['unix']),
  address: attr('@address'),
  port: int('@port'),
  localAddress: attr('local/@address'),
  localPort: int('local/@port'),
  portId: attr('@portid'),
  switchId: attr('@switchid'),
  portgroupId: attr('@portgroupid'),
  connectionId: attr('@connectionid'),
  missing: yesNo('@missing'),
  macTableManager: attr('@macTableManager', ['kernel', 'libvirt']),
  ...reconnect,
  ips: list('ip', () => GuestIp),
  routes: list('route', () => GuestRoute),
  vendor: attr('vendor/@id'),
  product: attr('product/@id'),
  hostAddress: section('address', () => Address),
}) {}

export class PortRange extends define({
  start: int('@start'),
  end: int('@end'),
  to: int('@to'),
  exclude: yesNo('@exclude'),
}) {}

/** Ports of the host that passt forwards to the guest. */
export class PortForward extends define({
  protocol: attr('@proto', ['tcp', 'udp']),
  address: attr('@address'),
  dev: attr('@dev'),
  ranges: list('range', () => PortRange),
}) {}

/** A network card. */
export class NetworkInterface extends define(
  {
    type: attr('@type', INTERFACE_TYPE),
    managed: yesNo('@managed'),
    trustGuestRxFilters: yesNo('@trustGuestRxFilters'),
    mac: attr('mac/@address'),
    macType: attr('mac/@type', ['generated', 'static']),
    macCheck: yesNo('mac/@check'),
    currentMac: attr('mac/@currentAddress'),
    source: section('source', () => InterfaceSource),
    model: attr('model/@type', INTERFACE_MODEL),
    link: attr('link/@state', ['up', 'down']),
    mtu: int('mtu/@size'),
    target: attr('target/@dev'),
    targetManaged: yesNo('target/@managed'),
    guestDev: attr('guest/@dev'),
    guestActual: attr('guest/@actual'),
    virtualPort: section('virtualport', () => VirtualPort),
    bandwidth: section('bandwidth', () => Bandwidth),
    vlan: section('vlan', () => Vlan),
    isolated: yesNo('port/@isolated'),
    filter: attr('filterref/@filter'),
    filterParameters: list('filterref/parameter', () => FilterParameter),
    ips: list('ip', () => GuestIp),
    routes: list('route', () => GuestRoute),
    portForwards: list('portForward', () => PortForward),
    script: attr('script/@path'),
    downScript: attr('downscript/@path'),
    backendDomain: attr('backenddomain/@name'),
    backend: attr('backend/@type', ['default', 'passt']),
    backendLogFile: attr('backend/@logFile'),
    backendHostname: attr('backend/@hostname'),
    backendFqdn: attr('backend/@fqdn'),
    tapPath: attr('backend/@tap'),
    vhostPath: attr('backend/@vhost'),
    driver: attr('driver/@name', ['vhost', 'qemu', 'vfio', 'kvm', 'xen']),
    txMode: attr('driver/@txmode', ['iothread', 'timer']),
    ioeventfd: onOff('driver/@ioeventfd'),
    eventIdx: onOff('driver/@event_idx'),
    queues: int('driver/@queues'),
    rxQueueSize: int('driver/@rx_queue_size'),
    txQueueSize: int('driver/@tx_queue_size'),
    rss: onOff('driver/@rss'),
    rssHashReport: onOff('driver/@rss_hash_report'),
    hostdevModel: attr('driver/@model'),
    ...virtioDriver,
    hostCsum: onOff('driver/host/@csum'),
    hostGso: onOff('driver/host/@gso'),
    hostTso4: onOff('driver/host/@tso4'),
    hostTso6: onOff('driver/host/@tso6'),
    hostEcn: onOff('driver/host/@ecn'),
    hostUfo: onOff('driver/host/@ufo'),
    hostMrgRxbuf: onOff('driver/host/@mrg_rxbuf'),
    guestCsum: onOff('driver/guest/@csum'),
    guestTso4: onOff('driver/guest/@tso4'),
    guestTso6: onOff('driver/guest/@tso6'),
    guestEcn: onOff('driver/guest/@ecn'),
    guestUfo: onOff('driver/guest/@ufo'),
    coalesceRxFrames: int('coalesce/rx/frames/@max'),
    sendBuffer: int('tune/sndbuf'),
    ...teaming,
    ...rom,
    ...bootable,
    ...device,
  },
  'interface',
) {}
