import type { OsFacts, PlatformDefaults } from '../../../contract/index.ts';

const GIB = 1024 ** 3;
const MEMORY_MIB = 2048;
const DISK = 20 * GIB;

/** What the host has; 0: unknown. */
export interface HostSize {
  readonly memoryKiB: number;
  readonly cpus: number;
  /** Of the machine type. */
  readonly maxVcpus: number;
}

type Sizes = Pick<PlatformDefaults, 'memoryMiB' | 'vcpus' | 'disk'>;

/** Memory, processors and disk for a system on a host. Installing from the network takes more memory. */
export function sizesFor(os: OsFacts, method: string, host: HostSize): Sizes {
  const { minimum, suggested, networkInstall } = os.resources;
  const network = method === 'tree' || method === 'pxe' ? networkInstall.memoryMiB : null;
  const leastMemory = largest(minimum.memoryMiB, network);
  const memory = Math.max(leastMemory ?? 0, suggested.memoryMiB ?? 0) || MEMORY_MIB;
  const leastVcpus = minimum.vcpus;
  const vcpus = Math.max(leastVcpus ?? 1, suggested.vcpus ?? 2);
  const least = minimum.storageBytes;
  return {
    memoryMiB: { minimum: leastMemory, recommended: fittingMemory(memory, leastMemory, host.memoryKiB) },
    vcpus: {
      minimum: leastVcpus,
      recommended: Math.max(1, Math.min(vcpus, host.cpus || vcpus, host.maxVcpus)),
      maximum: Math.max(1, host.maxVcpus),
    },
    disk: { minimum: least, recommended: Math.max(least ?? 0, suggested.storageBytes ?? 0) || DISK },
  };
}

function largest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

/** A small host gives a quarter of its memory, but never less than the system needs. */
function fittingMemory(wanted: number, least: number | null, hostKiB: number): number {
  if (hostKiB === 0) return wanted;
  const quarter = Math.floor(hostKiB / 1024 / 4 / 256) * 256;
  return Math.max(Math.min(wanted, Math.max(256, quarter)), least ?? 0);
}
