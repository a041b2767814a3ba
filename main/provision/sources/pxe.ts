import type { PxeCheck } from '../../../contract/index.ts';
import { Network, type NetworkIp } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { networkUsers } from '../../hypervisor/uses/networkUse.ts';
import { lookAtHostPath } from './hostFiles.ts';
import { type FoundNetwork, findNetwork } from './networks.ts';

/** What a card of a machine is connected to. */
export interface PxeSource {
  readonly kind: 'network' | 'bridge' | 'direct' | 'user';
  readonly name: string;
}

/** For networks that libvirt does not run the DHCP server of. */
const NEEDED =
  'A PXE server on that network has to answer: a DHCP server that names a boot server and a boot file (next-server and filename, options 66 and 67), and a TFTP server that has the file. Your network’s administrator can tell.';
const LAN_MODES = new Set(['bridge', 'private', 'vepa', 'passthrough', 'hostdev']);

/** Finds out what a machine that starts from the network would find there. Nothing is sent to the network. */
export async function checkPxe(host: Hypervisor, source: PxeSource): Promise<PxeCheck> {
  if (source.kind === 'user') {
    return verdict(
      'silent',
      ['User-mode networking has a DHCP server of its own that knows no boot server.'],
      {
        advice: 'Choose a libvirt network or a bridge.',
      },
    );
  }
  const found = await findNetwork(host, source);
  if (found) return checkNetwork(host, found);
  const place = source.kind === 'bridge' ? `The bridge ${source.name}` : `The card ${source.name}`;
  return verdict('unknown', [`${place} leads to a network that libvirt does not run.`], { advice: NEEDED });
}

function verdict(word: PxeCheck['verdict'], findings: string[], more: Partial<PxeCheck> = {}): PxeCheck {
  const nothing = { advice: null, canSet: false, tftpRoot: null, bootFile: null, usedBy: [] };
  return { verdict: word, findings, ...nothing, ...more };
}

async function checkNetwork(host: Hypervisor, found: FoundNetwork): Promise<PxeCheck> {
  const saved = Network.parse(found.saved);
  // What an active network was started with is what answers.
  const network = found.live === null ? saved : Network.parse(found.live);
  const mode = network.forward.mode;
  if (mode !== null && LAN_MODES.has(mode)) {
    const words = `The network ${found.name} connects machines to a network that libvirt does not run (mode ${mode}).`;
    return verdict('unknown', [words], { advice: NEEDED });
  }
  const ip = servingIp(network);
  if (!ip) return withoutDhcp(found, network);
  const boot = await readBoot(host, network, ip);
  const pending = found.live === null ? null : pendingBoot(saved, ip);
  const canSet = found.persistent && !host.connection.readOnly;
  const users = canSet && found.live !== null ? await networkUsers(host, found.name) : [];
  const more = { canSet, tftpRoot: boot.tftpRoot, bootFile: boot.bootFile, usedBy: users };
  const findings = [...dhcpOf(ip), ...boot.findings];
  if (pending) findings.push(pending);
  if (boot.problem !== null) return verdict('silent', findings, { ...more, advice: boot.problem });
  if (found.live !== null) return verdict('answers', findings, more);
  const words = `The network ${found.name} is not active.`;
  return verdict('silent', [...findings, words], { ...more, advice: 'Start the network.' });
}

/** The address whose DHCP server can name a boot file: libvirt gives only IPv4 one. */
export function servingIp(network: Network): NetworkIp | undefined {
  return network.ips.find((ip) => ip.family !== 'ipv6' && ip.has('dhcp'));
}

function withoutDhcp(found: FoundNetwork, network: Network): PxeCheck {
  const v6 = network.ips.all.some((ip) => ip.has('dhcp'));
  const words = v6
    ? `The network ${found.name} has a DHCP server for IPv6 only, which libvirt cannot give a boot file.`
    : `The network ${found.name} has no DHCP server of libvirt’s.`;
  return verdict('unknown', [words], {
    advice: `Another machine on the network has to answer. ${NEEDED}`,
  });
}

function dhcpOf(ip: NetworkIp): string[] {
  const ranges = ip.dhcpRanges.map((range) => `${range.start ?? '?'} to ${range.end ?? '?'}`);
  const [first] = ranges;
  return [first === undefined ? 'DHCP: fixed addresses only' : `DHCP: ${ranges.join(', ')}`];
}

interface Boot {
  readonly tftpRoot: string | null;
  readonly bootFile: string | null;
  readonly findings: string[];
  /** Why nothing boots, and what to do; null: something does. */
  readonly problem: string | null;
}

async function readBoot(host: Hypervisor, network: Network, ip: NetworkIp): Promise<Boot> {
  const { tftpRoot, bootFile, bootServer } = ip;
  const found = { tftpRoot, bootFile };
  const findings = [
    ...(bootFile === null ? [] : [`Boot file: ${bootFile}`]),
    ...(bootServer === null ? [] : [`Boot server: ${bootServer}`]),
    ...(tftpRoot === null ? [] : [`TFTP root: ${tftpRoot}`]),
  ];
  if (bootFile === null) {
    const own = network.dnsmasqOptions.find((one) => /^(dhcp-boot|pxe-service)\b/.test(one.value ?? ''));
    if (own) return { ...found, findings: [...findings, `Set for dnsmasq: ${own.value}`], problem: null };
    const problem =
      'Its DHCP server names no boot file. Set a TFTP root (a folder of the host) and a boot file in it.';
    return { ...found, findings: [...findings, 'No boot file is set'], problem };
  }
  // With another boot server the file is there.
  if (bootServer !== null) return { ...found, findings, problem: null };
  if (tftpRoot === null) {
    const problem = 'A boot file is named, but nothing serves it: set a TFTP root, a folder of the host.';
    return { ...found, findings: [...findings, 'No TFTP root is set'], problem };
  }
  const there = await lookAtHostPath(host, joinPath(tftpRoot, bootFile));
  if (there === null) findings.push('Whether the boot file is there cannot be checked from here');
  if (there !== 'missing' && there !== 'folder') return { ...found, findings, problem: null };
  const problem = `There is no file ${joinPath(tftpRoot, bootFile)} on ${host.connection.name}: put it there.`;
  return { ...found, findings, problem };
}

function joinPath(folder: string, file: string): string {
  return `${folder.replace(/\/+$/, '')}/${file.replace(/^\/+/, '')}`;
}

/** Settings that an active network does not have yet. */
function pendingBoot(saved: Network, live: NetworkIp): string | null {
  const ip = servingIp(saved);
  if (!ip || (ip.tftpRoot === live.tftpRoot && ip.bootFile === live.bootFile)) return null;
  return `Set to ${ip.bootFile ?? 'no boot file'} in ${ip.tftpRoot ?? 'no TFTP root'} from the network’s next start on`;
}
