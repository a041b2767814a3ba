import type { Domain, NetworkInterface } from '../../../../../../model/index.ts';
import { type Option, optionsFrom } from '../../../fields/index.ts';

const CONNECTION_WORDS: Readonly<Record<string, string>> = {
  network: 'Virtual network',
  bridge: 'Bridge of the host',
  direct: 'macvtap on a card of the host',
  user: 'User mode',
  ethernet: 'Prepared tap device',
  hostdev: 'A card’s virtual function',
  vdpa: 'vDPA',
  vhostuser: 'vhost-user',
  mcast: 'Multicast group',
  server: 'TCP server',
  client: 'TCP client',
  udp: 'UDP tunnel',
  null: 'Nothing',
  internal: 'Internal',
  vds: 'vSphere switch',
};

const OF_QEMU = [
  'network',
  'bridge',
  'direct',
  'user',
  'ethernet',
  'hostdev',
  'vdpa',
  'vhostuser',
  'mcast',
  'server',
  'client',
  'udp',
  'null',
];
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  lxc: ['network', 'bridge', 'direct', 'ethernet', 'hostdev'],
  xen: ['network', 'bridge', 'ethernet', 'hostdev'],
  bhyve: ['network', 'bridge'],
};
/** Cards that are connected to nothing came with libvirt 8.7. */
const NULL_SINCE = 8007;

/** What a card can be connected to, with reasons against some. */
export function connectionOptions({ type }: Domain, libvirt: number | null): Option[] {
  const offered = OFFERED[type ?? ''] ?? OF_QEMU;
  const known = optionsFrom(OF_QEMU, offered, CONNECTION_WORDS, 'not with this hypervisor');
  return known.map((option) =>
    option.value === 'null' && libvirt !== null && libvirt < NULL_SINCE
      ? { ...option, reason: 'needs libvirt 8.7' }
      : option,
  );
}

/** What a card is connected to, in few words. */
export function connectionOf({ type, source, backend }: NetworkInterface): string {
  const address = source.address === null ? null : [source.address, source.port].filter(Boolean).join(':');
  const name = source.network ?? source.bridge ?? source.dev ?? source.path ?? address;
  const word = CONNECTION_WORDS[type ?? ''] ?? type ?? '';
  return [word, type === 'user' && backend === 'passt' ? 'with passt' : name].filter(Boolean).join(' ');
}

/** Takes out what the old connection was made with, and gives the new one what it cannot be without. */
export function changeConnection(device: NetworkInterface, type: string | null): void {
  device.source.clear();
  device.portForwards.clear();
  device.virtualPort.clear();
  Object.assign(device, {
    backend: null,
    backendLogFile: null,
    managed: null,
    script: null,
    downScript: null,
    target: null,
    targetManaged: null,
  });
  const { source } = device;
  if (type === 'direct') source.mode = 'bridge';
  if (type === 'vhostuser') Object.assign(source, { type: 'unix', mode: 'client' });
  if (type === 'hostdev') device.managed = true;
  if (type === 'server') Object.assign(source, { address: '127.0.0.1', port: 5558 });
  if (type === 'client') Object.assign(source, { address: '127.0.0.1', port: 5558 });
  if (type === 'mcast') Object.assign(source, { address: '230.0.0.1', port: 5558 });
  if (type === 'udp') {
    Object.assign(source, { address: '127.0.0.1', port: 5558, localAddress: '127.0.0.1', localPort: 5559 });
  }
}

/** What has to be chosen before the card can be made; null: nothing. */
export function missingConnection({ type, source }: NetworkInterface): string | null {
  if (type === 'network' && !source.network) return 'No network is chosen.';
  if (type === 'bridge' && !source.bridge) return 'No bridge is chosen.';
  if (type === 'direct' && !source.dev) return 'No card of the host is chosen.';
  if (type === 'vdpa' && !source.dev) return 'The vDPA device is not set.';
  if (type === 'vhostuser' && !source.path) return 'The socket is not set.';
  if (type === 'hostdev' && !source.hostAddress.exists) return 'No function of a card is chosen.';
  const needsAddress = ['server', 'client', 'mcast', 'udp'].includes(type ?? '');
  return needsAddress && (!source.address || source.port === null) ? 'Address and port are not set.' : null;
}

/** What is wrong with the MAC address of a card; null: nothing. */
export function macProblem(text: string, others: readonly string[]): string | null {
  if (!/^(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$/.test(text)) {
    return 'Six pairs of hex digits: 52:54:00:12:34:56.';
  }
  if (Number.parseInt(text.slice(0, 2), 16) & 1) return 'This is an address of a group, not of a card.';
  const taken = others.some((other) => other.toLowerCase() === text.toLowerCase());
  return taken ? 'Another card of this machine has this address.' : null;
}

/** `0000:03:10.1` as numbers; null: it is none. */
export function pciAddress(
  text: string,
): { domain: number; bus: number; slot: number; function: number } | null {
  const parts = /^(?:([0-9a-f]{4}):)?([0-9a-f]{2}):([0-1][0-9a-f])\.([0-7])$/i.exec(text.trim());
  if (!parts) return null;
  const [, domain = '0', bus = '', slot = '', fn = ''] = parts;
  return {
    domain: Number.parseInt(domain, 16),
    bus: Number.parseInt(bus, 16),
    slot: Number.parseInt(slot, 16),
    function: Number.parseInt(fn, 16),
  };
}
