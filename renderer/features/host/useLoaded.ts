import type { Connection } from '../../../contract/index.ts';
import { type Reading, useReading } from '../../state/useReading.ts';
import { orAway } from '../vm/away.ts';

/**
 * Reads something of a host when it is connected, and again when asked to.
 *
 * @param what is read; empty: nothing
 * @param read gets whether the user has asked for it
 */
export function useLoaded<T>(
  connection: Pick<Connection, 'id' | 'status'>,
  what: string,
  read: (asked: boolean) => Promise<T>,
): Reading<T> {
  const { id, status } = connection;
  const key = status === 'connected' ? what && `${id} ${what}` : null;
  return orAway(connection, useReading(key, read));
}
