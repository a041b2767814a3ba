import { Button } from '@mantine/core';
import { IconDeviceDesktopPlus, IconPlugConnectedX, IconPlus } from '@tabler/icons-react';
import type { Connection } from '../../../contract/index.ts';
import { isBusy, useConnections } from '../../state/connections.ts';
import { navigate } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ConnectionProblem } from '../connections/ConnectionProblem.tsx';
import { openConnection } from '../connections/connectionActions.ts';
import { FirstStart } from '../connections/FirstStart.tsx';
import classes from './FleetPage.module.css';
import { FleetView } from './FleetView.tsx';

/** Home: all machines of all hosts. */
export function FleetPage() {
  const hasConnections = useConnections((state) => state.byId.size > 0);
  if (!hasConnections) return <FirstStart />;
  return <FleetView action={<NewMachineButton />} empty={<NoMachines />} />;
}

function NewMachineButton() {
  return (
    <Button leftSection={<IconPlus size={15} />} onClick={() => navigate({ page: 'new', connection: null })}>
      New machine
    </Button>
  );
}

/** Why there is nothing to see: no host is connected, or those that are have no machines. */
function NoMachines() {
  const connections = useConnections((state) => state.byId);
  const list = [...connections.values()];
  if (list.some(({ status }) => status === 'connected')) {
    return (
      <EmptyState
        icon={IconDeviceDesktopPlus}
        title="No machines yet"
        text="The connected hosts have no machines. Make the first one from an installation medium."
      >
        <NewMachineButton />
      </EmptyState>
    );
  }
  const busy = list.some(isBusy);
  const failed = list.filter(({ error, status }) => error !== null && status === 'disconnected');
  if (!busy && failed.length > 0 && failed.length === list.length) return <Problems connections={failed} />;
  const closed = list.filter(({ status }) => status === 'disconnected' || status === 'lost');
  return (
    <EmptyState
      icon={IconPlugConnectedX}
      title={busy ? 'Connecting…' : 'No host is connected'}
      text={busy ? 'The machines appear when the hosts answer.' : 'Connect to a host to see its machines.'}
    >
      {!busy && closed.length > 0 && (
        <Button onClick={() => closed.forEach((connection) => void openConnection(connection))}>
          {closed.length === 1 ? 'Connect' : 'Connect to all hosts'}
        </Button>
      )}
    </EmptyState>
  );
}

/** No host could be connected: why, for each, with the ways out. */
function Problems({ connections }: { connections: readonly Connection[] }) {
  return (
    <div className={classes.problems}>
      <h1>No host could be connected</h1>
      {connections.map((connection) => (
        <ConnectionProblem key={connection.id} connection={connection} />
      ))}
    </div>
  );
}
