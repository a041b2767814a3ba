import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { OsInfo } from '../osinfo/osinfo.ts';
import type { PlanSources } from '../plan/sources.ts';
import { answerFile } from './answerFile.ts';
import { openFile } from './location.ts';
import { findTree, type TreeDatabase } from './tree.ts';

/** How long a server may take to say how large a file is, in ms: the review waits for it. */
const SIZE_MS = 3_000;

/** What the plan of a machine asks of the world outside its host. */
export function planSources(osInfo: OsInfo): PlanSources {
  const database = treeDatabase(osInfo);
  return {
    osFacts: (id, arch) => osInfo.facts(id, arch),
    tree: (host, location, arch) => findTree({ location, arch, hostArch: archOf(host) }, database),
    sizeOf,
    seed: async (cloudInit, machineName, about) => {
      if (cloudInit.kind === 'none') return new Uint8Array(0);
      // Loaded here for its reader and writer of YAML, which would cost every start some 30 ms.
      const { buildSeed } = await import('./seed.ts');
      return buildSeed(cloudInit, { machineName, ...about });
    },
    answerFile: (wish) => answerFile(wish, (request) => osInfo.generateScript(request)),
  };
}

/** A server that does not answer is told of when the file is fetched. */
async function sizeOf(address: string): Promise<number | null> {
  try {
    const { size, stream } = await openFile(address, { signal: AbortSignal.timeout(SIZE_MS) });
    stream.on('error', () => {});
    stream.destroy();
    return size;
  } catch {
    return null;
  }
}

/** The database as looking for trees asks it. */
export function treeDatabase(osInfo: OsInfo): TreeDatabase {
  return {
    identifyTree: (treeinfo, location) => osInfo.identifyTree(treeinfo, location),
    list: () => osInfo.list(),
    facts: (id, arch) => osInfo.facts(id, arch),
  };
}

/** The architecture of a host, as far as it is known. */
export function archOf(host: Hypervisor): string {
  return host.connection.host?.arch ?? 'x86_64';
}
