import { useMemo } from 'react';
import type { Connection, DomainRow, HistoryItem } from '../../../../contract/index.ts';
import { useDomainEvents } from '../../../state/domainEvents.ts';
import { client } from '../../../state/host.ts';
import { domainKey } from '../../../state/keys.ts';
import { type Reading, useReading } from '../../../state/useReading.ts';
import { orAway } from '../away.ts';

/** Milliseconds of quiet after a change; what others replaced is kept some time after libvirt tells of it. */
const QUIET = 600;

interface Known {
  readonly items: readonly HistoryItem[];
  /** The definition that is there now. */
  readonly now: string;
}

/** The definitions of a machine that were replaced, and the one that is; read again when something happens to it. */
export function useHistory(connection: Connection, row: DomainRow): Reading<Known> {
  const ref = { connection: connection.id, uuid: row.uuid };
  const key = domainKey(ref);
  const last = useDomainEvents((state) => state.byDomain.get(key)?.at(-1));
  const read = async (): Promise<Known> => {
    const definitions = await client().editing.definitions(ref);
    const items = await client().history.list(ref);
    return { items, now: definitions.saved ?? definitions.live ?? '' };
  };
  const changed = useMemo(() => [row, last], [row, last]);
  const reading = useReading(connection.status === 'connected' ? key : null, read, { changed, quiet: QUIET });
  return orAway(connection, reading);
}

/** The definition of an entry; null: not read yet. Entries never change. */
export function useHistoryXml(connection: string, uuid: string, entry: string | null): Reading<string> {
  return useReading(
    entry === null ? null : `${connection} ${uuid} ${entry}`,
    async () => (await client().history.xml({ connection, uuid, id: entry ?? '' })).xml,
  );
}
