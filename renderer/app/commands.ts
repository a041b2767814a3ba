import type { Connection, ConnectionId } from '../../contract/index.ts';
import { ACTION_ORDER, ACTION_TEXTS } from '../features/actions/actionTexts.ts';
import { actionRefusal, performAction } from '../features/actions/performAction.ts';
import { openAddConnection, openEditConnection } from '../features/connections/ConnectionDialog.tsx';
import {
  closeConnection,
  openConnection,
  removeConnection,
} from '../features/connections/connectionActions.ts';
import { openDoctor } from '../features/doctor/DoctorDialog.tsx';
import { connectionTitle } from '../state/connections.ts';
import type { Picture } from '../state/inventory.ts';
import { machineName } from '../state/machineName.ts';
import { navigate } from '../state/route.ts';
import { SHORTCUTS, shownKeys } from './shortcuts.ts';

/** Something that the palette can do. */
export interface Command {
  readonly key: string;
  readonly label: string;
  /** Where or on what. */
  readonly detail: string;
  readonly keys?: string;
  /** Why it cannot be done now; asked for the few that are shown. */
  readonly reason: () => string | null;
  readonly run: () => void;
}

const always = () => null;

/** Everything that can be done now, made while it is gone through: there may be thousands. */
export function* allCommands(
  connections: ReadonlyMap<ConnectionId, Connection>,
  pictures: ReadonlyMap<ConnectionId, Picture>,
): Generator<Command> {
  for (const { keys, label, run } of SHORTCUTS) {
    if (label.startsWith('Machine:') || label === 'Command palette') continue;
    yield { key: keys, label, detail: '', keys: shownKeys(keys), reason: always, run: () => void run() };
  }
  yield { key: 'add', label: 'Add connection', detail: '', reason: always, run: openAddConnection };
  for (const connection of connections.values()) {
    yield* hostCommands(connection);
    for (const row of pictures.get(connection.id)?.domains.values() ?? [])
      yield* machineCommands(connection, row);
  }
}

function* hostCommands(connection: Connection): Generator<Command> {
  const { id, status } = connection;
  const title = connectionTitle(connection);
  yield {
    key: `host ${id}`,
    label: title,
    detail: 'Open host',
    reason: always,
    run: () => navigate({ page: 'host', connection: id, tab: 'overview' }),
  };
  const open = status === 'connected';
  yield {
    key: `link ${id}`,
    label: `${open ? 'Disconnect' : 'Connect'} ${title}`,
    detail: connection.settings.uri,
    reason: always,
    run: () => void (open ? closeConnection(connection) : openConnection(connection)),
  };
  const more: [word: string, run: () => void][] = [
    ['Test', () => openDoctor(connection)],
    ['Edit', () => openEditConnection(connection)],
    ['Remove', () => void removeConnection(connection)],
  ];
  for (const [word, run] of more) {
    const label = `${word} connection ${title}`;
    yield { key: `${word} ${id}`, label, detail: connection.settings.uri, reason: always, run };
  }
}

function* machineCommands(
  connection: Connection,
  row: Parameters<typeof actionRefusal>[1],
): Generator<Command> {
  const ref = { connection: connection.id, uuid: row.uuid };
  const name = machineName(row);
  const key = `${connection.id}/${row.uuid}`;
  const detail = connectionTitle(connection);
  yield {
    key,
    label: name,
    detail: `Open machine on ${detail}`,
    reason: always,
    run: () => navigate({ page: 'machine', ...ref, tab: 'console' }),
  };
  for (const action of ACTION_ORDER) {
    yield {
      key: `${key} ${action}`,
      label: `${ACTION_TEXTS[action].label} ${name}`,
      detail,
      reason: () => actionRefusal(action, row, connection),
      run: () => void performAction(action, ref),
    };
  }
}
