import type { Told } from '../../../contract/host.ts';
import { LibvirtError } from '../binding/errors.ts';
import { installedVersion, NeedsLibvirt } from '../binding/needs.ts';
import { virConnectBaselineCPUFlags } from '../generated/enums-host.ts';
import type { NodeInfo, SecurityModel } from '../generated/structs.ts';
import type { Connect } from '../typed/connect.ts';
import type { Session } from './session.ts';
import { isLinkLost, isUnsupported, whereKnown } from './support/attempt.ts';

/** What a host tells of itself; versions are libvirt's numbers (9000000), documents are libvirt's XML. */
export interface HostDetailsAnswer {
  readonly uri: string;
  readonly driver: string;
  readonly hypervisorVersion: Told<number>;
  readonly daemonVersion: Told<number>;
  readonly libraryVersion: Told<number>;
  readonly encrypted: Told<boolean>;
  readonly secure: Told<boolean>;
  readonly alive: Told<boolean>;
  readonly securityModel: Told<SecurityModel>;
  readonly node: Told<NodeInfo>;
  readonly cpuMap: Told<{ present: number; online: number }>;
  readonly maxVcpus: Told<number>;
  readonly freeMemoryBytes: Told<number>;
  readonly cellMemory: Told<{ cell: number; freeBytes: number }[]>;
  readonly freePages: Told<{ cell: number; sizeKiB: number; free: number }[]>;
  readonly capabilities: Told<string>;
  readonly cpuFeatures: Told<string[]>;
  readonly sysinfo: Told<string>;
}

/** No host has more NUMA cells or sizes of pages; what says otherwise is not asked about. */
const MAX_CELLS = 1024;
const MAX_PAGE_SIZES = 16;

/**
 * Reads everything that a host tells of itself but its name, in about eighteen calls. What a driver cannot tell, or fails
 * to, is missing with the reason; only a lost connection fails the whole.
 */
export function hostDetails({ connect }: Session): HostDetailsAnswer {
  const capabilities = told(() => connect.getCapabilities());
  const topology = topologyOf('value' in capabilities ? capabilities.value : '');
  const driver = connect.getType();
  return {
    uri: connect.getURI(),
    driver,
    hypervisorVersion: told(() => connect.getVersion()),
    daemonVersion: told(() => connect.getLibVersion()),
    libraryVersion: told(installedVersion),
    encrypted: told(() => connect.isEncrypted()),
    secure: told(() => connect.isSecure()),
    alive: told(() => connect.isAlive()),
    securityModel: told(() => connect.nodeGetSecurityModel()),
    node: told(() => connect.nodeGetInfo()),
    cpuMap: told(() => {
      const { cpus, online } = connect.nodeGetCPUMap();
      return { present: cpus, online };
    }),
    maxVcpus: told(() => maxVcpus(connect)),
    freeMemoryBytes: told(() => connect.nodeGetFreeMemory()),
    cellMemory: told(() => cellMemory(connect, topology)),
    freePages: told(() => freePages(connect, topology)),
    capabilities,
    cpuFeatures: told(() => cpuFeatures(connect, topology)),
    sysinfo: told(() => connect.getSysinfo()),
  };
}

/** The answer, or why there is none. A lost connection is thrown: everything else would be missing as well. */
function told<T>(ask: () => T): Told<T> {
  try {
    return { value: ask() };
  } catch (error) {
    if (isLinkLost(error)) throw error;
    if (!(error instanceof LibvirtError || error instanceof NeedsLibvirt)) throw error;
    return { missing: { unsupported: isUnsupported(error), reason: error.message } };
  }
}

interface Topology {
  /** Cells are numbered from 0 up to and without this; holes are possible. */
  readonly cells: number;
  readonly pageSizesKiB: readonly number[];
  /** The XML of the host's CPU; null: there is none. */
  readonly cpu: string | null;
}

/**
 * What of the capabilities the other questions need. The agent has no XML parser, to stay small; libvirt
 * prints its documents in one form, and whatever else stands here only makes the questions come to nothing.
 */
function topologyOf(xml: string): Topology {
  const numbers = (pattern: RegExp) => Array.from(xml.matchAll(pattern), (match) => Number(match[1]));
  const cells = numbers(/<cell id='(\d{1,4})'/g);
  const sizes = numbers(/<pages unit='KiB' size='(\d{1,9})'/g);
  return {
    cells: Math.min(
      MAX_CELLS,
      cells.reduce((most, id) => Math.max(most, id + 1), 0),
    ),
    pageSizesKiB: [...new Set(sizes)].sort((a, b) => a - b).slice(0, MAX_PAGE_SIZES),
    cpu: /<cpu>[\s\S]*?<\/cpu>/.exec(xml)?.[0] ?? null,
  };
}

function cellMemory(connect: Connect, { cells }: Topology): { cell: number; freeBytes: number }[] {
  if (cells === 0) return [];
  return connect.nodeGetCellsFreeMemory(0, cells).map((freeBytes, cell) => ({ cell, freeBytes }));
}

function freePages(
  connect: Connect,
  { cells, pageSizesKiB }: Topology,
): { cell: number; sizeKiB: number; free: number }[] {
  if (cells === 0 || pageSizesKiB.length === 0) return [];
  return connect
    .nodeGetFreePages(pageSizesKiB, 0, cells)
    .flatMap(({ cell, free }) =>
      Object.entries(free).map(([size, count]) => ({ cell, sizeKiB: Number(size), free: count })),
    );
}

/** The capabilities of the usual kind of machine know better than the old call, which says 16 for all of QEMU. */
function maxVcpus(connect: Connect): number {
  const xml = whereKnown(() => connect.getDomainCapabilities(null, null, null, null), '');
  const told = /<vcpu max='(\d{1,6})'/.exec(xml)?.[1];
  return told === undefined ? connect.getMaxVcpus(null) : Number(told);
}

/** libvirt writes the features that a model implies out when it is asked for the baseline of one CPU. */
function cpuFeatures(connect: Connect, { cpu }: Topology): string[] {
  if (cpu === null) return [];
  const flags = virConnectBaselineCPUFlags.VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES;
  const expanded = connect.baselineCPU([cpu], flags);
  return Array.from(expanded.matchAll(/<feature [^>]*name='([^'<>]*)'/g), (match) => match[1] ?? '').sort();
}
