import {
  virConnectGetAllDomainStatsFlags as Flags,
  virDomainStatsTypes as Stats,
} from '../generated/enums-domain.ts';
import { onJobLane, type Session } from './session.ts';
import { whereKnown, whereSupported } from './support/attempt.ts';

/** The disks of a domain, as far as one call for all domains tells. */
export interface DomainDiskPaths {
  readonly uuid: string;
  /** Files and devices of the host, with those that they are built upon. */
  readonly paths: string[];
  /** Whether a disk has no path: an empty drive, one of the network, or a volume named by its pool. */
  readonly more: boolean;
}

const NO_WAIT = Flags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT;
const BACKING = Flags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING;

/**
 * The disks of all domains with one call: of running ones as they are, of others as they are defined.
 * @returns null where the driver has no bulk statistics of disks
 */
export const domainDiskPaths = onJobLane((session: Session, _input: object): DomainDiskPaths[] | null => {
  const read = (flags: number) =>
    whereSupported(() => session.connect.getAllDomainStats(Stats.VIR_DOMAIN_STATS_BLOCK, flags), null);
  // Older libvirt knows no NOWAIT, and other drivers no BACKING.
  const domains = read(NO_WAIT | BACKING) ?? read(BACKING) ?? read(0);
  if (!domains?.some((domain) => 'block.count' in domain.params)) return null;
  return domains.map(({ uuid, params }) => {
    const paths = new Set<string>();
    let more = !('block.count' in params);
    for (const [name, value] of Object.entries(params)) {
      if (/^block\.\d+\.path$/.test(name)) paths.add(String(value));
      else if (/^block\.\d+\.name$/.test(name) && !(name.replace(/name$/, 'path') in params)) more = true;
    }
    return { uuid, paths: [...paths], more };
  });
});

/**
 * The XML of the ports of an active network: one for each card that libvirt has put on it.
 * Null: the driver does not tell.
 */
export function networkPorts(session: Session, { network }: { network: string }): string[] | null {
  const ports = whereSupported(() => session.network(network).listAllPorts(0), null);
  if (ports === null) return null;
  return ports.flatMap((port) => whereKnown(() => [session.own(port).getXMLDesc(0)], []));
}
