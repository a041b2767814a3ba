import { Capabilities, DomainCapabilities, type GuestSupport } from '../../model/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { Agent } from '../libvirt/agent/agent.ts';

/** What a host can run of its own architecture. */
export interface HostSupport {
  /** Why nothing can be made here; null: it can. */
  readonly refusal: string | null;
  readonly arch: string;
  /** Machine type to use; empty: the hypervisor's default. */
  readonly machine: string;
  /** Domain types, best first, each with what it can do. */
  readonly types: readonly TypeSupport[];
}

export interface TypeSupport {
  readonly type: string;
  /** Something the user should know before choosing it; null: nothing. */
  readonly note: string | null;
  readonly capabilities: DomainCapabilities;
}

/** Best first; what is not named here comes after. */
const TYPE_ORDER = ['kvm', 'xen', 'hvf', 'qemu', 'test'];
/** Drivers with which installing from an ISO has been tried. */
const DRIVERS = new Set(['QEMU', 'TEST']);
const TYPE_NOTES: Readonly<Record<string, string>> = {
  qemu: 'Emulation: works everywhere, but many times slower than KVM.',
  test: 'Simulated: nothing runs in it.',
};

const known = new WeakMap<Agent, Promise<HostSupport>>();

/** Asks once per opened connection: the answers seldom change, and QEMU may take seconds to give them. */
export function hostSupport(host: Hypervisor): Promise<HostSupport> {
  const { agent } = host.connection;
  const asked = known.get(agent) ?? readSupport(host);
  known.set(agent, asked);
  asked.catch(() => known.delete(agent));
  return asked;
}

async function readSupport(host: Hypervisor): Promise<HostSupport> {
  const doing = `Reading what ${host.connection.name} can run`;
  const capabilities = Capabilities.parse(await host.connection.call('capabilities', {}, doing));
  const own = capabilities.host.cpu.arch ?? host.connection.host?.arch ?? 'x86_64';
  const guest = capabilities.guestFor(own) ?? capabilities.guests.find((one) => one.osType === 'hvm');
  const arch = guest?.arch ?? own;
  const machine = guest ? machineOf(guest, arch) : '';
  const offered = guest ? typesOf(guest) : [];
  const nested = capabilities.host.cpu.features.all.some((feature) => feature.name === 'hypervisor');
  const types = await Promise.all(
    offered.map(async (type): Promise<TypeSupport> => {
      const platform = { type, arch, machine };
      return { type, note: noteOf(type, nested), capabilities: await readDomainCapabilities(host, platform) };
    }),
  );
  return { refusal: refusalOf(host, types), arch, machine, types };
}

function typesOf(guest: GuestSupport): string[] {
  const rank = (type: string) => (TYPE_ORDER.includes(type) ? TYPE_ORDER.indexOf(type) : TYPE_ORDER.length);
  const types = new Set(guest.domains.map((domain) => domain.type ?? ''));
  types.delete('');
  return [...types].sort((a, b) => rank(a) - rank(b));
}

/** q35 on x86 where there is one; elsewhere what the hypervisor takes by itself. */
function machineOf(guest: GuestSupport, arch: string): string {
  const machines = guest.machines.map((machine) => machine.name);
  const preferred = arch === 'x86_64' || arch === 'i686' ? 'q35' : 'virt';
  return machines.includes(preferred) ? preferred : '';
}

function noteOf(type: string, nested: boolean): string | null {
  if (type !== 'kvm') return TYPE_NOTES[type] ?? null;
  return nested
    ? 'This host is itself a virtual machine: KVM may be there and not work. If the machine does not start to boot, choose emulation.'
    : null;
}

function refusalOf(host: Hypervisor, types: readonly TypeSupport[]): string | null {
  const { name, readOnly } = host.connection;
  if (readOnly) return `The connection to ${name} is read-only.`;
  const driver = host.connection.host?.driver ?? '';
  if (!DRIVERS.has(driver)) {
    return `Virtdeck installs from an ISO on QEMU/KVM hosts; ${name} is of type ${driver}.`;
  }
  if (types.length > 0) return null;
  return `No QEMU was found on ${name}. Install it there: sudo apt install qemu-system (Fedora: sudo dnf install qemu-kvm).`;
}

/** What libvirt tells, or for drivers that do not tell, what is known of hypervisors of that type. */
async function readDomainCapabilities(
  host: Hypervisor,
  platform: { type: string; arch: string; machine: string },
): Promise<DomainCapabilities> {
  const { type, arch, machine } = platform;
  const input = { emulator: null, arch, machine: machine === '' ? null : machine, virtType: type };
  try {
    return DomainCapabilities.parse(await host.connection.agent.call('domainCapabilities', input));
  } catch {
    return DomainCapabilities.unknown(platform);
  }
}
