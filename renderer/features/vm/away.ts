import type { ApiErrorData, Connection } from '../../../contract/index.ts';
import { isBusy } from '../../state/connections.ts';

/** Why something that has never been read is not there; null: it is being read, or will be in a moment. */
export function awayError(connection: Pick<Connection, 'status'>): ApiErrorData | null {
  if (connection.status === 'connected' || isBusy(connection)) return null;
  return { kind: 'unavailable', message: 'The host is not connected.' };
}
