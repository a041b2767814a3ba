import type { HostDetails, Told } from '../../contract/index.ts';
import { versionText } from './hostFacts.ts';
import type { Hypervisor } from './hypervisor.ts';

/** Documents and messages longer than this, in characters, are not sent on. */
const MOST_XML = 16 * 1024 * 1024;

/** Everything that the host tells of itself, read anew in one operation. Throws `unavailable` while not connected. */
export async function readHostDetails({ connection }: Hypervisor): Promise<HostDetails> {
  const answer = await connection.call('hostDetails', {}, `Reading the description of ${connection.name}`);
  const { libraryVersion, daemonVersion, hypervisorVersion, node, capabilities, sysinfo, ...rest } = answer;
  const hostname = connection.host?.hostname ?? '';
  return {
    ...rest,
    hostname: hostname === '' ? missing('The host has not told its name.', false) : { value: hostname },
    // Without what Virtdeck itself has put into the address.
    uri: connection.host?.uri ?? rest.uri,
    libraryVersion: version(libraryVersion),
    daemonVersion: version(daemonVersion),
    hypervisorVersion: version(hypervisorVersion),
    node: map(node, ({ model, memory, nodes, ...counts }) => ({
      ...counts,
      arch: model,
      memoryKiB: memory,
      cells: nodes,
    })),
    capabilities: document(capabilities),
    sysinfo: document(sysinfo),
  };
}

function map<A, B>(told: Told<A>, change: (value: A) => B): Told<B> {
  return 'value' in told ? { value: change(told.value) } : told;
}

/** libvirt's test driver and some others say 0 or a number without a major part where they have no version. */
function version(told: Told<number>): Told<string> {
  if ('value' in told && told.value <= 0) return missing('The hypervisor has no version.', true);
  return map(told, (value) => versionText(value) ?? '');
}

function document(told: Told<string>): Told<string> {
  if ('value' in told && told.value.length > MOST_XML) {
    return missing(`The document is longer than ${MOST_XML} characters.`, false);
  }
  return told;
}

function missing(
  reason: string,
  unsupported: boolean,
): { missing: { unsupported: boolean; reason: string } } {
  return { missing: { unsupported, reason } };
}
