import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import type { Connection, ConnectionId, Remedy } from '../../../contract/index.ts';
import { connectionTitle, isBusy, useConnection } from '../../state/connections.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { openDoctor } from '../doctor/DoctorDialog.tsx';
import { openEditConnection } from './ConnectionDialog.tsx';
import { openConnection, openReadOnly, openUri } from './connectionActions.ts';

interface ConnectionProblemProps {
  connection: Connection;
  /** Called when something was chosen that goes on elsewhere. */
  onLeave?: () => void;
}

/** Why a host is not connected, in full, with the ways out of it. */
export function ConnectionProblem({ connection, onLeave }: ConnectionProblemProps) {
  const { error, status } = connection;
  if (!error) return null;
  const title = connectionTitle(connection);
  const wasOpen = status === 'lost' || status === 'reconnecting';
  const go = (run: () => void) => () => {
    onLeave?.();
    run();
  };
  return (
    <ErrorView
      title={wasOpen ? `The connection to ${title} was lost` : `Could not connect to ${title}`}
      error={error}
    >
      {offersOf(error.remedies).map((remedy, index) => (
        <Button
          key={remedy.label}
          variant={index === 0 ? 'filled' : 'default'}
          onClick={go(() => take(remedy, connection))}
        >
          {remedy.label}
        </Button>
      ))}
      <Button
        variant="default"
        loading={isBusy(connection)}
        aria-label={`${status === 'lost' ? 'Retry now' : 'Retry'} ${title}`}
        onClick={go(() => void openConnection(connection))}
      >
        {status === 'lost' ? 'Retry now' : 'Retry'}
      </Button>
      <Button variant="default" onClick={go(() => openDoctor(connection))}>
        Find out why
      </Button>
      <Button variant="default" onClick={go(() => openEditConnection(connection))}>
        Edit connection
      </Button>
    </ErrorView>
  );
}

type Offer = Extract<Remedy, { kind: 'read-only' | 'uri' }>;

function offersOf(remedies: readonly Remedy[] = []): Offer[] {
  return remedies.filter((remedy): remedy is Offer => remedy.kind === 'read-only' || remedy.kind === 'uri');
}

function take(remedy: Offer, connection: Connection): void {
  if (remedy.kind === 'read-only') void openReadOnly(connection);
  else void openUri(remedy.uri);
}

/** The problem in a dialog, for places that have no room for it. It goes when there is none any more. */
export function showConnectionProblem(connection: ConnectionId): void {
  openDialog((close) => <ProblemDialog id={connection} onClose={close} />);
}

function ProblemDialog({ id, onClose }: { id: ConnectionId; onClose: () => void }) {
  const connection = useConnection(id);
  const gone = !connection?.error;
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  if (!connection || gone) return null;
  return (
    <Dialog onClose={onClose} title="What went wrong" size={600}>
      <ConnectionProblem connection={connection} onLeave={onClose} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Dialog>
  );
}
