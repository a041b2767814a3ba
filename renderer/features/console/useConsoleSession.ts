import { useEffect, useMemo, useState } from 'react';
import { type DomainRef, isActive } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { useDomain } from '../../state/inventory.ts';
import { ConsoleSession, type ConsoleState, type OpenConsole } from './consoleSession.ts';

/** A console that follows its machine: the state to show, and what the user can ask of it. */
export function useConsoleSession(ref: DomainRef, open: OpenConsole): [ConsoleState, ConsoleSession] {
  const [state, setState] = useState<ConsoleState>({ phase: 'connecting' });
  const session = useMemo(() => new ConsoleSession(open, setState), [open]);
  const [run, reason] = useRun(ref);
  useEffect(() => {
    session.update(run, reason);
  }, [session, run, reason]);
  useEffect(() => () => session.dispose(), [session]);
  return [state, session];
}

/** What names this run of the machine; or null, with the reason why there is nothing to connect to. */
function useRun({ connection, uuid }: DomainRef): readonly [string | null, string] {
  const status = useConnection(connection)?.status;
  const row = useDomain(connection, uuid);
  if (status !== 'connected') return [null, 'The host is not connected.'];
  if (!row) return [null, 'The machine does not exist any more.'];
  if (!isActive(row)) return [null, 'The machine is off.'];
  return [String(row.id), ''];
}
