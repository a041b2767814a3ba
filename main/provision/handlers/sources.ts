import type { Handlers } from '../../../contract/index.ts';
import type { Connections } from '../../hypervisor/connections.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import type { OsInfo } from '../osinfo/osinfo.ts';
import { browseFolder } from '../sources/browse/browse.ts';
import { imageFacts } from '../sources/image.ts';
import { archOf, treeDatabase } from '../sources/planSources.ts';
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
    browse: ({ connection, filter = '', hidden = false, path }) =>
      browseFolder(connections.get(connection), { path, filter, hidden }),
    image: ({ connection, source }) => imageFacts(connections.get(connection), source),
    tree: ({ connection, location, arch }) =>
      findTree({ location, arch, hostArch: archOf(connections.get(connection)) }, treeDatabase(osInfo)),
    pxe: ({ connection, kind, name }) => checkPxe(connections.get(connection), { kind, name }),
    setPxe: ({ connection, restart = 'if-unused', ...settings }) =>
      setPxe(connections.get(connection), { ...settings, restart }, history),
  };
}
