import type { Connection } from '../../../contract/index.ts';
import { isBusy } from '../../state/connections.ts';
import { connectionWord } from '../../ui/ConnectionChip.tsx';
import { formatAge, formatDuration } from '../../ui/format.ts';

type Told = Pick<Connection, 'status' | 'readOnly' | 'error' | 'stage' | 'retryAt' | 'lastSeen'>;

/** What goes on with a connection that is not open, in a few words: the stage, or how old its picture is. */
export function statusNote(connection: Told, now: number): string {
  const { status, stage, lastSeen, error } = connection;
  if (status === 'waiting') return connectionWord(connection);
  if (isBusy(connection)) return stage ?? connectionWord(connection);
  if (status === 'lost' && lastSeen !== null) return formatAge(lastSeen, now);
  // The line below tells the error itself.
  return error && status === 'disconnected' ? '' : connectionWord(connection);
}

/** When a lost connection is tried again, in words; null: only when the user wants it. */
export function retryNote(connection: Told, now: number): string | null {
  const { status, retryAt } = connection;
  if (status !== 'lost' || retryAt === null) return null;
  const left = retryAt - now;
  return left < 1000 ? 'Trying again now' : `Next try in ${formatDuration(left)}`;
}

/** One line under a host's name; null: nothing is wrong. */
export function problemNote(connection: Told, now: number): string | null {
  const { status, error } = connection;
  if (status === 'connected') return null;
  const retry = retryNote(connection, now);
  if (retry !== null) return retry;
  if (error) return error.message.replace(/^Connecting to .{1,300}? failed: /, '');
  return status === 'lost' ? 'The connection was lost.' : null;
}
