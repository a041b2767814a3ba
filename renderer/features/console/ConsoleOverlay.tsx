import { Button, Loader } from '@mantine/core';
import { IconPlugX, IconPower } from '@tabler/icons-react';
import type { ConnectionId, DomainRef, Uuid } from '../../../contract/index.ts';
import { connectionTitle, useConnection } from '../../state/connections.ts';
import { useDomain } from '../../state/inventory.ts';
import { currentRoute, navigate } from '../../state/route.ts';
import { useElsewhere } from '../../state/whereabouts.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { ActionButton } from '../actions/ActionButton.tsx';
import classes from './Console.module.css';
import type { ConsoleSession, ConsoleState } from './consoleSession.ts';
import { PausedMachine } from './PausedMachine.tsx';

interface ConsoleOverlayProps {
  domain: DomainRef;
  state: ConsoleState;
  session: ConsoleSession;
  /** A line at the bottom instead of a box in the middle: what a terminal has printed stays readable. */
  slim?: boolean;
  /** Something else that is to be said while it is not connected. */
  note?: string | null;
}

/** Why a console shows nothing, and what can be done about it. */
export function ConsoleOverlay({ domain, state, session, slim, note }: ConsoleOverlayProps) {
  const away = useConnection(domain.connection)?.status !== 'connected';
  if (state.phase === 'connected' && !away) return <PausedMachine domain={domain} />;
  return (
    <div className={slim || state.phase === 'connected' ? classes.slim : classes.overlay}>
      <div className={classes.box} role="status">
        <OverlayContent domain={domain} state={state} session={session} />
        {note && <span>{note}</span>}
      </div>
    </div>
  );
}

function OverlayContent({ domain, state, session }: ConsoleOverlayProps) {
  switch (state.phase) {
    case 'connected':
      return <span>The host is not connected. The console is still open, as long as its own way lasts.</span>;
    case 'off':
      return <Off domain={domain} reason={state.reason} />;
    case 'connecting':
      return (
        <>
          <Loader size="xs" />
          <span>Connecting to the console…</span>
        </>
      );
    case 'waiting':
      return (
        <>
          <Loader size="xs" />
          <span>{state.reason} Connecting again…</span>
          <Button variant="default" onClick={() => session.retry()}>
            Connect now
          </Button>
        </>
      );
    case 'busy':
      return (
        <>
          <span>{state.reason}</span>
          <Button onClick={() => session.retry(true)}>Take over</Button>
        </>
      );
    case 'failed':
      return (
        <ErrorView
          title="The console could not be opened"
          error={state.error}
          again={() => session.retry()}
        />
      );
  }
}

function Off({ domain, reason }: { domain: DomainRef; reason: string }) {
  const row = useDomain(domain.connection, domain.uuid);
  const connection = useConnection(domain.connection);
  const other = useConnection(useElsewhere(domain) ?? '');
  const { uuid } = domain;
  if (other) {
    return (
      <>
        <span>
          {reason} It runs on {connectionTitle(other)}.
        </span>
        <Button onClick={() => showOn(other.id, uuid)}>Show it there</Button>
      </>
    );
  }
  return (
    <>
      {connection?.status === 'connected' ? (
        <IconPower size={18} aria-hidden />
      ) : (
        <IconPlugX size={18} aria-hidden />
      )}
      <span>{reason}</span>
      {row?.reason === 'migrated' ? (
        // It runs there: nothing invites to start a second one here.
        <span>Connect to that host to see it.</span>
      ) : (
        row &&
        connection?.status === 'connected' && (
          <ActionButton action="start" label="Start machine" connection={connection} row={row} />
        )
      )}
    </>
  );
}

/** Goes to the machine's console on another host; a window of a console stays one. */
function showOn(connection: ConnectionId, uuid: Uuid): void {
  const route = currentRoute();
  navigate(
    route.page === 'console'
      ? { ...route, connection }
      : { page: 'machine', connection, uuid, tab: 'console' },
  );
}
