import { useEffect, useState } from 'react';
import type { ApiErrorData, Connection, DomainRow } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { awayError } from './away.ts';

/** Milliseconds of quiet after a change before the XML is read again. */
const QUIET = 250;

export interface DomainXml {
  /** Null until it has been read. The last one stays while it is read again. */
  readonly xml: string | null;
  readonly error: ApiErrorData | null;
  readonly reload: () => void;
}

/** The definition of a machine, read again when something about the machine has changed. */
export function useDomainXml(connection: Connection, row: DomainRow, inactive: boolean): DomainXml {
  const [xml, setXml] = useState<string | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { id, status } = connection;
  const { uuid } = row;
  // biome-ignore lint/correctness/useExhaustiveDependencies: row and attempt only say when to read again.
  useEffect(() => {
    if (status !== 'connected') return;
    let gone = false;
    const read = () => {
      client()
        .domains.xml({ connection: id, uuid, inactive })
        .then(
          (answer) => {
            if (gone) return;
            setXml(answer.xml);
            setError(null);
          },
          (thrown: unknown) => !gone && setError(toErrorData(thrown)),
        );
    };
    const timer = setTimeout(read, xml === null ? 0 : QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id, uuid, status, inactive, row, attempt]);
  return {
    xml,
    error: xml === null ? (awayError(connection) ?? error) : error,
    reload: () => setAttempt((n) => n + 1),
  };
}
