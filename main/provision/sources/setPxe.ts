import { apiError, type PxeSet } from '../../../contract/index.ts';
import { Network } from '../../../model/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { machinesOn } from '../../hypervisor/uses/networkUse.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import { lookAtHostPath } from './hostFiles.ts';
import { type FoundNetwork, findNetwork } from './networks.ts';
import { servingIp } from './pxe.ts';

export interface PxeSettings {
  readonly network: string;
  /** A folder of the host. */
  readonly tftpRoot: string;
  /** A path below it. */
  readonly bootFile: string;
  readonly restart: 'if-unused' | 'always' | 'never';
}

/**
 * Has a libvirt network name a boot file and serve it. The replaced definition is kept; one that the network cannot be
 * started with is taken back.
 * @throws ApiError
 */
export async function setPxe(
  host: Hypervisor,
  settings: PxeSettings,
  history: DefinitionHistory,
): Promise<PxeSet> {
  await checkPaths(host, settings);
  const found = await findNetwork(host, { kind: 'network', name: settings.network });
  if (!found) throw apiError('not-found', `There is no network ${settings.network}.`);
  const xml = changed(found, settings);
  const { uri, name: place } = host.connection;
  const { name, uuid } = found;
  await history.keep({ time: Date.now(), cause: 'PXE set', uri, uuid, name, xml: found.saved });
  await host.connection.call('defineNetwork', { xml }, `Setting PXE for the network ${name} on ${place}`);
  if (found.live === null) return { active: false, usedBy: [] };
  if (settings.restart === 'never') return { active: false, usedBy: [] };
  const usedBy = settings.restart === 'always' ? [] : await machinesOn(host, found);
  if (usedBy.length > 0) return { active: false, usedBy };
  await startAnew(host, found);
  return { active: true, usedBy: [] };
}

async function checkPaths(host: Hypervisor, { tftpRoot, bootFile }: PxeSettings): Promise<void> {
  if (!tftpRoot.startsWith('/')) {
    throw apiError('invalid', `${tftpRoot} is no complete path.`, 'Enter a folder that begins with a slash.');
  }
  if (bootFile.split('/').includes('..')) {
    throw apiError('invalid', `${bootFile} leads out of the TFTP root.`, 'Enter a path below it.');
  }
  const there = await lookAtHostPath(host, tftpRoot);
  if (there === null || there === 'folder') return;
  throw apiError(
    there === 'missing' ? 'not-found' : 'invalid',
    `There is no folder ${tftpRoot} on ${host.connection.name}.`,
    'Make it there first, with the boot file in it: the network does not start without it.',
  );
}

function changed(found: FoundNetwork, { tftpRoot, bootFile }: PxeSettings): string {
  if (!found.persistent) {
    throw apiError('conflict', `The network ${found.name} is not defined for good: it ends with its host.`);
  }
  const network = Network.parse(found.saved);
  const ip = servingIp(network);
  if (!ip) {
    throw apiError(
      'conflict',
      `The network ${found.name} has no DHCP server of libvirt’s for IPv4.`,
      'Only together with one can it name a boot file.',
    );
  }
  ip.tftpRoot = tftpRoot;
  ip.bootFile = bootFile;
  // The network itself serves it now.
  ip.bootServer = null;
  return network.toXml();
}

/** Stops and starts the network; with its former definition when it does not start with the new one. */
async function startAnew(host: Hypervisor, { name: network, saved }: FoundNetwork): Promise<void> {
  const { connection } = host;
  const doing = `Starting the network ${network} on ${connection.name} anew`;
  await connection.call('stopNetwork', { network }, doing);
  try {
    await connection.call('startNetwork', { network }, doing);
  } catch (error) {
    await connection.call('defineNetwork', { xml: saved }, doing);
    await connection.call('startNetwork', { network }, doing);
    const { kind, message } = toApiError(error, { doing });
    throw apiError(
      kind,
      `${message} The network runs with its former settings again.`,
      'Check that the TFTP root is a folder of the host that dnsmasq may read.',
    );
  }
}
