import { useEffect, useState } from 'react';
import type { ApiErrorData, Connection, DomainRow, HistoryItem } from '../../../../contract/index.ts';
import { useDomainEvents } from '../../../state/domainEvents.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { domainKey } from '../../../state/keys.ts';
import { awayError } from '../away.ts';

/** Milliseconds of quiet after a change; what others replaced is kept some time after libvirt tells of it. */
const QUIET = 600;

interface Known {
  readonly items: readonly HistoryItem[];
  /** The definition that is there now. */
  readonly now: string;
}

/** The definitions of a machine that were replaced, and the one that is; read again when something happens to it. */
export function useHistory(connection: Connection, row: DomainRow) {
  const { id, status } = connection;
  const { uuid } = row;
  const [known, setKnown] = useState<Known | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  const last = useDomainEvents((state) => state.byDomain.get(domainKey({ connection: id, uuid }))?.at(-1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: row, event and attempt only say when to read again.
  useEffect(() => {
    if (status !== 'connected') return;
    let gone = false;
    const read = async () => {
      const definitions = await client().editing.definitions({ connection: id, uuid });
      const items = await client().history.list({ connection: id, uuid });
      if (gone) return;
      setKnown({ items, now: definitions.saved ?? definitions.live ?? '' });
      setError(null);
    };
    const timer = setTimeout(
      () => read().catch((thrown: unknown) => !gone && setError(toErrorData(thrown))),
      known === null ? 0 : QUIET,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id, uuid, status, row, last, attempt]);
  return {
    known,
    error: known === null ? (awayError(connection) ?? error) : error,
    again: () => setAttempt((n) => n + 1),
  };
}

/** The definition of an entry; null: not read yet. Entries never change. */
export function useHistoryXml(connection: string, uuid: string, entry: string | null) {
  const [read, setRead] = useState<{ entry: string; xml: string } | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  useEffect(() => {
    if (entry === null) return;
    let gone = false;
    setError(null);
    client()
      .history.xml({ connection, uuid, id: entry })
      .then(
        ({ xml }) => !gone && setRead({ entry, xml }),
        (thrown: unknown) => !gone && setError(toErrorData(thrown)),
      );
    return () => {
      gone = true;
    };
  }, [connection, uuid, entry]);
  return { xml: read?.entry === entry ? read.xml : null, error };
}
