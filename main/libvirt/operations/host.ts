import { LibvirtError } from '../binding/errors.ts';
import { aside, type Session } from './session.ts';
import { isLinkLost, isUnsupported, whereKnown } from './support/attempt.ts';
import { monotonicMs } from './support/clock.ts';

/** Facts about a host and its driver that seldom change. Versions are libvirt's numbers (9000000). */
export interface HostInfo {
  readonly uri: string;
  readonly driver: string;
  readonly libvirtVersion: number | null;
  readonly hypervisorVersion: number | null;
  readonly encrypted: boolean | null;
  readonly secure: boolean | null;
  /** Host CPUs that are online; null with drivers that cannot tell. */
  readonly cpus: number | null;
  /** The CPU's architecture as the node information calls it: "x86_64". */
  readonly arch: string | null;
  readonly mhz: number | null;
  readonly memoryKiB: number | null;
}

/** Reads the facts about the host; what a driver cannot tell is null. Seven calls. */
export function hostInfo({ connect }: Session): HostInfo {
  const node = whereKnown(() => connect.nodeGetInfo(), null);
  return {
    uri: connect.getURI(),
    driver: connect.getType(),
    libvirtVersion: whereKnown(() => connect.getLibVersion(), null),
    hypervisorVersion: whereKnown(() => connect.getVersion(), null) || null,
    encrypted: whereKnown(() => connect.isEncrypted(), null),
    secure: whereKnown(() => connect.isSecure(), null),
    cpus: node?.cpus ?? null,
    arch: node?.model || null,
    mhz: node?.mhz || null,
    memoryKiB: node?.memory ?? null,
  };
}

/**
 * The host's own name; null: the driver cannot tell, or failed to. It may take many seconds: libvirt asks the name
 * server of the host for the full name each time, and waits where that does not answer.
 */
export const hostName = aside(({ connect }) => connect.hostnameAside());

/** One round trip, to see whether the host is still there. */
export function ping({ connect }: Session): null {
  whereKnown(() => connect.getLibVersion(), null);
  return null;
}

/** The capabilities XML of the host. */
export function capabilities({ connect }: Session): string {
  return connect.getCapabilities();
}

/** Which machine's capabilities are asked for; null: the driver's default. */
export interface DomainCapabilitiesInput {
  readonly emulator: string | null;
  readonly arch: string | null;
  readonly machine: string | null;
  readonly virtType: string | null;
}

/** The domain capabilities XML for one kind of machine. */
export function domainCapabilities(
  { connect }: Session,
  { emulator, arch, machine, virtType }: DomainCapabilitiesInput,
): string {
  return connect.getDomainCapabilities(emulator, arch, machine, virtType);
}

/** CPU time and memory of the host, for its load. */
export interface HostCounters {
  /** Milliseconds on a clock that never goes back. */
  readonly timeMs: number;
  /** Nanoseconds since boot of all CPUs by kind (kernel, user, idle, iowait); null: the driver cannot tell. */
  readonly cpu: Readonly<Record<string, number>> | null;
  /** KiB by kind (total, free, buffers, cached). */
  readonly memory: Readonly<Record<string, number>> | null;
}

/**
 * Reads how busy the host is, in two calls; what the driver cannot tell is asked once.
 * Null: it tells nothing at all.
 */
export function hostCounters(session: Session): HostCounters | null {
  const lacks = session.memo('host.lacks', () => ({ cpu: false, memory: false }));
  const ask = <T>(what: 'cpu' | 'memory', read: () => T): T | null => {
    if (lacks[what]) return null;
    try {
      return read();
    } catch (error) {
      lacks[what] = isUnsupported(error);
      // One that only fails now is asked again; the domains' statistics do not suffer from it.
      if (lacks[what] || (error instanceof LibvirtError && !isLinkLost(error))) return null;
      throw error;
    }
  };
  const timeMs = monotonicMs();
  const cpu = ask('cpu', () => session.connect.nodeGetCPUStats(ALL));
  const memory = ask('memory', () => session.connect.nodeGetMemoryStats(ALL));
  return lacks.cpu && lacks.memory ? null : { timeMs, cpu, memory };
}

/** VIR_NODE_CPU_STATS_ALL_CPUS and VIR_NODE_MEMORY_STATS_ALL_CELLS. */
const ALL = -1;
