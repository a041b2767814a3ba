import { Button, Loader } from '@mantine/core';
import { IconFilterOff, IconServer2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConnectionId } from '../../../contract/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { BulkBar } from './BulkBar.tsx';
import classes from './FleetPage.module.css';
import { FleetTable } from './FleetTable.tsx';
import { ColumnMenu, FleetFilterBox } from './FleetToolbar.tsx';
import { fleetStore } from './fleetStore.ts';
import { useColumns } from './useColumns.ts';
import { useFleetEntries } from './useFleetEntries.ts';

interface FleetViewProps {
  /** One connection's machines; all when absent. */
  only?: ConnectionId;
  /** Stands at the right of the toolbar. */
  action?: ReactNode;
  /** Shown when there is no machine at all. */
  empty: ReactNode;
}

/** The table of machines with its toolbar: on the home page, and on a host's page. */
export function FleetView({ only, action, empty }: FleetViewProps) {
  const store = fleetStore(only ?? '');
  const filter = store((state) => state.filter);
  const sort = store((state) => state.sort);
  const view = useFleetEntries(only, filter, sort);
  const columns = useColumns(only === undefined ? undefined : 'host');
  const { entries, total, complete } = view;

  if (total === 0 && complete) return empty;
  return (
    <div className={classes.page}>
      <div className={classes.toolbar}>
        <FleetFilterBox store={store} problems={view.filter.problems} />
        <span className={classes.count} role="status">
          {entries.length === total
            ? total.toLocaleString()
            : `${entries.length.toLocaleString()} of ${total.toLocaleString()}`}
          <span>{total === 1 ? ' machine' : ' machines'}</span>
        </span>
        <span className={classes.push} />
        {action}
        <ColumnMenu columns={columns} />
      </div>
      <BulkBar store={store} entries={entries} />
      {total === 0 ? (
        <EmptyState icon={IconServer2} title="Reading the list of machines…">
          <Loader size="sm" style={{ alignSelf: 'center' }} />
        </EmptyState>
      ) : entries.length === 0 ? (
        <EmptyState icon={IconFilterOff} title="No machine matches the filter">
          <Button variant="default" onClick={() => store.setState({ filter: '' })}>
            Clear filter
          </Button>
        </EmptyState>
      ) : (
        <FleetTable entries={entries} complete={complete} store={store} columns={columns} />
      )}
    </div>
  );
}
