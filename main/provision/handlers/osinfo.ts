import type { Handlers } from '../../../contract/index.ts';
import type { Connections } from '../../hypervisor/connections.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { OsInfo } from '../osinfo/osinfo.ts';

/** The calls about operating systems. */
export function osinfoHandlers(osInfo: OsInfo, connections: Connections): Handlers<Caller>['osinfo'] {
  return {
    info: () => osInfo.info(),
    list: async () => ({ systems: await osInfo.list() }),
    facts: ({ id, arch }) => osInfo.facts(id, arch),
    identify: ({ connection, source }) => osInfo.identify(connections.get(connection), source),
  };
}
