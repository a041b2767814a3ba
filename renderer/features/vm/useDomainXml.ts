import type { Connection, DomainRow } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { type Reading, useReading } from '../../state/useReading.ts';
import { orAway } from './away.ts';

/** Milliseconds of quiet after a change before the XML is read again. */
const QUIET = 250;

/** The definition of a machine, read again when something about the machine has changed. */
export function useDomainXml(connection: Connection, row: DomainRow, inactive: boolean): Reading<string> {
  const { id, status } = connection;
  const { uuid } = row;
  const reading = useReading(
    status === 'connected' ? `${id} ${uuid} ${inactive}` : null,
    async () => (await client().domains.xml({ connection: id, uuid, inactive })).xml,
    { changed: row, quiet: QUIET },
  );
  return orAway(connection, reading);
}
