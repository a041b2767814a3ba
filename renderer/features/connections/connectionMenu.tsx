import {
  IconPencil,
  IconPlugConnected,
  IconPlugConnectedX,
  IconPlus,
  IconServer2,
  IconStethoscope,
  IconTrash,
} from '@tabler/icons-react';
import type { Connection } from '../../../contract/index.ts';
import { isBusy } from '../../state/connections.ts';
import { navigate } from '../../state/route.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { openDoctor } from '../doctor/DoctorDialog.tsx';
import { openEditConnection } from './ConnectionDialog.tsx';
import { closeConnection, openConnection, removeConnection } from './connectionActions.ts';

/** Everything that can be done with one connection. */
export function connectionMenu(connection: Connection, options: { withOpen?: boolean } = {}): MenuEntry[] {
  const { id, status } = connection;
  const open = status === 'connected';
  const entries: MenuEntry[] = [];
  if (options.withOpen) {
    entries.push({
      label: 'Open host page',
      icon: <IconServer2 size={15} />,
      run: () => navigate({ page: 'host', connection: id, tab: 'overview' }),
    });
  }
  entries.push(
    {
      label: 'New machine',
      icon: <IconPlus size={15} />,
      reason: open
        ? connection.readOnly
          ? 'This connection is read-only.'
          : null
        : 'The host is not connected.',
      run: () => navigate({ page: 'new', connection: id }),
    },
    'line',
  );
  if (status === 'disconnected' || status === 'lost') {
    entries.push({
      label: status === 'lost' ? 'Reconnect now' : 'Connect',
      icon: <IconPlugConnected size={15} />,
      run: () => void openConnection(connection),
    });
  }
  if (status !== 'disconnected') {
    entries.push({
      label: isBusy(connection) ? 'Stop connecting' : 'Disconnect',
      icon: <IconPlugConnectedX size={15} />,
      run: () => void closeConnection(connection),
    });
  }
  entries.push(
    'line',
    {
      label: 'Test connection',
      icon: <IconStethoscope size={15} />,
      run: () => openDoctor(connection),
    },
    { label: 'Edit connection', icon: <IconPencil size={15} />, run: () => openEditConnection(connection) },
    {
      label: 'Remove connection',
      icon: <IconTrash size={15} />,
      danger: true,
      run: () => void removeConnection(connection),
    },
  );
  return entries;
}
