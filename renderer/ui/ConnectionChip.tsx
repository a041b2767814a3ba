import { Loader } from '@mantine/core';
import { IconEye, IconPlugConnected, IconPlugConnectedX, IconPlugX } from '@tabler/icons-react';
import type { Connection } from '../../contract/index.ts';
import { isBusy } from '../state/connections.ts';
import classes from './StateChip.module.css';

/** The state of a connection in a word or two. */
export function connectionWord(connection: Pick<Connection, 'status' | 'readOnly' | 'error'>): string {
  switch (connection.status) {
    case 'connected':
      return connection.readOnly ? 'Connected, read-only' : 'Connected';
    case 'connecting':
      return 'Connecting';
    case 'waiting':
      return 'Waiting for credentials';
    case 'lost':
      return 'Connection lost';
    case 'reconnecting':
      return 'Reconnecting';
    case 'disconnected':
      return connection.error ? 'Could not connect' : 'Not connected';
  }
}

function tone(connection: Pick<Connection, 'status' | 'error'>): string {
  if (connection.status === 'connected') return 'ok';
  if (connection.status === 'lost') return 'warn';
  if (connection.status === 'disconnected') return connection.error ? 'error' : 'off';
  return 'busy';
}

interface ConnectionProps {
  connection: Pick<Connection, 'status' | 'readOnly' | 'error'>;
}

/** The icon of a connection's state in its colour; the word stands beside it or in its parent's name. */
export function ConnectionIcon({ connection }: ConnectionProps) {
  if (isBusy(connection)) return <Loader size={13} aria-hidden />;
  const icons = { connected: IconPlugConnected, lost: IconPlugX, disconnected: IconPlugConnectedX };
  const key =
    connection.status === 'connected' || connection.status === 'lost' ? connection.status : 'disconnected';
  const Icon = connection.status === 'connected' && connection.readOnly ? IconEye : icons[key];
  return <Icon size={15} className={classes.icon} data-tone={tone(connection)} aria-hidden />;
}

/** A connection's state as icon, word and colour. */
export function ConnectionText({ connection }: ConnectionProps) {
  return (
    <span className={classes.state} data-tone={tone(connection)}>
      <ConnectionIcon connection={connection} />
      <span>{connectionWord(connection)}</span>
    </span>
  );
}
