import { useEffect, useMemo, useState } from 'react';
import { type ConnectionStatus, type DomainRef, isActive, whyOff } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { useDomain } from '../../state/inventory.ts';
import { ConsoleSession, type ConsoleState, type OpenConsole } from './consoleSession.ts';

/** A console that follows its machine: the state to show, and what the user can ask of it. */
export function useConsoleSession(ref: DomainRef, open: OpenConsole): [ConsoleState, ConsoleSession] {
  const [state, setState] = useState<ConsoleState>({ phase: 'connecting' });
  const session = useMemo(() => new ConsoleSession(open, setState), [open]);
  const { run, reason, away } = useRun(ref);
  useEffect(() => {
    session.update(run, reason, away);
  }, [session, run, reason, away]);
  useEffect(() => () => session.dispose(), [session]);
  return [state, session];
}

/** The host was lost and is looked for: nobody has asked for an end. */
const LOOKED_FOR = new Set<ConnectionStatus | undefined>(['lost', 'reconnecting', 'waiting']);

interface Run {
  /** What names this run of the machine; null: there is nothing to connect to, for this reason. */
  readonly run: string | null;
  readonly reason: string;
  /** The machine is not known to have ended, but its host cannot be asked for it. */
  readonly away: boolean;
}

function useRun({ connection, uuid }: DomainRef): Run {
  const status = useConnection(connection)?.status;
  const row = useDomain(connection, uuid);
  const none = (reason: string, away = false): Run => ({ run: null, reason, away });
  if (status !== 'connected') {
    const known = row !== undefined && isActive(row);
    return none('The host is not connected.', known && LOOKED_FOR.has(status));
  }
  if (!row) return none('The machine does not exist on this host any more.');
  if (!isActive(row)) return none(whyOff(row));
  return { run: String(row.id), reason: '', away: false };
}
