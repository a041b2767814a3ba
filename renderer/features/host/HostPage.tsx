import { Button, Loader, Tabs } from '@mantine/core';
import { IconDeviceDesktopPlus, IconPlugConnectedX, IconPlus, IconServerOff } from '@tabler/icons-react';
import type { Connection, ConnectionId } from '../../../contract/index.ts';
import { connectionTitle, isBusy, useConnection } from '../../state/connections.ts';
import { useInventory } from '../../state/inventory.ts';
import { type HostTab, navigate } from '../../state/route.ts';
import { ConnectionText, connectionWord } from '../../ui/ConnectionChip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatAge } from '../../ui/format.ts';
import { HostDot, ProductionMark } from '../../ui/HostMarks.tsx';
import { MoreMenu } from '../../ui/MoreMenu.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { useNow } from '../../ui/useNow.ts';
import { closeConnection, openConnection } from '../connections/connectionActions.ts';
import { connectionMenu } from '../connections/connectionMenu.tsx';
import { HostNotices } from '../connections/HostNotices.tsx';
import { retryNote } from '../connections/statusWords.ts';
import { FleetView } from '../fleet/FleetView.tsx';
import vm from '../vm/MachinePage.module.css';
import { HostOverview } from './HostOverview.tsx';
import { NetworksTab } from './NetworksTab.tsx';
import { StorageTab } from './StorageTab.tsx';

interface HostPageProps {
  connection: ConnectionId;
  tab: HostTab;
}

/** One host: what it is, its machines, its storage and networks. */
export function HostPage({ connection: id, tab }: HostPageProps) {
  const connection = useConnection(id);
  if (!connection) {
    return (
      <EmptyState icon={IconServerOff} title="This host is not in the list of connections">
        <Button onClick={() => navigate({ page: 'fleet' })}>Go to all machines</Button>
      </EmptyState>
    );
  }
  return <Host connection={connection} tab={tab} />;
}

function Host({ connection, tab }: { connection: Connection; tab: HostTab }) {
  const known = useInventory((state) => state.pictures.get(connection.id)?.complete ?? false);
  const go = (next: string | null) => {
    const to = next === 'machines' || next === 'storage' || next === 'networks' ? next : 'overview';
    navigate({ page: 'host', connection: connection.id, tab: to }, { replace: true });
  };
  const reachable = connection.status === 'connected';
  return (
    <div className={vm.page} data-status={connection.status}>
      <HostHeader connection={connection} />
      <HostNotices connection={connection} />
      {!known && !reachable ? (
        <NotConnected connection={connection} />
      ) : (
        <>
          <Tabs value={tab} onChange={go} className={vm.tabs}>
            <Tabs.List aria-label="Host">
              <Tabs.Tab value="overview">Overview</Tabs.Tab>
              <Tabs.Tab value="machines">Machines</Tabs.Tab>
              <Tabs.Tab value="storage">Storage</Tabs.Tab>
              <Tabs.Tab value="networks">Networks</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {tab === 'overview' && <HostOverview connection={connection} />}
          {tab === 'machines' && (
            <FleetView
              only={connection.id}
              empty={
                <EmptyState
                  icon={IconDeviceDesktopPlus}
                  title="No machines on this host"
                  text="Make the first one from an installation medium."
                >
                  <NewMachine connection={connection} />
                </EmptyState>
              }
            />
          )}
          {tab === 'storage' && <StorageTab connection={connection} />}
          {tab === 'networks' && <NetworksTab connection={connection} />}
        </>
      )}
    </div>
  );
}

function HostHeader({ connection }: { connection: Connection }) {
  const now = useNow(1000, connection.status === 'lost');
  const { settings, lastSeen, status } = connection;
  const retry = retryNote(connection, now);
  return (
    <header className={vm.header}>
      <div className={vm.what}>
        <h1>
          <HostDot color={settings.color} /> {connectionTitle(connection)}
        </h1>
        <div className={vm.where}>
          <ConnectionText connection={connection} />
          {status === 'lost' && lastSeen !== null && (
            <span className={vm.warn}>last seen {formatAge(lastSeen, now)}</span>
          )}
          {retry !== null && <span className={vm.dim}>{retry}</span>}
          {connection.stage && status !== 'connected' && <span className={vm.dim}>{connection.stage}</span>}
          <code className={vm.mono}>{settings.uri}</code>
          {settings.production && <ProductionMark />}
        </div>
      </div>
      <div className={vm.actions}>
        {status === 'connected' && <NewMachine connection={connection} />}
        {isBusy(connection) && (
          <Button variant="default" onClick={() => void closeConnection(connection)}>
            Stop connecting
          </Button>
        )}
        <MoreMenu
          label="Host actions"
          title={`Actions for ${connectionTitle(connection)}`}
          entries={connectionMenu(connection)}
        />
      </div>
    </header>
  );
}

function NewMachine({ connection }: { connection: Connection }) {
  const reason =
    connection.status !== 'connected'
      ? 'The host is not connected.'
      : connection.readOnly
        ? 'This connection is read-only.'
        : null;
  return (
    <ReasonButton
      leftSection={<IconPlus size={15} />}
      reason={reason}
      onClick={() => navigate({ page: 'new', connection: connection.id })}
    >
      New machine
    </ReasonButton>
  );
}

function NotConnected({ connection }: { connection: Connection }) {
  if (isBusy(connection)) return <Loader size="sm" m="auto" aria-label={connection.stage ?? 'Connecting'} />;
  if (connection.error) return null;
  return (
    <EmptyState icon={IconPlugConnectedX} title={connectionWord(connection)}>
      <Button onClick={() => void openConnection(connection)}>Connect</Button>
    </EmptyState>
  );
}
