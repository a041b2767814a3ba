import { Capabilities, DomainCapabilities, type GuestSupport } from '../../model/index.ts';
import { toApiError } from '../hypervisor/errors.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { Agent } from '../libvirt/agent/agent.ts';

/** Guests of one architecture and kind that a host can run. */
export interface ArchAbility {
  readonly arch: string;
  /** hvm, xen, linux (Xen's paravirtualisation, in old words), exe. */
  readonly osType: string;
  /** Domain types, best first. */
  readonly types: readonly string[];
  /** Machine types by domain type, the suggested one first; empty where the hypervisor has none to choose. */
  machines(type: string): readonly string[];
  /** Of a machine type; null: libvirt does not tell. */
  maxVcpus(type: string, machine: string): number | null;
  readonly guest: GuestSupport;
}

/** What decides what a machine can have. */
export interface DomainQuestion {
  readonly type: string;
  readonly arch: string;
  readonly machine: string;
}

/** What a host can run. */
export interface HostAbilities {
  /** libvirt's name of the driver: QEMU, LXC, Xen, TEST... */
  readonly driver: string;
  readonly capabilities: Capabilities;
  /** The host's own architecture first. */
  readonly arches: readonly ArchAbility[];
  /** Whether the host is a virtual machine itself. */
  readonly nested: boolean;
  /** What machines of a kind can have; answers are kept as long as the connection is open. */
  domain(question: DomainQuestion): Promise<DomainCapabilities>;
}

/** Best first; what is not named here comes after. */
const TYPE_ORDER = ['kvm', 'xen', 'hvf', 'qemu', 'lxc', 'test'];
/** The board that is suggested: of a family of types with versions, the name without one. */
const BOARDS: readonly (readonly [arch: RegExp, boards: readonly string[]])[] = [
  [/^(?:x86_64|i[3-6]86)$/, ['q35', 'pc', 'xenfv']],
  [/^(?:aarch64|arm|riscv|loongarch)/, ['virt']],
  [/^ppc64/, ['pseries']],
  [/^s390/, ['s390-ccw-virtio']],
];

const known = new WeakMap<Agent, Promise<HostAbilities>>();

/** Asks once per opened connection: the answers seldom change, and QEMU may take seconds to give them. */
export function hostAbilities(host: Hypervisor): Promise<HostAbilities> {
  const { agent } = host.connection;
  const asked = known.get(agent) ?? readAbilities(host);
  known.set(agent, asked);
  asked.catch(() => known.delete(agent));
  return asked;
}

async function readAbilities(host: Hypervisor): Promise<HostAbilities> {
  const doing = `Reading what ${host.connection.name} can run`;
  const xml = await host.connection.call('capabilities', {}, doing);
  const asked = new Map<string, Promise<DomainCapabilities>>();
  return abilitiesOf(host.connection.host?.driver ?? '', xml, (question) => {
    const key = `${question.type} ${question.arch} ${question.machine}`;
    const answer = asked.get(key) ?? readDomain(host, question);
    asked.set(key, answer);
    answer.catch(() => asked.delete(key));
    return answer;
  });
}

/**
 * What a host's capabilities say.
 * @param domain how to ask what machines of a kind can have
 */
export function abilitiesOf(driver: string, xml: string, domain: HostAbilities['domain']): HostAbilities {
  const capabilities = Capabilities.parse(xml);
  const order = capabilities.architectures;
  const arches = capabilities.guests.all
    .filter((guest) => (guest.arch ?? '') !== '')
    .sort((a, b) => order.indexOf(a.arch ?? '') - order.indexOf(b.arch ?? ''))
    .map(archAbility);
  const nested = capabilities.host.cpu.features.all.some((feature) => feature.name === 'hypervisor');
  return { driver, capabilities, arches, nested, domain };
}

function archAbility(guest: GuestSupport): ArchAbility {
  const arch = guest.arch ?? '';
  const own = guest.machines.all;
  const offered = new Map(guest.domains.all.map((one) => [one.type ?? '', one.machines.all]));
  const typesOf = (type: string) => {
    const special = offered.get(type) ?? [];
    return special.length > 0 ? special : own;
  };
  const rank = (type: string) => (TYPE_ORDER.includes(type) ? TYPE_ORDER.indexOf(type) : TYPE_ORDER.length);
  return {
    arch,
    osType: guest.osType ?? 'hvm',
    guest,
    types: [...offered.keys()].filter((type) => type !== '').sort((a, b) => rank(a) - rank(b)),
    machines: (type) => suggestedFirst(arch, typesOf(type)),
    maxVcpus: (type, machine) => typesOf(type).find((one) => one.name === machine)?.maxCpus ?? null,
  };
}

/** The suggested board, then the other names without a version, then those with one. */
function suggestedFirst(
  arch: string,
  machines: readonly { name: string | null; canonical: string | null }[],
): string[] {
  const boards = BOARDS.find(([pattern]) => pattern.test(arch))?.[1] ?? [];
  const rank = ({ name, canonical }: { name: string | null; canonical: string | null }) => {
    const place = boards.indexOf(name ?? '');
    if (place >= 0) return place;
    return canonical === null ? boards.length + 1 : boards.length;
  };
  const names = [...machines].sort((a, b) => rank(a) - rank(b)).map((one) => one.name ?? '');
  return [...new Set(names)].filter((name) => name !== '');
}

/** What libvirt tells, or for drivers that do not tell, what is known of hypervisors of that type. */
async function readDomain(host: Hypervisor, question: DomainQuestion): Promise<DomainCapabilities> {
  const { type, arch, machine } = question;
  const input = { emulator: null, arch, machine: machine === '' ? null : machine, virtType: type };
  try {
    return DomainCapabilities.parse(await host.connection.agent.call('domainCapabilities', input));
  } catch (error) {
    if (!host.connected) throw toApiError(error, { doing: `Reading what ${host.connection.name} can run` });
    return DomainCapabilities.unknown(question);
  }
}
