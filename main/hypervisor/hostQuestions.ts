import type { HostDevice, NodeDeviceKind, PlatformQuestion } from '../../contract/index.ts';
import { type Hostdev, NodeDevice, usesNodeDevice, XmlError } from '../../model/index.ts';
import type { Agent } from '../libvirt/agent/agent.ts';
import { toApiError } from './errors.ts';
import type { Hypervisor } from './hypervisor.ts';
import { askDefinition, shownDefinitions } from './uses/definitions.ts';

const asked = new WeakMap<Agent, Map<string, Promise<string | null>>>();

/**
 * What machines of a kind can have on a host; asked once per opened connection, for QEMU may take seconds to
 * answer. Null: the driver does not tell.
 */
export function domainCapabilities(host: Hypervisor, question: PlatformQuestion): Promise<string | null> {
  const { agent } = host.connection;
  const answers = asked.get(agent) ?? new Map<string, Promise<string | null>>();
  asked.set(agent, answers);
  const { type, arch, machine, emulator } = question;
  const key = JSON.stringify([type, arch, machine, emulator]);
  const known = answers.get(key);
  if (known) return known;
  const answer = ask(agent, question, host);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

async function ask(agent: Agent, question: PlatformQuestion, host: Hypervisor): Promise<string | null> {
  const { type: virtType, arch, machine, emulator } = question;
  try {
    return await agent.call('domainCapabilities', { virtType, arch, machine, emulator });
  } catch (error) {
    const failure = toApiError(error, { doing: `Asking ${host.connection.name} what it can` });
    // A machine type or emulator that is not there any more is told by the forms, not here.
    if (failure.kind === 'unsupported' || failure.kind === 'invalid') return null;
    throw failure;
  }
}

/** The host's own devices of some kinds, with the machines that have them. */
export async function nodeDevices(host: Hypervisor, kinds: readonly NodeDeviceKind[]): Promise<HostDevice[]> {
  const doing = `Reading the devices of ${host.connection.name}`;
  const found = await host.connection.call('nodeDevices', { kinds: [...kinds] }, doing);
  if (found.length === 0) return [];
  const users = await hostdevUsers(host);
  return found.map(({ name, parent, xml }) => ({ name, parent, xml, usedBy: usersOf(xml, users) }));
}

interface User {
  readonly uuid: string;
  readonly name: string;
  readonly hostdevs: readonly Hostdev[];
}

async function hostdevUsers(host: Hypervisor): Promise<User[]> {
  const machines = await shownDefinitions(host, `Reading who has the devices of ${host.connection.name}`);
  return machines.flatMap(({ row: { uuid, name }, xml }) => {
    if (!xml.includes('<hostdev')) return [];
    const hostdevs = askDefinition<readonly Hostdev[]>(xml, (domain) => domain.hostdevs.all, []);
    return hostdevs.length === 0 ? [] : [{ uuid, name, hostdevs }];
  });
}

function usersOf(xml: string, users: readonly User[]): { uuid: string; name: string }[] {
  if (users.length === 0) return [];
  let device: NodeDevice;
  try {
    device = NodeDevice.parse(xml);
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
  return users
    .filter(({ hostdevs }) => hostdevs.some((hostdev) => usesNodeDevice(hostdev, device)))
    .map(({ uuid, name }) => ({ uuid, name }));
}
