import { Loader } from '@mantine/core';
import { IconDeviceDesktopOff } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect } from 'react';
import type { Connection, ConnectionId, DomainRow, Uuid } from '../../../contract/index.ts';
import { useConnection } from '../../state/connections.ts';
import { useInventory } from '../../state/inventory.ts';
import { machineName } from '../../state/machineName.ts';
import { navigate } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { useMovingRow } from '../vm/useMovingRow.ts';
import classes from './Console.module.css';
import { OneConsole } from './ConsoleTab.tsx';
import { consoleId, useConsoleList } from './useConsoleList.ts';

interface ConsoleWindowProps {
  connection: ConnectionId;
  uuid: Uuid;
  /** Which of the machine's consoles (consoleId). */
  console: string;
}

/** One console and nothing else. It goes with the machine to another host. */
export function ConsoleWindow({ connection: id, uuid, console }: ConsoleWindowProps) {
  const connection = useConnection(id);
  const go = useCallback(
    (other: ConnectionId) =>
      navigate({ page: 'console', connection: other, uuid, console }, { replace: true }),
    [uuid, console],
  );
  const row = useMovingRow({ connection: id, uuid }, go);
  const complete = useInventory((state) => state.pictures.get(id)?.complete ?? false);
  if (connection && row) return <Shown connection={connection} row={row} console={console} />;
  if (connection && !complete) return <Loader size="sm" m="auto" aria-label="Loading" />;
  return (
    <EmptyState
      icon={IconDeviceDesktopOff}
      title={
        connection ? 'This machine does not exist any more' : 'This host is not in the list of connections'
      }
      text="This window can be closed."
    />
  );
}

function Shown({ connection, row, console }: { connection: Connection; row: DomainRow; console: string }) {
  const { list, error, reload } = useConsoleList(connection, row);
  const info = list?.find((one) => consoleId(one) === console);
  const title = info ? `${machineName(row)}: ${info.title}` : machineName(row);
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  if (info) {
    return (
      <div className={classes.page}>
        <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
          <OneConsole connection={connection} row={row} info={info} alone onChanged={reload} />
        </Suspense>
      </div>
    );
  }
  if (error) return <ErrorView title="The consoles could not be listed" error={error} />;
  if (!list) return <Loader size="sm" m="auto" aria-label="Loading" />;
  return <EmptyState icon={IconDeviceDesktopOff} title="The machine has no such console any more" />;
}
