import type { Handlers } from '../../../contract/index.ts';
import type { Connections } from '../../hypervisor/connections.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import type { OsInfo } from '../osinfo/osinfo.ts';
import { imageFacts } from '../sources/image.ts';
import { checkPxe } from '../sources/pxe.ts';
import { setPxe } from '../sources/setPxe.ts';
import { findTree } from '../sources/tree.ts';

export interface SourceDeps {
  readonly connections: Connections;
  readonly osInfo: OsInfo;
  readonly history: DefinitionHistory;
}

/** The calls about what machines are made from. */
export function sourceHandlers({ connections, osInfo, history }: SourceDeps): Handlers<Caller>['sources'] {
  return {
    image: ({ connection, source }) => imageFacts(connections.get(connection), source),
    tree: ({ connection, location, arch }) => {
      const hostArch = connections.get(connection).connection.host?.arch ?? 'x86_64';
      return findTree(
        { location, arch, hostArch },
        {
          identifyTree: (treeinfo, shown) => osInfo.identifyTree(treeinfo, shown),
          list: () => osInfo.list(),
          facts: (id, of) => osInfo.facts(id, of),
        },
      );
    },
    pxe: ({ connection, kind, name }) => checkPxe(connections.get(connection), { kind, name }),
    setPxe: ({ connection, restart = 'if-unused', ...settings }) =>
      setPxe(connections.get(connection), { ...settings, restart }, history),
  };
}
