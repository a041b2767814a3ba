import {
  addInterface,
  type Domain,
  type InterfaceOptions,
  type NetworkInterface,
} from '../../model/index.ts';
import { type DeviceCase, describeDevices } from './editingDevices/deviceCases.ts';

const MAC = '52:54:00:aa:bb:01';

function dropLast(domain: Domain): void {
  const last = domain.interfaces.all.at(-1);
  if (last) domain.removeDevice(last);
}

function card(
  what: string,
  options: InterfaceOptions,
  source: object,
  change?: (device: NetworkInterface) => void,
): DeviceCase {
  return {
    what: `network card: ${what}`,
    add: (domain) => {
      const device = addInterface(domain, { mac: MAC, ...options });
      Object.assign(device.source, source);
    },
    ...(change && {
      change: (domain: Domain) => {
        const device = domain.interfaces.at(-1);
        if (device) change(device);
      },
    }),
    remove: dropLast,
  };
}

const network = { type: 'network', source: 'default' };

const cards: DeviceCase[] = [
  card('virtual network', network, {}, (device) => {
    Object.assign(device, { model: 'e1000e', mtu: 1400, link: 'down', isolated: true, bootOrder: null });
  }),
  card('bandwidth', network, {}, (device) => {
    Object.assign(device.bandwidth.inbound, { average: 1000, peak: 2000, burst: 512 });
    Object.assign(device.bandwidth.outbound, { average: 128 });
  }),
  card('filter', network, {}, (device) => {
    device.filter = 'clean-traffic';
    device.filterParameters.add({ name: 'IP', value: '192.168.122.9' });
    device.filterParameters.add({ name: 'CTRL_IP_LEARNING', value: 'none' });
  }),
  card('driver', network, {}, (device) => {
    Object.assign(device, {
      driver: 'vhost',
      queues: 4,
      rxQueueSize: 512,
      txQueueSize: 512,
      ioeventfd: true,
    });
    Object.assign(device, { hostCsum: false, guestTso4: false, packed: true, coalesceRxFrames: 7 });
  }),
  card('ROM and name', network, {}, (device) => {
    Object.assign(device, {
      romBar: false,
      target: 'tap-web',
      sendBuffer: 65_536,
      trustGuestRxFilters: true,
    });
  }),
  card('bridge', { type: 'bridge', source: 'br0' }, {}, (device) => {
    device.virtualPort.type = 'openvswitch';
    device.virtualPort.interfaceId = '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f';
    device.vlan.tags.add({ id: 42 });
  }),
  card(
    'VLANs',
    { type: 'bridge', source: 'br0', more: { virtualPort: { type: 'openvswitch' } } },
    {},
    (device) => {
      device.vlan.trunk = true;
      device.vlan.tags.add({ id: 42 });
      device.vlan.tags.add({ id: 43, nativeMode: 'untagged' });
    },
  ),
  card('macvtap', { type: 'direct', source: 'eth0' }, {}, (device) => {
    device.source.mode = 'vepa';
    device.virtualPort.type = '802.1Qbg';
    Object.assign(device.virtualPort, { managerId: '11', typeId: '1193047', typeIdVersion: '2' });
    device.virtualPort.instanceId = '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f';
  }),
  card('user mode', { type: 'user' }, {}, (device) => {
    device.ips.add({ address: '10.0.2.0', family: 'ipv4', prefix: 24 });
  }),
  card('tap device', { type: 'ethernet' }, {}, (device) => {
    Object.assign(device, { target: 'mytap1', script: '/etc/qemu-ifup' });
  }),
  card('nothing', { type: 'null' }, {}),
  card('multicast', { type: 'mcast' }, { address: '230.0.0.1', port: 5558 }, (device) => {
    device.source.port = 5559;
  }),
  card('TCP server', { type: 'server' }, { address: '192.168.0.1', port: 5558 }, (device) => {
    device.type = 'client';
  }),
  card(
    'UDP',
    { type: 'udp' },
    { address: '127.0.0.1', port: 11_115, localAddress: '127.0.0.1', localPort: 11_116 },
    (device) => {
      device.source.localPort = 11_117;
    },
  ),
  card(
    'vhost-user',
    { type: 'vhostuser' },
    { type: 'unix', path: '/tmp/vhost1.sock', mode: 'client' },
    (device) => {
      Object.assign(device.source, { reconnect: true, reconnectTimeout: 10 });
    },
  ),
  card('vDPA', { type: 'vdpa' }, { dev: '/dev/vhost-vdpa-0' }, (device) => {
    device.source.dev = '/dev/vhost-vdpa-1';
  }),
  {
    what: 'network card: virtual function',
    add: (domain) => {
      const device = domain.addDevice('interface', { type: 'hostdev', managed: true, mac: MAC });
      const { hostAddress } = device.source;
      Object.assign(hostAddress, { type: 'pci' });
      for (const [name, value] of Object.entries({ domain: '0x0000', bus: '0x03', slot: '0x10' })) {
        hostAddress.set(`@${name}`, value);
      }
      hostAddress.set('@function', '0x1');
    },
    change: (domain) => void Object.assign(domain.interfaces.at(-1) ?? {}, { teaming: null, managed: false }),
    remove: dropLast,
  },
  {
    what: 'network card: pair',
    add: (domain) => {
      const device = addInterface(domain, { ...network, mac: MAC });
      Object.assign(device, { teaming: 'persistent', alias: 'ua-backup0' });
    },
    remove: dropLast,
  },
];

describeDevices('editing network cards', {
  guest: 'cards',
  saved: cards,
  runningWish: { networks: ['default'] },
  running: [
    {
      what: 'cable of a card',
      add: (domain) => void Object.assign(domain.interfaces.at(0) ?? {}, { link: 'down' }),
      remove: (domain) => void Object.assign(domain.interfaces.at(0) ?? {}, { link: null }),
    },
    {
      what: 'another card',
      add: (domain) => void addInterface(domain, { ...network, mac: MAC }),
      remove: (domain) => {
        const device = domain.interfaces.find(({ mac }) => mac === MAC);
        if (device) domain.removeDevice(device);
      },
    },
    {
      what: 'model of a card',
      add: (domain) => void Object.assign(domain.interfaces.at(0) ?? {}, { model: 'e1000' }),
      live: { add: ['next-boot'] },
    },
  ],
});
