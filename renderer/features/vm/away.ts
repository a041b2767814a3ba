import type { ApiErrorData, Connection } from '../../../contract/index.ts';
import { isBusy } from '../../state/connections.ts';
import type { Reading } from '../../state/useReading.ts';

/** Why something that has never been read is not there; null: it is being read, or will be in a moment. */
function awayError(connection: Pick<Connection, 'status'>): ApiErrorData | null {
  if (connection.status === 'connected' || isBusy(connection)) return null;
  return { kind: 'unavailable', message: 'The host is not connected.' };
}

/** What was read of a host; or, where it never has been, that the host is not connected. */
export function orAway<T>(connection: Pick<Connection, 'status'>, reading: Reading<T>): Reading<T> {
  const away = reading.value === null ? awayError(connection) : null;
  return away ? { ...reading, error: away } : reading;
}
