import { Button, Loader, Tabs } from '@mantine/core';
import { IconDeviceDesktopOff } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect, useState } from 'react';
import type { Connection, ConnectionId, DomainRow, Uuid } from '../../../contract/index.ts';
import { isBusy, useConnection } from '../../state/connections.ts';
import { useInventory } from '../../state/inventory.ts';
import { MACHINE_TABS, type MachineTab, navigate } from '../../state/route.ts';
import { connectionWord } from '../../ui/ConnectionChip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { openConnection } from '../connections/connectionActions.ts';
import { ConsoleTab } from '../console/ConsoleTab.tsx';
import { keptEdit, machineEditId } from '../hardware/edit/keptEdits.ts';
import { MachineHeader } from './MachineHeader.tsx';
import classes from './MachinePage.module.css';
import { OverviewTab } from './OverviewTab.tsx';
import { TAB_TITLES } from './tabTitles.ts';
import { useMovingRow } from './useMovingRow.ts';

const DeletedMachine = lazyPart(async () => (await import('../hardware/DeletedMachine.tsx')).DeletedMachine);
const loadHardware = () => import('../hardware/HardwareTab.tsx');
const HardwareTab = lazyPart(async () => (await loadHardware()).HardwareTab);
const HistoryTab = lazyPart(async () => (await import('./history/HistoryTab.tsx')).HistoryTab);
const XmlTab = lazyPart(async () => (await import('./XmlTab.tsx')).XmlTab);

interface MachinePageProps {
  connection: ConnectionId;
  uuid: Uuid;
  tab: MachineTab;
}

/**
 * One machine: what it is, what can be done with it, and its consoles. When it moves to another host the page goes
 * with it: consoles go on there, the other tabs begin anew. Changes that are not applied keep it where they were made.
 */
export function MachinePage({ connection: id, uuid, tab }: MachinePageProps) {
  const connection = useConnection(id);
  const go = useCallback(
    (other: ConnectionId) => navigate({ page: 'machine', connection: other, uuid, tab }, { replace: true }),
    [uuid, tab],
  );
  const isEdited = useCallback(
    () => keptEdit(machineEditId({ connection: id, uuid })) !== undefined,
    [id, uuid],
  );
  const row = useMovingRow({ connection: id, uuid }, go, isEdited);
  if (!connection || !row) return <NoMachine id={id} uuid={uuid} connection={connection} />;
  return <Machine connection={connection} row={row} tab={tab} />;
}

interface MachineProps {
  connection: Connection;
  row: DomainRow;
  tab: MachineTab;
}

function Machine({ connection, row, tab }: MachineProps) {
  // A console that was opened stays connected while one looks at the other tabs.
  const [consoleSeen, setConsoleSeen] = useState(tab === 'console');
  if (tab === 'console' && !consoleSeen) setConsoleSeen(true);
  // Its code is the largest of the page: it is there when somebody chooses the tab.
  useEffect(() => {
    const waiting = requestIdleCallback(() => loadHardware().catch(() => {}), { timeout: 3000 });
    return () => cancelIdleCallback(waiting);
  }, []);
  const go = (next: string | null) => {
    const to = MACHINE_TABS.find((known) => known === next) ?? 'console';
    navigate({ page: 'machine', connection: connection.id, uuid: row.uuid, tab: to }, { replace: true });
  };
  return (
    <div className={classes.page} data-uuid={row.uuid} data-state={row.state}>
      <MachineHeader connection={connection} row={row} />
      <Tabs value={tab} onChange={go} className={classes.tabs}>
        <Tabs.List aria-label="Machine">
          {MACHINE_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {TAB_TITLES[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {consoleSeen && <ConsoleTab connection={connection} row={row} hidden={tab !== 'console'} />}
      {tab === 'overview' && <OverviewTab key={connection.id} connection={connection} row={row} />}
      {tab === 'hardware' && (
        <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
          <HardwareTab key={connection.id} connection={connection} row={row} />
        </Suspense>
      )}
      {tab === 'xml' && (
        <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
          <XmlTab key={connection.id} connection={connection} row={row} />
        </Suspense>
      )}
      {tab === 'history' && (
        <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
          <HistoryTab key={connection.id} connection={connection} row={row} />
        </Suspense>
      )}
    </div>
  );
}

/** The machine is not there: not read yet, its host is away, or it is gone. */
function NoMachine({
  id,
  uuid,
  connection,
}: {
  id: ConnectionId;
  uuid: Uuid;
  connection: Connection | undefined;
}) {
  const complete = useInventory((state) => state.pictures.get(id)?.complete ?? false);
  const home = <Button onClick={() => navigate({ page: 'fleet' })}>Go to all machines</Button>;
  if (!connection) {
    return (
      <EmptyState icon={IconDeviceDesktopOff} title="This host is not in the list of connections">
        {home}
      </EmptyState>
    );
  }
  if (connection.status === 'connected' && complete) {
    return (
      <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
        <DeletedMachine key={`${id}/${uuid}`} connection={connection} domain={{ connection: id, uuid }} />
      </Suspense>
    );
  }
  if (connection.status === 'connected' || isBusy(connection)) {
    return <Loader size="sm" m="auto" aria-label={connection.stage ?? 'Loading'} />;
  }
  return (
    <EmptyState
      icon={IconDeviceDesktopOff}
      title={connectionWord(connection)}
      text={connection.error?.message ?? 'Connect to the host to see this machine.'}
    >
      <Button onClick={() => void openConnection(connection)}>Connect</Button>
    </EmptyState>
  );
}
