import { useEffect, useMemo, useRef } from 'react';
import type { Connection, DomainRow } from '../../../contract/index.ts';
import { useDomainEvents } from '../../state/domainEvents.ts';
import { domainKey } from '../../state/keys.ts';
import { editOf } from './edit/edits.ts';
import type { MachineEdit } from './edit/machineEdit.ts';
import { machineSource } from './edit/source.ts';
import { HardwareView } from './HardwareView.tsx';

interface HardwareTabProps {
  connection: Connection;
  row: DomainRow;
}

/** The machine's hardware. */
export function HardwareTab({ connection, row }: HardwareTabProps) {
  const { id } = connection;
  const { uuid } = row;
  const edit = useMemo(() => editOf(machineSource({ connection: id, uuid })), [id, uuid]);
  useReloading(edit, connection, row);
  return <HardwareView key={edit.source.id} edit={edit} refusal={refusalOf(connection)} />;
}

/** Why nothing can be applied on this connection; null: it can. */
export function refusalOf(connection: Connection): string | null {
  if (connection.status !== 'connected') return 'The host is not connected; your changes are kept.';
  return connection.readOnly ? 'This connection is read-only.' : null;
}

/** Milliseconds of quiet after an event before the definition is read again. */
const QUIET = 250;

/** Reads the definition again when something has happened to the machine. */
export function useReloading(edit: MachineEdit, { id, status }: Connection, row: DomainRow): void {
  const { uuid } = row;
  const last = useDomainEvents((state) => state.byDomain.get(domainKey({ connection: id, uuid }))?.at(-1));
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: row and event only say when to read again.
  useEffect(() => {
    // The page itself reads it first.
    if (first.current || status !== 'connected') {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => void edit.reload(), QUIET);
    return () => clearTimeout(timer);
  }, [edit, status, row, last]);
}
